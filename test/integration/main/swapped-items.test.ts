/** Two connections whose keychain items were swapped, or are swapped at the worst moment. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../src/main/secrets/drivers/memory.ts';
import type { OpenedSecretStore } from '../../../src/main/secrets/secret-store.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { slugOf, twelve } from '../../support/twelve-workspaces.ts';
import { type Core, everyKey, signInTo, startCore } from './desk.ts';

const names = ['Acme Vision EU', 'Acme Vision US'] as const;
type Place = { connectionId: string; workspaceId: string; keyId: string };

let core: Core;
let wire: Awaited<ReturnType<typeof openWire>>;
let secrets: OpenedSecretStore;
/** Called after each credential that is read. */
let afterGet: () => Promise<void>;
let europe: Place;
let america: Place;
let end: () => Promise<void>;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-swapped-'));
  const sandbox = await startSandbox({ profile: twelve, port: 0, requestsPerMinute: 100_000 });
  wire = await openWire(sandbox.url);
  const memory = createMemoryStore('available', 'in this test');
  afterGet = async () => undefined;
  secrets = {
    ...memory,
    async get(account) {
      const secret = await memory.get(account);
      await afterGet();
      return secret;
    },
  };
  core = await startCore(folder, { openSecrets: async () => secrets });
  const places = [];
  for (const name of names) {
    const { baseUrl, ...signIn } = signInTo(sandbox, slugOf(name));
    const through = { ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) };
    const { connectionId, workspaceIds } = await core.call('connections.connect', through);
    const [workspaceId = ''] = workspaceIds;
    await core.call('sync.now', { workspaceId });
    const query = { ...everyKey, workspaceId, search: 'line-4-uploader' };
    const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 2 });
    places.push({ connectionId, workspaceId, keyId: rows[0]?.id ?? '' });
  }
  [europe, america] = places as [Place, Place];
  end = async () => {
    await core.close();
    await wire.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  };
});
afterEach(() => end());

async function swapItems(): Promise<void> {
  const read = afterGet;
  afterGet = async () => undefined;
  const [ours, theirs] = [await secrets.get(europe.connectionId), await secrets.get(america.connectionId)];
  await secrets.set(europe.connectionId, theirs ?? '');
  await secrets.set(america.connectionId, ours ?? '');
  afterGet = read;
}

const changes = () => wire.requests.filter((request) => !request.startsWith('GET '));
const inference = { platform: 'roboflow', scopes: ['model:infer'] };
const wide = { platform: 'roboflow', scopes: null };

describe('swapped before', () => {
  it.each([
    ['deleting', () => core.call('keys.delete', { keyId: europe.keyId })],
    ['disabling', () => core.call('keys.setDisabled', { keyId: europe.keyId, disabled: true })],
    ['quarantine', () => core.call('quarantine.put', { keyId: europe.keyId, plan: { days: 7 } })],
    ['protecting', () => core.call('keys.protect', { keyId: europe.keyId })],
  ])('%s is refused before anything is sent, and names both', async (_what, act) => {
    await swapItems();
    await expect(act()).rejects.toMatchObject({
      error: {
        code: 'wrong-workspace',
        message:
          'The credential of this connection does not answer for Acme Vision EU (acme-vision-eu) but for Acme Vision US (acme-vision-us). Nothing was sent.',
      },
    });
    expect(changes()).toEqual([]);
    const [marked, other] = await core.call('workspaces.list', {});
    expect(marked).toMatchObject({ id: europe.workspaceId, state: 'sign-in' });
    expect(other).toMatchObject({ id: america.workspaceId, state: 'ready' });

    await swapItems();
    await act();
    expect(changes()).toEqual([expect.stringContaining('/acme-vision-eu/api-keys/')]);
  });

  it('narrowing a scope never gets as far as a change', async () => {
    await swapItems();
    const edit = { keyId: europe.keyId, grant: inference, expected: wide };
    await expect(core.call('keys.editGrant', edit)).rejects.toMatchObject({ error: expect.anything() });
    expect(changes()).toEqual([]);
  });
});

it('swapped between the question and the act: what acts is the credential that was asked about', async () => {
  let reads = 0;
  afterGet = async () => {
    reads += 1;
    if (reads === 1) await swapItems();
  };
  await core.call('keys.delete', { keyId: europe.keyId });
  expect(changes()).toEqual([expect.stringMatching(/^DELETE .*\/acme-vision-eu\/api-keys\//)]);
  afterGet = async () => undefined;
  // It was the right one, or the platform would have refused it; and the items are swapped by now.
  await expect(core.call('keys.delete', { keyId: america.keyId })).rejects.toMatchObject({
    error: { code: 'wrong-workspace' },
  });
  expect(changes()).toHaveLength(1);
});
