/** A thousand operations on platforms that misbehave, and what must be true when the storm is over. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { keysAtThePlatforms, type PlatformKey } from './at-the-platform.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { operatorOf, scopesOf } from './operator.ts';
import { checkShares } from './shares.ts';
import { openStorm, type Storm } from './storm.ts';

const operations = 1_000;

it.each(['monday', 'tuesday'])(
  'with the seed %s a thousand operations lose nothing, double nothing and leave nothing open',
  async (seed) => {
    const unhandled = hearUnhandled();
    const storm = await openStorm(seed);
    onTestFinished(() => storm.end());
    const { core } = storm;
    await signIn(storm);
    const workspaces = await core.call('workspaces.list', {});
    expect(workspaces).toHaveLength(6);

    const ledger = openLedger();
    const operator = operatorOf(core, ledger, workspaces, seed);
    for (const workspace of workspaces) {
      for (const { id } of await operator.rowsOf(workspace)) await operator.learn(id);
    }
    const done = new Set<string>();
    for (let count = 0; count < operations; count += 1) done.add(await operator.act());
    expect(done.size).toBe(8);
    checkShares(operator.told);

    // A name that could not be read at some sync is still the one that was read before.
    const names = (await core.call('workspaces.list', {})).map(({ name }) => name);
    expect(names).toEqual([
      'Cobalt Works',
      'Marsh Imaging',
      'Ridge Optics',
      'Tern Maps',
      'Heron Surveys',
      'Plover Labs',
    ]);

    const sandbox = await storm.calm();
    await core.call('sync.now', { workspaceId: null });
    // Twice: the first may have joined a read that the storm had already spoilt.
    await core.call('sync.now', { workspaceId: null });
    const there = await keysAtThePlatforms(sandbox);
    const here: PlatformKey[] = [];
    for (const workspace of await core.call('workspaces.list', {})) {
      expect(workspace).toMatchObject({ state: 'ready', problem: null });
      for (const { id: keyId, status } of await operator.rowsOf(workspace)) {
        if (status === 'vanished') continue;
        const { remoteId, name, disabled, ...key } = await core.call('inventory.key', { keyId });
        const facts = { name, disabled, protected: key.protected, scopes: scopesOf(key.grant) };
        here.push({ slug: workspace.slug, remoteId, ...facts });
      }
    }
    expect(sorted(here)).toEqual(sorted(there));
    checkLedger(ledger, there);

    const secrets = [...operator.secrets, ...storm.connections.map(({ credential }) => credential)];
    expect(operator.secrets.length).toBeGreaterThan(50);
    const said = JSON.stringify(operator.errors);
    expect(secrets.filter((secret) => said.includes(secret))).toHaveLength(0);
    for (const error of operator.errors) {
      expect(['internal', 'store', 'keychain']).not.toContain(error.code);
      expect(error.message).toMatch(/^\S.*\.$/s);
    }

    await core.close();
    expect(openIntents(storm.profile)).toEqual([]);
    expect(await scanForSecrets([storm.profile], secrets)).toEqual([]);
    expect(unhandled).toEqual([]);
  },
);

/** What the ledger is sure of, the platform has to agree with. */
function checkLedger({ keys, deletions, creations }: Ledger, there: readonly PlatformKey[]): void {
  const byId = new Map(there.map((key) => [key.remoteId, key]));
  for (const [remoteId, known] of keys) {
    const deletion = deletions.get(remoteId);
    if (deletion === 'done') expect(byId.get(remoteId)).toBeUndefined();
    else if (deletion !== 'unclear') expect(byId.get(remoteId)).toMatchObject(known);
  }
  // A name is asked for once, so nothing may have it twice; and what was refused was not made.
  const names = there.map(({ name }) => name).filter((name) => /^(made|renamed)-/.test(name));
  expect(byId.size).toBe(there.length);
  expect(names).toHaveLength(new Set(names).size);
  for (const [name, outcome] of creations) if (outcome === 'refused') expect(names).not.toContain(name);
}

/** As a person does: again until it works, and until every workspace was read. */
async function signIn({ core, connections }: Storm): Promise<void> {
  for (const { platform, baseUrl, credential, workspaces } of connections) {
    // The id of such an organization is its slug.
    const organization = platform === 'datature-vi' && { organizationId: workspaces[0]?.slug ?? '' };
    const signIn = { platform, baseUrl, credential, ...organization };
    const connect = () => core.call('connections.connect', signIn);
    for (let isIn = false; !isIn; ) isIn = await connect().then(Boolean, () => false);
  }
  for (let unread = true; unread; ) {
    await core.call('sync.now', { workspaceId: null });
    unread = (await core.call('workspaces.list', {})).some(({ syncedAt }) => syncedAt === null);
  }
}

function hearUnhandled(): unknown[] {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  return unhandled;
}

function openIntents(profile: string): unknown[] {
  const db = new Database(join(profile, 'latchkey.db'), { readonly: true });
  try {
    return db.prepare("SELECT action, expected FROM intents WHERE outcome = 'open'").all();
  } finally {
    db.close();
  }
}

/** Scopes are a set, and platforms list keys in orders of their own. */
function sorted(keys: readonly PlatformKey[]): PlatformKey[] {
  return keys
    .map((key) => ({ ...key, scopes: key.scopes?.toSorted() ?? null }))
    .toSorted((a, b) => a.remoteId.localeCompare(b.remoteId));
}
