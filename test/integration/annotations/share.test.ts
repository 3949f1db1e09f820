/** Two administrators, each with a core and a database of their own, note things about the same keys of a real sandbox. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import type { LossyWire } from '../../support/lossy-wire.ts';
import { startStarterPlan } from '../../support/starter-plan.ts';
import { type Core, everyKey, openWiredDesk, signInTo, startCore } from '../main/desk.ts';

let desk: Awaited<ReturnType<typeof openWiredDesk>>;
let wire: LossyWire;
let ana: Person;
const cores: Core[] = [];
beforeEach(async () => {
  desk = await openWiredDesk();
  wire = desk.wire;
  ana = person(desk.core, desk.workspaceId);
});
afterEach(async () => {
  for (const core of cores.splice(0)) await core.close();
  await desk.end();
});

type Person = ReturnType<typeof person>;
function person(core: Core, workspaceId: string) {
  const key = async (name: string) => {
    const query = { ...everyKey, search: `"${name}"` };
    const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 9 });
    const keyId = rows.find((row) => row.name === name)?.id ?? expect.unreachable();
    return core.call('inventory.key', { keyId });
  };
  return {
    core,
    workspaceId,
    key,
    sync: () => core.call('sync.now', { workspaceId }),
    share: (on: boolean) => core.call('annotations.setSharing', { workspaceId, on }),
    /** Until it is written into the key, or refused. */
    note: async (name: string, patch: object) => {
      await core.call('annotations.setOne', { keyId: (await key(name)).id, patch });
      return eventually(async () => {
        const noted = await key(name);
        const { on, unsent, problem } = noted.sharing;
        expect(on && unsent && problem === null).toBe(false);
        return noted;
      });
    },
  };
}

async function secondPerson(signIn = signInTo(desk.sandbox, 'acme-vision')): Promise<Person> {
  const core = await startCore(join(desk.profile, '..', `second-${cores.length}`));
  cores.push(core);
  const { workspaceIds } = await core.call('connections.connect', signIn);
  const workspaceId = workspaceIds[0] ?? expect.unreachable();
  await core.call('sync.now', { workspaceId });
  return person(core, workspaceId);
}

/** The metadata as the platform has it, asked for past both cores. */
async function metadataOf(name: string): Promise<Record<string, unknown>> {
  const signIn = signInTo(desk.sandbox, 'acme-vision');
  const response = await fetch(`${signIn.baseUrl}/acme-vision/api-keys?includeDisabled=true`, {
    headers: { authorization: `Bearer ${signIn.credential}` },
  });
  const { apiKeys } = (await response.json()) as {
    apiKeys: { name: string; customMetadata: Record<string, unknown> }[];
  };
  return apiKeys.find((key) => key.name === name)?.customMetadata ?? expect.unreachable();
}

async function putMetadata(name: string, customMetadata: Record<string, unknown>): Promise<void> {
  const signIn = signInTo(desk.sandbox, 'acme-vision');
  const { remoteId } = await ana.key(name);
  const response = await fetch(`${signIn.baseUrl}/acme-vision/api-keys/${remoteId}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${signIn.credential}`, 'content-type': 'application/json' },
    body: JSON.stringify({ customMetadata }),
  });
  expect(response.status).toBe(200);
}

const patches = () => wire.requests.filter((line) => line.startsWith('PATCH')).length;
const noted = (metadata: Record<string, unknown>) =>
  JSON.parse(String(metadata.latchkey)) as Record<string, unknown>;

describe('annotations in the keys', () => {
  it('stay out of them until an administrator switches it on, and go in right then', async () => {
    await ana.note('legacy-backend', { environment: 'production', owner: 'Oskar' });
    expect(await metadataOf('legacy-backend')).toEqual({});
    expect(patches()).toBe(0);
    expect(await ana.share(true)).toMatchObject({ missing: null, on: true, unsent: 1 });
    await eventually(async () => expect((await ana.key('legacy-backend')).sharing.unsent).toBe(false));
    expect(noted(await metadataOf('legacy-backend'))).toMatchObject({
      version: 1,
      environment: 'production',
      owner: 'Oskar',
    });
    expect(
      (await ana.key('legacy-backend')).activity.map(({ action, outcome }) => [action, outcome]),
    ).toEqual([
      ['share', 'done'],
      ['annotate', 'done'],
    ]);
  });

  it('keep what others keep there, and what a later version would have put into the field', async () => {
    await putMetadata('legacy-backend', {
      line: 4,
      tags: { deep: ['a'] },
      latchkey: JSON.stringify({ version: 1, owner: 'ben', reviewed: '2026-10', changed: { owner: 'x' } }),
    });
    await ana.sync();
    await ana.share(true);
    await ana.note('legacy-backend', { notes: 'Two lines share it.' });
    const metadata = await metadataOf('legacy-backend');
    expect(metadata).toMatchObject({ line: 4, tags: { deep: ['a'] } });
    expect(noted(metadata)).toMatchObject({
      owner: 'ben',
      reviewed: '2026-10',
      notes: 'Two lines share it.',
    });
  });

  it('reach the other administrator, and back; of the same field the newer wins', async () => {
    const ben = await secondPerson();
    await Promise.all([ana.share(true), ben.share(true)]);
    await ana.note('legacy-backend', { owner: 'Ana', purpose: 'Billing' });
    await ben.sync();
    expect(await ben.key('legacy-backend')).toMatchObject({ owner: 'Ana', purpose: 'Billing' });
    await ben.note('legacy-backend', { owner: 'Ben', consumers: ['Billing service'] });
    await ana.sync();
    expect(await ana.key('legacy-backend')).toMatchObject({
      owner: 'Ben',
      purpose: 'Billing',
      consumers: ['Billing service'],
    });
    await ben.note('legacy-backend', { purpose: null });
    await ana.sync();
    expect((await ana.key('legacy-backend')).purpose).toBeNull();
  });

  it('that both set without having seen the other’s come to one end, and fields of one stay', async () => {
    const ben = await secondPerson();
    await Promise.all([ana.share(true), ben.share(true)]);
    wire.cut(true);
    await ana.note('legacy-backend', { owner: 'Ana', environment: 'staging' });
    await ben.note('legacy-backend', { owner: 'Ben', notes: 'From Ben.' });
    wire.cut(false);
    await ana.sync();
    await eventually(async () => expect((await ana.key('legacy-backend')).sharing.unsent).toBe(false));
    await ben.sync();
    await ana.sync();
    const [one, other] = [await ana.key('legacy-backend'), await ben.key('legacy-backend')];
    for (const key of [one, other])
      expect(key).toMatchObject({ owner: 'Ana', environment: 'staging', notes: 'From Ben.' });
  });

  it('written offline are kept, say so, and go out with the next sync', async () => {
    await ana.share(true);
    wire.cut(true);
    const key = await ana.note('legacy-backend', { owner: 'Ana' });
    expect(key).toMatchObject({
      owner: 'Ana',
      sharing: { on: true, unsent: true, problem: { code: 'offline' } },
    });
    wire.cut(false);
    await ana.sync();
    await eventually(async () =>
      expect((await ana.key('legacy-backend')).sharing).toEqual({ on: true, unsent: false, problem: null }),
    );
    expect(noted(await metadataOf('legacy-backend')).owner).toBe('Ana');
  });

  it('whose answer was lost are found at the platform, and not sent a second time', async () => {
    await ana.share(true);
    wire.loseAnswerTo('PATCH');
    const key = await ana.note('legacy-backend', { owner: 'Ana' });
    expect(key.owner).toBe('Ana');
    await ana.sync();
    await eventually(async () =>
      expect((await ana.key('legacy-backend')).sharing).toEqual({ on: true, unsent: false, problem: null }),
    );
    const { activity } = await ana.key('legacy-backend');
    expect(activity).toEqual([
      expect.objectContaining({ action: 'share', outcome: 'done' }),
      expect.objectContaining({ action: 'annotate', outcome: 'done' }),
    ]);
    expect(patches()).toBe(1);
  });

  it('of a key that is made go into it afterwards', async () => {
    await ana.share(true);
    await ana.core.call('keys.create', {
      workspaceId: ana.workspaceId,
      name: 'belt-9-uploader',
      environment: 'staging',
      owner: 'Team belts',
      grant: { platform: 'roboflow', scopes: ['model:infer'] },
    });
    await eventually(async () =>
      expect(noted(await metadataOf('belt-9-uploader'))).toMatchObject({
        environment: 'staging',
        owner: 'Team belts',
      }),
    );
  });

  it('of a key whose creation was lost still get to it', async () => {
    await ana.share(true);
    wire.loseAnswerTo('POST');
    const create = ana.core.call('keys.create', {
      workspaceId: ana.workspaceId,
      name: 'belt-9-ghost',
      environment: 'staging',
      owner: 'Team belts',
      consumers: ['Belt 9'],
      grant: { platform: 'roboflow', scopes: ['model:infer'] },
    });
    await expect(create).rejects.toMatchObject({ error: { hint: expect.any(String) } });
    await ana.sync();
    expect(await ana.key('belt-9-ghost')).toMatchObject({ owner: 'Team belts', consumers: ['Belt 9'] });
    await eventually(async () =>
      expect(noted(await metadataOf('belt-9-ghost'))).toMatchObject({ consumers: ['Belt 9'] }),
    );
  });

  it.each([
    ['is not ours', 'a note of somebody', 'Rename or remove that field'],
    ['a newer version wrote', { version: 2, owner: 'x' }, 'Update Latchkey here'],
  ])('leave a field that %s as it is, and say what to do', async (_what, latchkey, hint) => {
    await putMetadata('legacy-backend', { latchkey });
    await ana.sync();
    await ana.share(true);
    const key = await ana.note('legacy-backend', { owner: 'Ana' });
    expect(key.sharing.problem?.hint).toContain(hint);
    expect(await metadataOf('legacy-backend')).toEqual({ latchkey });
    // Trying again by itself would change nothing.
    await ana.sync();
    expect(patches()).toBe(0);
    await putMetadata('legacy-backend', {});
    const again = await ana.core.call('annotations.share', { keyId: key.id });
    expect(again.sharing).toEqual({ on: true, unsent: false, problem: null });
  });

  it('stay as they are when it is switched off again', async () => {
    await ana.share(true);
    await ana.note('legacy-backend', { owner: 'Ana' });
    await ana.share(false);
    await ana.note('legacy-backend', { owner: 'Ben' });
    expect(noted(await metadataOf('legacy-backend')).owner).toBe('Ana');
    await ana.sync();
    expect((await ana.key('legacy-backend')).owner).toBe('Ben');
  });

  it('are refused on a plan without metadata: one request, the reason, and everything kept here', async () => {
    const starter = await startStarterPlan();
    onTestFinished(() => starter.close());
    const marsh = await secondPerson(starter.signIn);
    for (const name of ['camera-1', 'camera-2']) await marsh.note(name, { owner: 'Robin' });
    await marsh.share(true);
    await eventually(async () =>
      expect(await marsh.core.call('annotations.sharing', { workspaceId: marsh.workspaceId })).toMatchObject({
        on: true,
        unsent: 2,
        problem: {
          code: 'plan',
          message: expect.stringContaining('Advanced API Keys, which writing metadata'),
        },
      }),
    );
    const attempts = async () => {
      const keys = [await marsh.key('camera-1'), await marsh.key('camera-2')];
      expect(keys.map(({ owner }) => owner)).toEqual(['Robin', 'Robin']);
      return keys.flatMap(({ activity }) => activity.filter(({ action }) => action === 'share')).length;
    };
    expect(await attempts()).toBe(1);
    await marsh.sync();
    expect(await attempts()).toBe(1);
  });

  it('never overwrite what another administrator set later, when sharing begins', async () => {
    await ana.note('legacy-backend', { owner: 'Ana', purpose: 'Old' });
    const ben = await secondPerson();
    await ben.share(true);
    await ben.note('legacy-backend', { owner: 'Ben' });
    await ana.sync();
    expect((await ana.key('legacy-backend')).owner).toBe('Ana');
    await ana.share(true);
    await eventually(async () =>
      expect(noted(await metadataOf('legacy-backend'))).toMatchObject({ owner: 'Ben', purpose: 'Old' }),
    );
    expect((await ana.key('legacy-backend')).owner).toBe('Ben');
  });
});
