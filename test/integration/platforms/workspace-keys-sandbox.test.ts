/** The workspace-keys adapter against the sandbox: the life of a key, and every refusal. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../../src/main/platforms/platform.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { profileNamed } from '../../../src/sandbox/worlds/profiles.ts';
import { adapters, refusal } from '../../support/fault-server.ts';

const adapter = adapters()['workspace-keys'];
const orchard = 'orchard-labs';
const memberToken = 'wkt_TokenOfOneWhoMayOnlyLook';
let sandbox: Sandbox;
let session: Session;

const grant = (scopes: string[], isPublic = false) => ({
  platform: 'workspace-keys' as const,
  scopes,
  public: isPublic,
});
const make = (name: string, wanted = grant(['inference']), intent = name) =>
  adapter.createKey(session, orchard, { name, grant: wanted }, intent);

/** The demo with a token for a person who is only a member. */
function demoWithMember() {
  const demo = profileNamed('demo');
  if (!demo) throw new Error('There is no profile demo.');
  return {
    ...demo,
    world(now: Date) {
      const world = demo.world(now);
      const tokens = [...world.workspaceKeys.tokens, { email: 'pavel@orchard.example', token: memberToken }];
      return { ...world, workspaceKeys: { ...world.workspaceKeys, tokens } };
    },
  };
}

beforeAll(async () => {
  sandbox = await startSandbox({ profile: demoWithMember(), port: 0 });
  const connection = sandbox.connections.find(({ platform }) => platform === 'workspace-keys');
  session = { baseUrl: new URL(connection?.baseUrl ?? ''), credential: connection?.credential ?? '' };
});
afterAll(() => sandbox.close());

it('signs in to several workspaces at once, with the person and the role in each', async () => {
  expect(await adapter.signIn(session)).toEqual({
    account: 'maria@acme.example',
    workspaces: [
      { slug: orchard, name: 'Orchard Labs', role: 'owner' },
      { slug: 'pixel-foundry', name: 'Pixel Foundry', role: 'admin' },
    ],
  });
  expect(await adapter.answersFor(session)).toEqual([orchard, 'pixel-foundry']);
});

it('refuses a wrong token, and an address where nothing speaks the contract', async () => {
  const wrong = await refusal(adapter.signIn({ ...session, credential: 'wkt_WrongTokenNobodyMaySee' }), [
    'WrongTokenNobodyMaySee',
  ]);
  expect(wrong).toMatchObject({
    code: 'unauthorized',
    message: `${session.baseUrl.host} did not accept this token.`,
  });
  const elsewhere = { ...session, baseUrl: new URL('/workspace-keys/nowhere', session.baseUrl) };
  expect(await refusal(adapter.signIn(elsewhere))).toMatchObject({ code: 'not-found' });
});

it('lists every key', async () => {
  const keys = await adapter.listKeys(session, 'pixel-foundry');
  expect(keys).toHaveLength(22);
  expect(keys.find(({ name }) => name === 'kiosk-web')).toMatchObject({
    grant: grant(['inference'], true),
    disabled: false,
    lastUsed: { kind: 'not-reported' },
  });
});

it('makes, reads, renames, widens, narrows, publishes and deletes a key', async () => {
  const { key, secret } = await make('adapter-life');
  expect(key).toMatchObject({
    name: 'adapter-life',
    grant: grant(['inference']),
    createdBy: 'maria@acme.example',
  });
  expect(secret.startsWith(key.prefix.replace(/[….]+$/, ''))).toBe(true);
  expect(await adapter.getKey(session, orchard, key.remoteId)).toEqual(key);

  const change = (what: Parameters<typeof adapter.updateKey>[3]) =>
    adapter.updateKey(session, orchard, key.remoteId, what);
  expect(await change({ name: 'adapter-renamed' })).toEqual({ ...key, name: 'adapter-renamed' });
  expect(await change({ grant: grant(['project', 'inference']) })).toMatchObject({
    grant: grant(['project', 'inference']),
  });
  expect(await change({ grant: grant(['inference'], true) })).toMatchObject({
    grant: grant(['inference'], true),
  });
  expect(await change({ grant: grant(['project']) })).toMatchObject({
    grant: grant(['project']),
    name: 'adapter-renamed',
  });

  await adapter.deleteKey(session, orchard, key.remoteId);
  expect(await refusal(adapter.getKey(session, orchard, key.remoteId))).toMatchObject({ code: 'not-found' });
  expect(await refusal(adapter.deleteKey(session, orchard, key.remoteId))).toMatchObject({
    code: 'not-found',
    mayHaveHappened: false,
  });
});

it('says that the secret of a repeated create is gone, and makes no second key', async () => {
  const { key, secret } = await make('adapter-once', grant(['inference'], true), 'intent-7');
  const again = await refusal(make('adapter-once', grant(['inference'], true), 'intent-7'), [secret]);
  expect(again).toMatchObject({ code: 'conflict', message: expect.stringMatching(/cannot be shown again/) });
  const namesakes = (await adapter.listKeys(session, orchard)).filter(({ name }) => name === key.name);
  expect(namesakes).toEqual([key]);
});

it('refuses a name that is taken, a name that is too long, and what a public key may not have', async () => {
  await make('public-adapter-demo');
  expect(await refusal(make('public-adapter-demo', grant(['inference']), 'other'))).toMatchObject({
    code: 'duplicate-name',
    info: { field: 'name' },
  });
  expect(await refusal(make('n'.repeat(300)))).toMatchObject({ code: 'bad-input', info: { field: 'name' } });
  expect(await refusal(make('adapter-wide', grant(['project'], true)))).toMatchObject({
    code: 'conflict',
    info: { field: 'grant' },
  });
  expect(await refusal(make('adapter-empty', grant([])))).toMatchObject({
    code: 'bad-input',
    info: { field: 'grant' },
  });
  expect(await refusal(make('adapter-odd', grant(['levitate'])))).toMatchObject({
    code: 'bad-input',
    info: { field: 'grant' },
  });
});

it('lets a member look, and says who may do more', async () => {
  const member = { ...session, credential: memberToken };
  expect((await adapter.signIn(member)).workspaces).toEqual([
    { slug: orchard, name: 'Orchard Labs', role: 'member' },
  ]);
  const keys = await adapter.listKeys(member, orchard);
  const id = keys[0]?.remoteId ?? '';
  for (const call of [
    () => adapter.createKey(member, orchard, { name: 'x', grant: grant(['inference']) }, 'member'),
    () => adapter.updateKey(member, orchard, id, { name: 'x' }),
    () => adapter.deleteKey(member, orchard, id),
  ]) {
    expect(await refusal(call(), [memberToken])).toMatchObject({
      code: 'role',
      message: expect.stringMatching(/Only an owner or an admin/),
    });
  }
  expect(await refusal(adapter.listKeys(member, 'pixel-foundry'))).toMatchObject({ code: 'not-found' });
});
