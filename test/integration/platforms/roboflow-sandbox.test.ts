/** The Roboflow adapter against the sandbox: the life of a key, and every refusal. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Session } from '../../../src/main/platforms/platform.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { adapters, refusal } from '../../support/fault-server.ts';
import { startStarterPlan } from '../../support/starter-plan.ts';

const { roboflow } = adapters();
const acme = 'acme-vision';
let sandbox: Sandbox;
let session: Session;

const grant = (scopes: string[] | null) => ({ platform: 'roboflow' as const, scopes });
const make = (name: string, scopes: string[] | null) =>
  roboflow.createKey(session, acme, { name, grant: grant(scopes) }, 'unused');
const actingAs = (secret: string): Session => ({ ...session, credential: secret });

function signInTo(slug: string): Session {
  const found = sandbox.connections.find(
    ({ platform, workspaces }) => platform === 'roboflow' && workspaces.some((each) => each.slug === slug),
  );
  if (!found) throw new Error(`The sandbox has no workspace ${slug}.`);
  return { baseUrl: new URL(found.baseUrl), credential: found.credential };
}

async function idOf(name: string): Promise<string> {
  const found = (await roboflow.listKeys(session, acme)).find((key) => key.name === name);
  if (!found) throw new Error(`The sandbox has no key ${name}.`);
  return found.remoteId;
}

beforeAll(async () => {
  sandbox = await startSandbox({ profile: 'demo', port: 0 });
  session = signInTo(acme);
});
afterAll(() => sandbox.close());

it('signs in, and answers for that workspace alone', async () => {
  expect(await roboflow.signIn(session)).toEqual({
    account: null,
    workspaces: [{ slug: acme, name: 'Acme Vision', role: null }],
  });
  expect(await roboflow.answersFor(session)).toEqual([acme]);
});

it('refuses a wrong credential in words that do not repeat it', async () => {
  const error = await refusal(roboflow.signIn(actingAs('WrongKeyNobodyMaySee')), ['WrongKeyNobodyMaySee']);
  expect(error).toMatchObject({ code: 'unauthorized', message: 'Roboflow did not accept this API key.' });
});

it('lists every key, disabled ones and unknown scopes included', async () => {
  const keys = await roboflow.listKeys(session, acme);
  const named = (name: string) => keys.find((key) => key.name === name);
  expect(keys.length).toBeGreaterThan(300);
  expect(named('migration-import')).toMatchObject({ disabled: true, grant: grant(null) });
  expect(named('shelf-label-trial')).toMatchObject({ grant: grant([]) });
  expect(named('edge-fleet-inference')).toMatchObject({
    protected: true,
    lastUsed: { kind: 'not-reported' },
  });
  expect(named('line4-uploader')).toMatchObject({
    grant: grant(['image:create', 'image:tag', 'project:read']),
    folderIds: ['fld_acme_lines'],
    createdBy: 'ana@acme.example',
    metadata: { line: 4 },
  });
  expect(named('dataset-health-board')?.grant).toMatchObject({ scopes: { length: 2 } });
});

it('makes, reads, renames, narrows, widens, disables, enables, and deletes a key', async () => {
  const { key, secret } = await make('adapter-life', ['model:infer']);
  expect(key).toMatchObject({ name: 'adapter-life', grant: grant(['model:infer']), disabled: false });
  expect(key.prefix).not.toBe('');
  expect(key.createdAt).toMatch(/^\d{4}-.*Z$/);
  expect(secret.startsWith(key.prefix)).toBe(true);
  expect(await roboflow.answersFor(actingAs(secret))).toEqual([acme]);

  const change = (what: Parameters<typeof roboflow.updateKey>[3]) =>
    roboflow.updateKey(session, acme, key.remoteId, what);
  expect(await change({ name: 'adapter-renamed' })).toEqual({ ...key, name: 'adapter-renamed' });
  expect(await change({ grant: grant([]) })).toMatchObject({ grant: grant([]) });
  expect(await change({ grant: grant(null) })).toMatchObject({ grant: grant(null), name: 'adapter-renamed' });
  expect(await change({ disabled: true })).toMatchObject({ disabled: true });
  expect(await refusal(roboflow.answersFor(actingAs(secret)), [secret])).toMatchObject({
    code: 'unauthorized',
  });
  expect(await change({ disabled: false })).toMatchObject({ disabled: false });
  expect(await roboflow.answersFor(actingAs(secret))).toEqual([acme]);

  await roboflow.deleteKey(session, acme, key.remoteId);
  expect(await refusal(roboflow.getKey(session, acme, key.remoteId))).toMatchObject({ code: 'not-found' });
  expect(await refusal(roboflow.deleteKey(session, acme, key.remoteId))).toMatchObject({ code: 'not-found' });
  expect(await refusal(roboflow.answersFor(actingAs(secret)), [secret])).toMatchObject({
    code: 'unauthorized',
  });
});

describe('refusals', () => {
  it('protected and deployment, each in its own words', async () => {
    const { key } = await make('adapter-protected', ['model:infer']);
    expect(await roboflow.updateKey(session, acme, key.remoteId, { protected: true })).toMatchObject({
      protected: true,
    });
    const guarded = await refusal(roboflow.deleteKey(session, acme, key.remoteId));
    expect(guarded).toMatchObject({ code: 'protected', status: 409, mayHaveHappened: false });
    expect(await refusal(roboflow.updateKey(session, acme, key.remoteId, { disabled: true }))).toMatchObject({
      code: 'protected',
    });
    const deployed = await refusal(roboflow.deleteKey(session, acme, await idOf('defects-dedicated')));
    expect(deployed).toMatchObject({ code: 'deployment', status: 409 });
    expect(deployed.message).not.toBe(guarded.message);
  });

  it('plan, where the workspace lacks Advanced API Keys', async () => {
    const starter = await startStarterPlan();
    onTestFinished(() => starter.close());
    const { slug, signIn } = starter;
    const marsh: Session = { baseUrl: new URL(signIn.baseUrl), credential: signIn.credential };
    const scoped = { name: 'adapter-plan', grant: grant(['model:infer']) };
    expect(await refusal(roboflow.createKey(marsh, slug, scoped, 'unused'))).toMatchObject({
      code: 'plan',
      status: 403,
    });
    const full = { name: 'adapter-plan', grant: grant(null) };
    const { key } = await roboflow.createKey(marsh, slug, full, 'unused');
    for (const change of [{ disabled: true }, { grant: grant([]) }]) {
      expect(await refusal(roboflow.updateKey(marsh, slug, key.remoteId, change))).toMatchObject({
        code: 'plan',
      });
    }
    await roboflow.deleteKey(marsh, slug, key.remoteId);
  });

  it('missing scope, told apart from a key that is gone', async () => {
    const reader = actingAs((await make('adapter-reader', ['api-key:read', 'model:infer'])).secret);
    const target = (await make('adapter-target', ['model:infer'])).key.remoteId;
    const calls = {
      'api-key:create': () =>
        roboflow.createKey(reader, acme, { name: 'x', grant: grant(['model:infer']) }, 'unused'),
      'api-key:update': () => roboflow.updateKey(reader, acme, target, { name: 'x' }),
      'api-key:revoke': () => roboflow.deleteKey(reader, acme, target),
    };
    for (const [scope, call] of Object.entries(calls)) {
      const error = await refusal(call(), [reader.credential]);
      expect(error).toMatchObject({ code: 'missing-scope', status: 404 });
      expect(error.message).toContain(scope);
    }
    expect(await refusal(roboflow.deleteKey(reader, acme, 'k_gone'))).toMatchObject({ code: 'not-found' });

    const blind = actingAs((await make('adapter-blind', ['model:infer'])).secret);
    const unseen = await refusal(roboflow.listKeys(blind, acme));
    expect(unseen).toMatchObject({ code: 'missing-scope', message: expect.stringContaining('api-key:read') });
    expect(await refusal(roboflow.getKey(blind, acme, target))).toMatchObject({ code: 'missing-scope' });
    expect((await roboflow.signIn(blind)).workspaces).toEqual([{ slug: acme, name: null, role: null }]);
  });

  it('more than the login may do itself', async () => {
    const scopes = ['api-key:read', 'api-key:create', 'api-key:revoke', 'model:infer'];
    const minter = actingAs((await make('adapter-minter', scopes)).secret);
    for (const wanted of [null, ['project:create']]) {
      const call = roboflow.createKey(minter, acme, { name: 'x', grant: grant(wanted) }, 'unused');
      expect(await refusal(call)).toMatchObject({
        code: 'role',
        message: expect.stringMatching(/may do more than it may do itself/),
      });
    }
    expect(await refusal(roboflow.deleteKey(minter, acme, await idOf('plant-historian')))).toMatchObject({
      code: 'role',
    });
    const own = await roboflow.createKey(
      minter,
      acme,
      { name: 'adapter-made', grant: grant(['model:infer']) },
      'unused',
    );
    expect(own.key.grant).toEqual(grant(['model:infer']));
  });

  it('a scope that Roboflow does not know, beside the scope', async () => {
    const call = make('adapter-unknown', ['model:levitate']);
    expect(await refusal(call)).toMatchObject({ code: 'bad-input', info: { field: 'grant' } });
  });
});

it('waits out the rate limit on reads', async () => {
  let now = Date.parse('2026-08-14T09:00:00Z');
  const clock = { now: () => new Date(now) };
  const limited = await startSandbox({ profile: 'empty', port: 0, requestsPerMinute: 6, clock });
  const connection = limited.connections.find(({ platform }) => platform === 'roboflow');
  const slept: number[] = [];
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
    now += milliseconds;
  };
  const { roboflow: patient } = adapters({ clock, sleep });
  try {
    const one = { baseUrl: new URL(connection?.baseUrl ?? ''), credential: connection?.credential ?? '' };
    for (let turn = 0; turn < 8; turn += 1) expect(await patient.answersFor(one)).toEqual(['birch-robotics']);
    expect(slept).toEqual([10_000, 10_000]);
  } finally {
    await limited.close();
  }
});
