/** The figures over the inventory against a count in memory, and against the searches that a press on them runs. */
import { addDays, differenceInCalendarDays, isMonday, parseISO } from 'date-fns';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { environmentSchema } from '#shared/domain/environment.ts';
import { isFullAccess } from '#shared/domain/grant.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { dateOf } from '#shared/domain/search/days.ts';
import { figureSearches, weekSearch } from '#shared/domain/summary.ts';
import type { Summary } from '#shared/ipc/summary.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-03T08:00:00Z';
const day = 86_400_000;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder[Symbol.dispose]();
  vi.unstubAllEnvs();
});

const timeBefore = fc
  .integer({ min: 0, max: 300 * day })
  .map((past) => new Date(Date.parse(now) - past).toISOString());
const key = fc.record({
  workspace: fc.integer({ min: 0, max: 2 }),
  environment: fc.constantFrom(...environmentSchema.options),
  createdAt: fc.option(timeBefore, { freq: 8 }),
  lastUsed: fc.oneof(
    timeBefore.map((at) => ({ kind: 'at', at }) as const),
    fc.constantFrom({ kind: 'never' } as const, { kind: 'not-reported' } as const),
  ) satisfies fc.Arbitrary<RemoteKey['lastUsed']>,
  scopes: fc.constantFrom<string[] | null>(null, ['model:infer']),
  disabled: fc.boolean(),
  protected: fc.boolean(),
  vanished: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
});
const world = fc.array(key, { minLength: 20, maxLength: 60, size: 'max' });

type WorldKey = typeof key extends fc.Arbitrary<infer Value> ? Value : never;

function fill({ operations }: OpenedStore, keys: readonly WorldKey[]): string[] {
  const workspaces = ['a', 'b', 'c'].map((slug) => ({ slug, name: slug, role: null }));
  const ids = operations.addConnection(connectionRow(), workspaces, now);
  for (const [number, id] of ids.entries()) {
    const remote = keys.flatMap(({ workspace, environment, scopes, ...rest }, position) =>
      workspace === number
        ? [
            {
              environment,
              gone: rest.vanished,
              key: remoteKey(`k${position}`, { ...rest, grant: { platform: 'roboflow', scopes } }),
            },
          ]
        : [],
    );
    for (const each of remote) operations.upsertKey(id, each.key, now, { environment: each.environment });
    const left = remote.filter(({ gone }) => !gone).map((each) => each.key);
    operations.applySync(id, left, [], now);
  }
  return ids;
}

const policies: Readonly<Record<string, number>> = { production: 90, staging: 180, ci: 90 };

/** Days until the key is due, today being 0; null where it never is. */
function daysLeft({ environment, createdAt, status }: KeyRow): number | null {
  const policy = policies[environment];
  const inUse = status === 'active' || status === 'protected';
  if (policy === undefined || createdAt === null || !inUse) return null;
  return differenceInCalendarDays(addDays(createdAt, policy), now);
}

function unusedDays({ lastUsed, createdAt }: KeyRow): number | null {
  const since = lastUsed.kind === 'at' ? lastUsed.at : lastUsed.kind === 'never' ? createdAt : null;
  return since === null ? null : differenceInCalendarDays(now, since);
}

const isThere = ({ status }: KeyRow) => status !== 'vanished';

/** The same by going through the rows, without any code of the search. */
function naive(rows: readonly KeyRow[]): Summary {
  const count = (wanted: (row: KeyRow, left: number) => boolean) =>
    rows.filter((row) => wanted(row, daysLeft(row) ?? Number.NaN)).length;
  const firstMonday = Array.from({ length: 7 }, (_, ahead) => ahead + 1).find((ahead) =>
    isMonday(addDays(parseISO(now.slice(0, 10)), ahead)),
  );
  const today = Math.floor(Date.parse(now) / day);
  const weeks = Array.from({ length: 26 }, (_, index) => {
    const from = index === 0 ? 0 : (firstMonday ?? 0) + (index - 1) * 7;
    const before = (firstMonday ?? 0) + index * 7;
    return {
      from: today + from,
      before: today + before,
      count: count((_row, left) => left >= from && left < before),
      soon: from <= 14,
    };
  });
  return {
    keys: rows.length,
    figures: {
      overdue: count((_row, left) => left < 0),
      dueSoon: count((_row, left) => left >= 0 && left <= 14),
      unused: count((row) => isThere(row) && (unusedDays(row) ?? 0) > 90),
      fullAccess: count((row) => isThere(row) && isFullAccess(row.grant)),
      withoutEnvironment: count((row) => isThere(row) && row.environment === 'unassigned'),
    },
    weeks,
  };
}

describe('the summary', () => {
  it.each(['UTC', 'America/New_York', 'Asia/Kathmandu'])('is what a count in memory says, in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    let due = 0;
    fc.assert(
      fc.property(world, (keys) => {
        using place = temporaryFolder();
        using store = openOperations(place.file, () => Date.parse(now));
        const ids = fill(store, keys);
        for (const workspaceId of [null, ...ids]) {
          const rows = allRows(store.operations, inventoryQuery({ workspaceId }));
          const summary = store.operations.summary(workspaceId);
          expect(summary).toEqual(naive(rows));
          due += summary.weeks.reduce((sum, week) => sum + week.count, 0);
        }
      }),
      { numRuns: 25 },
    );
    // Figures that are always nothing would agree with anything.
    expect(due).toBeGreaterThan(100);
  });

  it('counts what a press on a figure or a week shows', () => {
    using store = openOperations(folder.file, () => Date.parse(now));
    const [, second = ''] = fill(store, fc.sample(world, { numRuns: 30, seed: 7 }).flat());
    for (const workspaceId of [null, second]) {
      const { figures, weeks } = store.operations.summary(workspaceId);
      const found = (search: string) =>
        store.operations.inventoryRows(inventoryQuery({ search, workspaceId }), 0, 1).total;
      for (const [name, count] of Object.entries(figures))
        expect(found(figureSearches[name as keyof typeof figures]), name).toBe(count);
      for (const week of weeks) expect(found(weekSearch(week)), dateOf(week.from)).toBe(week.count);
      expect(figures.overdue).toBeGreaterThan(0);
      expect(weeks.filter(({ count }) => count > 0).length).toBeGreaterThan(2);
    }
  });

  it('follows the keys, and the calendar', () => {
    let time = Date.parse(now);
    using store = openOperations(folder.file, () => time);
    const [acme = ''] = store.operations.addConnection(
      connectionRow(),
      [{ slug: 'acme', name: 'Acme', role: null }],
      now,
    );
    expect(store.operations.summary(null)).toMatchObject({ keys: 0, figures: { overdue: 0 } });
    store.operations.upsertKey(acme, remoteKey('k1', { createdAt: now }), now, { environment: 'production' });
    const weekOfKey = () => store.operations.summary(acme).weeks.findIndex(({ count }) => count === 1);
    expect(store.operations.summary(null).keys).toBe(1);
    expect(weekOfKey()).toBe(13);
    time += 88 * day;
    expect(weekOfKey()).toBe(0);
    expect(store.operations.summary(null).figures).toMatchObject({ dueSoon: 1, overdue: 0 });
    time += 3 * day;
    expect(weekOfKey()).toBe(-1);
    expect(store.operations.summary(null).figures).toMatchObject({ dueSoon: 0, overdue: 1 });
  });

  it('is counted once for each change, whatever is searched for', () => {
    using store = openOperations(folder.file, () => Date.parse(now));
    const [acme = ''] = fill(store, fc.sample(world, { numRuns: 3, seed: 7 }).flat());
    store.operations.summary(null);
    const counted = () => {
      store.shapes.length = 0;
      store.operations.summary(null);
      return store.shapes.filter((shape) => shape.includes('FROM key_index')).length;
    };
    store.operations.inventoryRows(inventoryQuery({ search: 'status:overdue' }), 0, 1);
    expect(counted()).toBe(0);
    store.operations.upsertKey(acme, remoteKey('one more'), now);
    expect(counted()).toBeGreaterThan(0);
    expect(counted()).toBe(0);
  });
});
