/** The Datature Vi adapter against the sandbox: the life of a key, and every refusal. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../../src/main/platforms/platform.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { adapters, refusal } from '../../support/fault-server.ts';
import { demoWithoutPickers, withoutPickers } from '../../support/without-pickers.ts';

const adapter = adapters()['datature-vi'];
let sandbox: Sandbox;
let session: Session;
let organization: string;

const grant = (access: string[], permission: string) => ({
  platform: 'datature-vi' as const,
  access,
  permission,
});
const everything = grant(['dataset', 'training', 'deployment'], 'full');
const make = (name: string, wanted = grant(['dataset'], 'labeler-only')) =>
  adapter.createKey(session, organization, { name, grant: wanted }, name);

function sessionOf(id: string): Session {
  const found = sandbox.connections.find(({ workspaces }) => workspaces.some(({ slug }) => slug === id));
  return {
    baseUrl: new URL(found?.baseUrl ?? ''),
    credential: found?.credential ?? '',
    organizationId: id,
  };
}

beforeAll(async () => {
  sandbox = await startSandbox({ profile: demoWithoutPickers(), port: 0 });
  const connection = sandbox.connections.find(({ platform }) => platform === 'datature-vi');
  organization = connection?.workspaces[0]?.slug ?? '';
  session = sessionOf(organization);
});
afterAll(() => sandbox.close());

it('signs in to the one organization, with the role and whether it has pickers', async () => {
  expect(await adapter.signIn(session)).toEqual({
    account: null,
    workspaces: [{ slug: organization, name: 'Harbour CV', role: 'owner', keyPermissions: true }],
  });
  expect(await adapter.answersFor(session)).toEqual([organization]);
});

it('refuses a wrong secret key, another’s organization, and a sign-in without one', async () => {
  const credential = 'dtvi_WrongKeyNobodyMaySee';
  expect(await refusal(adapter.signIn({ ...session, credential }), [credential])).toMatchObject({
    code: 'unauthorized',
  });
  expect(await refusal(adapter.signIn({ ...session, organizationId: withoutPickers }))).toMatchObject({
    code: 'not-found',
    info: { field: 'organizationId' },
  });
  const { organizationId: _left, ...without } = session;
  expect(await refusal(adapter.signIn(without))).toMatchObject({ code: 'sign-in-needed' });
});

it('lists every key with Never and the times of use', async () => {
  const keys = await adapter.listKeys(session, organization);
  expect(keys).toHaveLength(24);
  const named = (name: string) => keys.find((key) => key.name === name);
  expect(named('tablet-trial')).toMatchObject({
    grant: grant(['deployment'], 'restricted'),
    lastUsed: { kind: 'never' },
    createdBy: 'luis@harbour.example',
  });
  expect(named('quay-backend')?.lastUsed.kind).toBe('at');
});

it('makes, reads, renames, widens, narrows and deletes a key', async () => {
  const { key, secret } = await make('adapter-life');
  expect(key).toMatchObject({ name: 'adapter-life', grant: grant(['dataset'], 'labeler-only') });
  expect(key.lastUsed).toEqual({ kind: 'never' });
  expect(secret.startsWith(key.prefix)).toBe(true);
  expect(await adapter.getKey(session, organization, key.remoteId)).toMatchObject(key);

  const change = (what: Parameters<typeof adapter.updateKey>[3]) =>
    adapter.updateKey(session, organization, key.remoteId, what);
  expect(await change({ name: 'adapter-renamed' })).toEqual({ ...key, name: 'adapter-renamed' });
  expect(await change({ grant: everything })).toMatchObject({ grant: everything });
  expect(await change({ grant: grant(['deployment'], 'read-only') })).toMatchObject({
    grant: grant(['deployment'], 'read-only'),
  });

  // Last used moves with the first authenticated request.
  await adapter.answersFor({ ...session, credential: secret });
  expect((await adapter.getKey(session, organization, key.remoteId)).lastUsed.kind).toBe('at');

  await adapter.deleteKey(session, organization, key.remoteId);
  expect(await refusal(adapter.getKey(session, organization, key.remoteId))).toMatchObject({
    code: 'not-found',
  });
  expect(await refusal(adapter.answersFor({ ...session, credential: secret }), [secret])).toMatchObject({
    code: 'unauthorized',
  });
});

it('changes nothing where somebody else was faster', async () => {
  const { key } = await make('adapter-race');
  const { version } = await adapter.getKey(session, organization, key.remoteId);
  if (version === undefined) throw new Error('The key came without a version.');
  await adapter.updateKey(session, organization, key.remoteId, { grant: everything });
  const late = { grant: grant(['dataset'], 'read-only'), version };
  expect(await refusal(adapter.updateKey(session, organization, key.remoteId, late))).toMatchObject({
    code: 'stale',
    mayHaveHappened: false,
  });
  expect((await adapter.getKey(session, organization, key.remoteId)).grant).toEqual(everything);
});

it('refuses a name that is taken or too long, and a scope it does not know or that is empty', async () => {
  await make('adapter-taken');
  expect(await refusal(make('adapter-taken'))).toMatchObject({ code: 'duplicate-name' });
  for (const [name, wanted, field] of [
    ['n'.repeat(81), grant(['dataset'], 'full'), 'name'],
    ['adapter-empty', grant([], 'full'), 'grant'],
    ['adapter-odd', grant(['levitation'], 'full'), 'grant'],
    ['adapter-level', grant(['dataset'], 'auditor'), 'grant'],
  ] as const)
    expect(await refusal(make(name, wanted))).toMatchObject({ code: 'bad-input', info: { field } });
});

it('hands out no more than the login has, and says so', async () => {
  const { secret } = await make('adapter-narrow', grant(['dataset'], 'read-only'));
  const narrow = { ...session, credential: secret };
  const wide = { name: 'adapter-wider', grant: everything };
  expect(await refusal(adapter.createKey(narrow, organization, wide, 'x'), [secret])).toMatchObject({
    code: 'missing-scope',
    info: { field: 'grant' },
  });
});

it('knows an organization without pickers: full access only, and no change of it', async () => {
  const there = sessionOf(withoutPickers);
  expect((await adapter.signIn(there)).workspaces).toMatchObject([
    { slug: withoutPickers, keyPermissions: false },
  ]);
  const { key } = await adapter.createKey(there, withoutPickers, { name: 'plain', grant: everything }, 'x');
  expect(key.grant).toEqual(everything);
  const narrow = grant(['dataset'], 'read-only');
  const before = await adapter.listKeys(there, withoutPickers);
  expect(
    await refusal(adapter.createKey(there, withoutPickers, { name: 'n', grant: narrow }, 'y')),
  ).toMatchObject({
    code: 'plan',
  });
  expect(
    await refusal(adapter.updateKey(there, withoutPickers, key.remoteId, { grant: narrow })),
  ).toMatchObject({
    code: 'plan',
  });
  expect((await adapter.listKeys(there, withoutPickers)).map(({ grant: has }) => has)).toEqual(
    before.map(() => everything),
  );
});
