/** A login that is a member: it sees everything, and what it may not do is said before and refused by the platform. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { demoWithMembers, memberCredentials } from '../../support/member-world.ts';
import { type Core, everyKey, type Sandbox, signInTo, startCore } from '../main/desk.ts';

const orchard = 'orchard-labs';
const harbour = 'org_7fh2kq9m';

let folder: string;
let sandbox: Sandbox;
let core: Core;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-roles-'));
  sandbox = await startSandbox({ profile: demoWithMembers(), port: 0 });
  core = await startCore(folder);
});
afterEach(async () => {
  await core.close();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function connect(platform: keyof typeof memberCredentials) {
  const signIn = signInTo(sandbox, platform === 'datature-vi' ? harbour : orchard);
  await core.call('connections.connect', { ...signIn, credential: memberCredentials[platform] });
  await core.call('sync.now', { workspaceId: null });
  return core.call('workspaces.list', {});
}
const rows = async (search: string) =>
  (await core.call('inventory.rows', { query: { ...everyKey, search }, offset: 0, limit: 100 })).rows;
const refused = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('it was not refused'),
    (thrown: { error: { code: string; message: string; hint?: string } }) => thrown.error,
  );

describe('one token, several workspaces', () => {
  it('is one connection with a role for each, and all keys of both', async () => {
    const list = await connect('workspace-keys');
    expect(list.map(({ slug, role, keyCount }) => [slug, role, keyCount])).toEqual([
      [orchard, 'member', 54],
      ['pixel-foundry', 'admin', 22],
    ]);
    expect(new Set(list.map(({ connectionId }) => connectionId)).size).toBe(1);
    const [row] = await rows('annotator-portal');
    const detail = await core.call('inventory.key', { keyId: row?.id ?? '' });
    expect(detail).toMatchObject({ name: 'annotator-portal', role: 'member' });
  });

  it('makes keys where it is an admin, and is refused with the next step where it is a member', async () => {
    const [first, second] = await connect('workspace-keys');
    const wish = (workspaceId: string | undefined) =>
      core.call('keys.create', {
        workspaceId,
        name: 'pavel-desk',
        environment: 'staging',
        grant: { platform: 'workspace-keys', scopes: ['inference'], public: false },
      });
    expect(await refused(wish(first?.id))).toMatchObject({
      code: 'role',
      hint: expect.stringContaining('Ask one of them'),
    });
    const { handOverId } = await wish(second?.id);
    await core.call('handOver.finish', { handOverId, unneeded: true });
    expect(await rows('pavel-desk')).toHaveLength(1);
  });

  it('changes many at once where it may, and skips the rest with the reason in the dry run', async () => {
    const [first, second] = await connect('workspace-keys');
    const job = await core.call('bulk.plan', {
      action: { kind: 'delete' },
      selection: { kind: 'matching', query: everyKey, except: [] },
    });
    const items = (state: 'change' | 'refused') =>
      core.call('bulk.items', { jobId: job.id, states: [state], offset: 0, limit: 200 });
    const [can, cannot] = [await items('change'), await items('refused')];
    expect(new Set(can.map(({ workspaceId }) => workspaceId))).toEqual(new Set([second?.id]));
    expect(new Set(cannot.map(({ workspaceId }) => workspaceId))).toEqual(new Set([first?.id]));
    expect(new Set(cannot.map(({ detail }) => detail))).toEqual(
      new Set([
        'This login is a member of Orchard Labs, and only owners and admins make and change keys there. Ask an owner or admin of Orchard Labs.',
      ]),
    );
  });
});

describe('Datature Vi', () => {
  it('reads everything with a key whose maker is a member, and says so where it is refused', async () => {
    const [workspace] = await connect('datature-vi');
    expect(workspace).toMatchObject({ role: 'member', keyCount: 25 });
    const [row] = await rows('quay-backend');
    const error = await refused(core.call('keys.delete', { keyId: row?.id ?? '' }));
    expect(error).toMatchObject({ code: 'role', hint: expect.stringContaining('Ask one of them') });
    expect(await rows('quay-backend')).toHaveLength(1);
  });
});
