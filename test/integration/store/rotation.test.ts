/** The rule for due days is written twice, in TypeScript for one key and in SQL for all of them: they must agree. */
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Environment } from '#shared/domain/environment.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { policyEnvironments } from '#shared/domain/key-rotation.ts';
import { rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import { weeksFrom } from '#shared/domain/summary.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const day = 86_400_000;
const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia'];
/** A day in winter, and the days on which clocks change in some of the zones. */
const moments = [
  '2026-11-21T12:00:00Z',
  '2026-03-08T09:30:00Z',
  '2026-11-01T04:30:00Z',
  '2011-12-30T11:00:00Z',
];
const environments: readonly Environment[] = [...policyEnvironments, 'unassigned'];

let clock = 0;
let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceIds: string[];
let keyIds: string[];

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => clock);
  workspaceIds = ['acme', 'blue'].flatMap((slug) =>
    store.operations.addConnection(
      connectionRow({ id: slug, account: `ana@${slug}.example` }),
      [{ slug, name: slug, role: null }],
      new Date().toISOString(),
    ),
  );
  keyIds = workspaceIds.flatMap((workspaceId) =>
    Array.from({ length: 60 }, (_, number) =>
      store.operations.upsertKey(
        workspaceId,
        remoteKey(`k${number}`, { disabled: number % 11 === 0, protected: number % 7 === 0 }),
        new Date().toISOString(),
        { environment: environments[number % environments.length] ?? 'unassigned' },
      ),
    ),
  );
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});
afterEach(() => vi.unstubAllEnvs());

const note = { at: '2026-01-01T00:00:00Z', reason: 'Because.', detail: 'Because.' };
const daysChoice = fc.constantFrom<number | null | 'inherit'>('inherit', null, 1, 7, 30, 90, 1095);

/** All that can be said about rotation, drawn anew: policies everywhere and in one workspace, and about each key. */
const world = fc.record({
  everywhere: fc.array(daysChoice, { minLength: 4, maxLength: 4 }),
  inAcme: fc.array(daysChoice, { minLength: 4, maxLength: 4 }),
  keys: fc.array(
    fc.record({
      age: fc.integer({ min: -2, max: 1100 }),
      minutes: fc.integer({ min: 0, max: 1439 }),
      own: fc.option(daysChoice, { freq: 4, nil: 'inherit' as const }),
      rest: fc.option(fc.integer({ min: -3, max: 90 }), { freq: 3 }),
      plan: fc.option(fc.integer({ min: -40, max: 120 }), { freq: 3 }),
      unknown: fc.boolean(),
      run: fc.constantFrom('none', 'none', 'none', 'old', 'twin', 'over'),
    }),
    { minLength: 120, maxLength: 120 },
  ),
});
type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

/** In one transaction, as it is only the ground of a test. */
const make = (drawn: World) => store.database.transaction(() => fillWith(drawn))();

function fillWith({ everywhere, inAcme, keys }: World): void {
  const { operations, database } = store;
  const choices = (days: readonly (number | null | 'inherit')[]) =>
    policyEnvironments.map((environment, at) => ({ environment, days: days[at] ?? 'inherit' }));
  operations.setPolicies(null, choices(everywhere), note);
  operations.setPolicies(workspaceIds[0] ?? '', choices(inAcme), note);
  const today = dayOf(clock);
  const rows = new Map(allRows(operations, inventoryQuery()).map((row) => [row.id, row]));
  database.exec('DELETE FROM rotation_runs');
  for (const [at, id] of keyIds.entries()) {
    const drawn = keys[at];
    const row = rows.get(id);
    if (!drawn || !row) throw new Error('There are as many keys as were drawn.');
    const createdAt =
      drawn.unknown && at % 9 === 0
        ? null
        : new Date(clock - drawn.age * day - drawn.minutes * 60_000).toISOString();
    const number = at % 60;
    operations.upsertKey(
      row.workspaceId,
      remoteKey(`k${number}`, { createdAt, disabled: number % 11 === 0, protected: number % 7 === 0 }),
      note.at,
    );
    // Written past the rules, since a policy may change after it was planned.
    operations.planDays([{ keyId: id, day: drawn.plan === null ? null : today + drawn.plan }], true, note);
    database.prepare('DELETE FROM snoozes WHERE key_id = ?').run(id);
    if (drawn.rest !== null)
      database
        .prepare("INSERT INTO snoozes (key_id, until, reason, at) VALUES (?, ?, 'r', 'now')")
        .run(id, today + drawn.rest);
    operations.setKeyPolicy(id, drawn.own, note);
    if (drawn.run !== 'none') addRun(id, drawn.run);
  }
}

/** A rotation run of the key, or one that made it. */
function addRun(keyId: string, run: 'old' | 'twin' | 'over'): void {
  store.database
    .prepare(
      `INSERT INTO rotation_runs (id, workspace_id, reason, old_key_id, old_remote_id, old_name, old_prefix, twin_key_id,
         quiet_hours, disabled_days, state, step, since, started_at, ended_at, facts)
       VALUES (?, 'w', 'planned', ?, 'r', 'n', 'p', ?, 24, 14, ?, ?, 'now', 'now', ?, '{"canDisable": true}')`,
    )
    .run(
      `run of ${keyId}`,
      run === 'twin' ? `gone ${keyId}` : keyId,
      run === 'twin' ? keyId : null,
      ...(run === 'over' ? ['done', null, 'now'] : ['running', 'consumers', null]),
    );
}

const idsOf = (search: string) =>
  allRows(store.operations, inventoryQuery({ search }))
    .map(({ id }) => id)
    .sort();
const dueDayOf = (row: KeyRow) => {
  const rotation = rotationOf(row, clock);
  return rotation.kind === 'due' ? rotation.day : null;
};

function agrees(): void {
  const rows = allRows(store.operations, inventoryQuery());
  const where = (test: (row: KeyRow) => boolean) =>
    rows
      .filter(test)
      .map(({ id }) => id)
      .sort();
  const today = dayOf(clock);
  expect(idsOf('status:overdue')).toEqual(where((row) => urgencyOf(row, clock) === 'overdue'));
  expect(idsOf('status:due-soon')).toEqual(where((row) => urgencyOf(row, clock) === 'due-soon'));
  expect(idsOf('is:snoozed')).toEqual(where((row) => rotationOf(row, clock).kind === 'snoozed'));
  for (const left of [0, 1, 14, 60])
    expect(idsOf(`due:<${left}d`)).toEqual(
      where((row) => (dueDayOf(row) ?? Number.POSITIVE_INFINITY) < today + left),
    );
  for (const direction of ['ascending', 'descending'] as const) {
    const days = allRows(store.operations, inventoryQuery({ sort: { column: 'rotation', direction } })).map(
      dueDayOf,
    );
    const due = days.filter((found) => found !== null);
    expect(days.slice(0, due.length)).toEqual(due);
    expect(due).toEqual(due.toSorted((a, b) => (direction === 'ascending' ? a - b : b - a)));
  }
  const { weeks, figures } = store.operations.summary(null);
  expect(figures.overdue).toBe(idsOf('status:overdue').length);
  expect(weeks.map(({ count }) => count)).toEqual(
    weeksFrom(today).map(({ from, before }) => {
      return where((row) => {
        const due = dueDayOf(row);
        return due !== null && due >= from && due < before;
      }).length;
    }),
  );
}

/** A world is too large to be worth making smaller. */
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

it.each(zones)('in %s, SQL and TypeScript agree on when keys are due', (zone) => {
  vi.stubEnv('TZ', zone);
  fc.assert(
    fc.property(world, fc.constantFrom(...moments), (drawn, moment) => {
      clock = Date.parse(moment);
      make(drawn);
      agrees();
    }),
    runs(4),
  );
});

it('sorts what is overdue before what is due soon, by status', () => {
  clock = Date.parse('2026-11-21T12:00:00Z');
  fc.assert(
    fc.property(world, (drawn) => {
      make(drawn);
      const order = ['overdue', 'due-soon', 'active', 'protected', 'disabled'];
      const shown = allRows(
        store.operations,
        inventoryQuery({ sort: { column: 'status', direction: 'ascending' } }),
      ).map((row) => order.indexOf(urgencyOf(row, clock) ?? row.status));
      expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    }),
    runs(2),
  );
});

it('tells beforehand what a change of policies moves', () => {
  vi.stubEnv('TZ', 'Europe/Berlin');
  clock = Date.parse('2026-11-21T12:00:00Z');
  const place = fc.constantFrom(null, 0, 1);
  fc.assert(
    fc.property(world, place, fc.array(daysChoice, { minLength: 4, maxLength: 4 }), (drawn, at, days) => {
      make(drawn);
      const { operations } = store;
      const workspaceId = at === null ? null : (workspaceIds[at] ?? null);
      const choices = policyEnvironments.map((environment, index) => ({
        environment,
        days: days[index] ?? 'inherit',
      }));
      const effect = operations.policyEffect(workspaceId, choices);
      const look = () => new Map(allRows(operations, inventoryQuery()).map((row) => [row.id, row]));
      const before = look();
      operations.setPolicies(workspaceId, choices, note);
      const after = look();
      const day = (row: KeyRow | undefined) => {
        const rotation = row && rotationOf(row, clock);
        return rotation?.kind === 'due' || rotation?.kind === 'snoozed' ? rotation.day : Infinity;
      };
      const overdue = (row: KeyRow | undefined) => row !== undefined && urgencyOf(row, clock) === 'overdue';
      const count = (test: (was: KeyRow | undefined, is: KeyRow | undefined) => boolean) =>
        keyIds.filter((id) => test(before.get(id), after.get(id))).length;
      expect(effect).toEqual({
        earlier: count((was, is) => day(is) < day(was)),
        later: count((was, is) => day(is) > day(was)),
        becomeOverdue: count((was, is) => overdue(is) && !overdue(was)),
        noLongerOverdue: count((was, is) => overdue(was) && !overdue(is)),
      });
    }),
    runs(6),
  );
});
