/** Setting policies, letting keys rest and planning days: the service over a real store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PolicyService } from '../../../src/main/policies/service.ts';
import { createPolicyService } from '../../../src/main/policies/service.ts';
import type { Store } from '../../../src/main/store/client.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

// Noon here, so that no zone puts it on another day.
const now = new Date(2026, 10, 21, 12);
const at = now.toISOString();
const made = (daysAgo: number) => new Date(2026, 10, 21 - daysAgo, 12).toISOString();

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let service: PolicyService;
let told: string[][];
let [acme, blue]: string[] = [];
let key: Record<'old' | 'young' | 'test', string>;

beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => now.getTime());
  const workspaces = ['acme', 'blue'].flatMap((slug) =>
    store.operations.addConnection(
      connectionRow({ id: slug, account: `ana@${slug}.example` }),
      [{ slug, name: slug, role: null }],
      at,
    ),
  );
  [acme = '', blue = ''] = workspaces;
  const add = (remoteId: string, daysAgo: number, environment: 'production' | 'development') =>
    store.operations.upsertKey(acme ?? '', remoteKey(remoteId, { createdAt: made(daysAgo) }), at, {
      environment,
    });
  key = {
    old: add('old', 100, 'production'),
    young: add('young', 80, 'production'),
    test: add('test', 400, 'development'),
  };
  const calls = new Proxy(store.operations, {
    get:
      (operations, name) =>
      async (...input: unknown[]) =>
        (operations[name as keyof typeof operations] as (...input: unknown[]) => unknown)(...input),
  });
  told = [];
  service = createPolicyService({
    store: { read: calls, write: calls } as unknown as Store,
    clock: { now: () => now },
    emit: (_name, payload) => void told.push((payload as { workspaceIds: string[] }).workspaceIds),
  });
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const row = (keyId: string) => {
  const found = allRows(store.operations, inventoryQuery()).find(({ id }) => id === keyId);
  return found ?? expect.unreachable();
};
const lastOf = (keyId: string) => store.operations.keyDetail(keyId)?.activity[0];
const refusal = async (refused: Promise<unknown>) => {
  const error = await refused.then(
    () => expect.unreachable(),
    (thrown: { info: unknown }) => thrown,
  );
  return error.info;
};

describe('a policy', () => {
  it('goes for all workspaces, then for one, then for a key, and is told with who and why', async () => {
    await service.set(null, [{ environment: 'production', days: 60 }], '');
    expect(row(key.young).rotation).toEqual({ days: 60, from: 'environment' });
    await service.set(acme ?? '', [{ environment: 'production', days: 120 }], ' Slow plant ');
    expect(row(key.young).rotation).toEqual({ days: 120, from: 'workspace' });
    const policy = await service.setForKey(key.young, 30, 'Seen in a log');
    expect(row(key.young).rotation).toEqual({ days: 30, from: 'key' });
    expect(policy.policy).toMatchObject({
      own: { days: 30, reason: 'Seen in a log', by: 'ana@acme.example' },
      inherited: 120,
    });
    expect(lastOf(key.young)).toMatchObject({
      action: 'policy',
      outcome: 'done',
      detail: 'Its own policy: every 30 days: Seen in a log',
    });
    expect(store.operations.policies()).toMatchObject([
      { workspaceId: null, environment: 'production', days: 60, reason: null, by: null },
      { workspaceId: acme, environment: 'production', days: 120, by: 'ana@acme.example' },
    ]);
    expect(told).toEqual([[acme], [acme], [acme]]);
    await service.setForKey(key.young, 'inherit', '');
    const { before } = await service.set(acme ?? '', [{ environment: 'production', days: 'inherit' }], '');
    expect(before).toEqual([{ environment: 'production', days: 120 }]);
    expect(row(key.young).rotation).toEqual({ days: 60, from: 'environment' });
    expect(store.operations.policyChanges(9)).toMatchObject([
      { workspaceId: acme, before: 120, after: 'inherit' },
      { workspaceId: acme, before: 'inherit', after: 120 },
      { workspaceId: null, before: 'inherit', after: 60 },
    ]);
  });

  it('that lets keys live longer needs a reason', async () => {
    const missing = { code: 'bad-input', field: 'reason' };
    const set = (days: number | null, reason: string) =>
      service.set(acme ?? '', [{ environment: 'production', days }], reason);
    expect(await refusal(set(91, ''))).toMatchObject(missing);
    expect(await refusal(set(null, ''))).toMatchObject(missing);
    await set(91, 'Agreed with the plant.');
    await set(90, '');
    expect(await refusal(service.setForKey(key.old, 91, ''))).toMatchObject(missing);
    // Any day is sooner than none.
    await service.setForKey(key.test, 365, '');
    expect(await refusal(service.set('nowhere', [], ''))).toMatchObject({ code: 'not-found' });
  });

  it('of a key follows to the one that takes its place, where its rest and its day do not', async () => {
    await service.setForKey(key.young, 95, 'Long belt.');
    await service.plan({ plans: [{ keyId: key.young, day: '2026-11-25' }], reason: '' });
    await service.snooze([key.young], '2026-11-23', 'Holiday.');
    const replacement = { oldKeyId: key.young, intentId: 'i', metadata: {}, at };
    const next = store.operations.replaceKey(
      acme ?? '',
      remoteKey('next', { createdAt: at }),
      replacement,
      at,
    );
    expect(row(next).rotation).toEqual({ days: 95, from: 'key' });
  });

  it('is there again with a workspace that was removed, and forgotten with a key that is gone', async () => {
    await service.set(acme ?? '', [{ environment: 'production', days: 45 }], '');
    await service.setForKey(key.old, 20, '');
    store.operations.removeConnection('acme', at);
    expect(store.operations.policies()).toEqual([]);
    store.operations.addConnection(
      connectionRow({ id: 'acme-2' }),
      [{ slug: 'acme', name: 'acme', role: null }],
      at,
    );
    store.operations.applySync(
      acme ?? '',
      ['old', 'young'].map((id) => remoteKey(id, { createdAt: made(10) })),
      [],
      at,
    );
    expect(row(key.old).rotation).toEqual({ days: 20, from: 'key' });
    expect(row(key.young).rotation).toEqual({ days: 45, from: 'workspace' });
    store.operations.removeKey(key.old, at);
    expect(store.database.prepare('SELECT count(*) FROM key_policies').pluck().get()).toBe(0);
  });
});

describe('a snooze', () => {
  it('puts off keys that are due some day, leaves the others, and can be put back', async () => {
    const all = Object.values(key);
    const { before, left } = await service.snooze([...all, 'nobody'], '2026-12-01', 'The line stands still.');
    expect(before).toEqual([key.old, key.young].map((keyId) => ({ keyId, until: null, reason: null })));
    expect(left).toBe(2);
    expect(row(key.old).rotation.snoozedUntil).toBe('2026-12-01');
    expect(lastOf(key.old)).toMatchObject({
      action: 'snooze',
      detail: 'Snoozed until 1 Dec 2026: The line stands still.',
    });
    expect(store.operations.keyDetail(key.old)?.policy).toMatchObject({
      snooze: { until: '2026-12-01', reason: 'The line stands still.', by: 'ana@acme.example' },
    });
    const again = await service.snooze([key.old], '2026-12-24', 'Still.');
    expect(again.before).toEqual([{ keyId: key.old, until: '2026-12-01', reason: 'The line stands still.' }]);
    const ended = await service.endSnooze([key.old, key.test]);
    expect(ended.before).toEqual([{ keyId: key.old, until: '2026-12-24', reason: 'Still.' }]);
    expect(row(key.old).rotation).toEqual({ days: 90, from: 'environment' });
    expect(store.operations.keyDetail(key.old)?.policy.snooze).toBeNull();
  });

  it('needs a reason', async () => {
    expect(await refusal(service.snooze([key.old], '2026-12-01', ''))).toMatchObject({ field: 'reason' });
  });

  it.each(['2026-11-21', '2026-11-20', '2027-02-20'])('until %s is no rest of 1 to 90 days', (until) =>
    expect(service.snooze([key.old], until, 'Why')).rejects.toThrow(/1 to 90 days/),
  );
});

describe('a planned day', () => {
  it('is set for all of them or for none', async () => {
    const plans = [
      { keyId: key.young, day: '2026-12-08' },
      { keyId: key.old, day: '2026-12-08' },
    ];
    expect(await refusal(service.plan({ plans, reason: '' }))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('For 1 of 2 keys'),
    });
    expect(row(key.young).rotation.plannedOn).toBeUndefined();
    const { before } = await service.plan({ plans: plans.slice(0, 1), reason: 'Levelled.' });
    expect(before).toEqual([{ keyId: key.young, day: null }]);
    expect(row(key.young).rotation.plannedOn).toBe('2026-12-08');
    expect(lastOf(key.young)).toMatchObject({
      action: 'plan',
      detail: 'Planned for 8 Dec 2026: Levelled.',
    });
    await service.plan({ plans: before, reason: '', back: true });
    expect(row(key.young).rotation.plannedOn).toBeUndefined();
    expect(lastOf(key.young)?.detail).toBe('Back on the day of its policy.');
  });

  it('that is past can be put back, and not be chosen', async () => {
    const plans = [{ keyId: key.young, day: '2026-11-20' }];
    expect(await refusal(service.plan({ plans, reason: '' }))).toMatchObject({ code: 'conflict' });
    await service.plan({ plans, reason: '', back: true });
    expect(row(key.young).rotation.plannedOn).toBe('2026-11-20');
    const nobody = [{ keyId: 'nobody', day: null }];
    expect(await refusal(service.plan({ plans: nobody, reason: '' }))).toMatchObject({ code: 'conflict' });
  });
});

it('goes for the keys of its own workspace alone', async () => {
  await service.set(blue ?? '', [{ environment: 'production', days: 7 }], '');
  expect(row(key.young).rotation).toEqual({ days: 90, from: 'environment' });
  expect(told).toEqual([]);
});
