/** Roboflow answers 404 where the acting key lacks a scope: each call of the adapter says which one is likely missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlatformAdapter, RemoteKey, Session } from '../../../src/main/platforms/platform.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { adapters, refusal } from '../../support/fault-server.ts';

const { roboflow } = adapters();
const acme = 'acme-vision';
let sandbox: Sandbox;
let whole: Session;

type Call = keyof Omit<PlatformAdapter, 'id'>;

/** The scopes of every call, each of which is enough to be refused for; a call that is new here has to be listed. */
const scopesOf: Readonly<Record<Call, readonly string[]>> = {
  // Any living key may ask who it is.
  signIn: [],
  answersFor: [],
  listKeys: ['api-key:read'],
  getKey: ['api-key:read'],
  createKey: ['api-key:create'],
  updateKey: ['api-key:update'],
  deleteKey: ['api-key:revoke'],
  rollKey: ['api-key:revoke', 'api-key:create'],
  listFolders: ['folder:read'],
  publishableKey: ['workspace:read'],
};
const all = [...new Set(Object.values(scopesOf).flat())];

const make = (name: string, scopes: string[]) =>
  roboflow.createKey(whole, acme, { name, grant: { platform: 'roboflow', scopes } }, 'unused');

function run(call: Call, session: Session, target: RemoteKey): Promise<unknown> {
  const { remoteId } = target;
  const grant = { platform: 'roboflow', scopes: [] } as const;
  switch (call) {
    case 'signIn':
    case 'answersFor':
      return roboflow[call](session);
    case 'listKeys':
      return roboflow.listKeys(session, acme);
    case 'listFolders':
    case 'publishableKey': {
      const read = roboflow[call];
      if (!read) throw new Error(`The adapter has no ${call}.`);
      return read(session, acme);
    }
    case 'getKey':
    case 'deleteKey':
      return roboflow[call](session, acme, remoteId);
    case 'createKey':
      return roboflow.createKey(session, acme, { name: 'x', grant: { ...grant, scopes: [] } }, 'unused');
    case 'updateKey':
      return roboflow.updateKey(session, acme, remoteId, { name: 'x' });
    case 'rollKey': {
      if (!roboflow.rollKey) throw new Error('The adapter cannot roll.');
      return roboflow.rollKey(session, acme, target);
    }
  }
}

let count = 0;
async function actingWith(scopes: string[]): Promise<Session> {
  count += 1;
  return { ...whole, credential: (await make(`login ${count}`, scopes)).secret };
}

beforeAll(async () => {
  sandbox = await startSandbox({ profile: 'demo', port: 0, requestsPerMinute: 100_000 });
  const found = sandbox.connections.find(({ workspaces }) => workspaces.some(({ slug }) => slug === acme));
  if (!found) throw new Error(`The sandbox has no workspace ${acme}.`);
  whole = { baseUrl: new URL(found.baseUrl), credential: found.credential };
});
afterAll(() => sandbox.close());

const lines = Object.entries(scopesOf) as [Call, readonly string[]][];

describe.each(lines.filter(([, scopes]) => scopes.length > 0))('%s', (call, needed) => {
  it.each(needed)('says that %s is missing, and who can give it', async (missing) => {
    const { key } = await make(`target of ${call}`, []);
    const session = await actingWith(all.filter((scope) => scope !== missing));
    const error = await refusal(run(call, session, key), [session.credential]);
    expect(error).toMatchObject({ code: 'missing-scope', status: 404 });
    expect(error.message).toContain(missing);
    expect(error.info.hint).toMatch(/give the key of this login that scope, or sign in with a key/);
    // Where the list can be read, it is no matter of the key being gone.
    if (missing !== 'api-key:read') expect(error.message).not.toContain('key is gone');
  });

  it('works with its scopes, and with nothing but them', async () => {
    const { key } = await make(`target of ${call}`, []);
    const session = await actingWith([...needed]);
    // A refusal would be thrown.
    await run(call, session, key);
  });
});

describe.each(lines.filter(([, scopes]) => scopes.length === 0))('%s', (call) => {
  it('needs no scope at all', async () => {
    const { key } = await make(`target of ${call}`, []);
    await run(call, await actingWith([]), key);
  });
});

it.each<Call>(['getKey', 'updateKey', 'deleteKey', 'rollKey'])(
  '%s says that a key is gone where the list says so, and names both causes where it cannot be read',
  async (call) => {
    const { key } = await make(`gone before ${call}`, []);
    await roboflow.deleteKey(whole, acme, key.remoteId);
    const gone = await refusal(run(call, await actingWith(all), key));
    expect(gone).toMatchObject({ code: 'not-found', message: 'This key no longer exists at Roboflow.' });
    const blind = await refusal(run(call, await actingWith([]), key));
    expect(blind.code).toBe('missing-scope');
    expect(blind.message).toMatch(/Either the key is gone, or .* lacks the scope api-key:/);
  },
);
