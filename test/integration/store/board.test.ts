/** The board's columns and the calendar's days, against the rule that rows go by and without any code of the search. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyRow } from '#shared/domain/key.ts';
import { rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { dayOf } from '#shared/domain/search/days.ts';
import { type BoardQuery, dueColumns } from '#shared/ipc/board.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = new Date(2026, 10, 21, 12).getTime();
const today = dayOf(now);
const day = 86_400_000;
const environments = ['production', 'staging', 'ci', 'development', 'unassigned'] as const;

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let acme: string;

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => now);
  const at = new Date(now).toISOString();
  const workspaces = ['acme', 'other'].map((slug) => ({ slug, name: slug, role: null }));
  const ids = store.operations.addConnection(connectionRow(), workspaces, at);
  acme = ids[0] ?? '';
  for (let number = 0; number < 600; number += 1) {
    // Over a year, so that clocks changed twice meanwhile, and at every hour of the day.
    const createdAt = new Date(now - (number % 311) * day + ((number % 24) - 12) * 3_600_000).toISOString();
    const key = remoteKey(`k${number}`, { name: `key ${number}`, createdAt, disabled: number % 17 === 0 });
    const environment = environments[number % environments.length] ?? 'ci';
    store.operations.upsertKey(ids[number % 2] ?? '', key, at, {
      environment,
      consumers: number % 3 === 0 ? ['one', 'two'] : [],
    });
  }
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const queries: readonly (() => BoardQuery)[] = [
  () => ({ search: '', workspaceId: null }),
  () => ({ search: '', workspaceId: acme }),
  () => ({ search: 'env:production 1', workspaceId: null }),
  () => ({ search: 'nothing like it', workspaceId: null }),
];
const rowsOf = (query: BoardQuery) => allRows(store.operations, inventoryQuery(query));
const dueDay = (row: KeyRow) => {
  const rotation = rotationOf(row, now);
  return rotation.kind === 'due' ? today + rotation.daysLeft : null;
};
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe.each(queries.map((query, index) => [index, query] as const))('for query %d', (_index, queryOf) => {
  it.each(dueColumns)('the column %s has the keys that are so, the first due first', (column) => {
    const query = queryOf();
    const urgency = column === 'overdue' ? 'overdue' : 'due-soon';
    const wanted = rowsOf(query).filter((row) => urgencyOf(row, now) === urgency);
    const { total, rows } = store.operations.boardKeys(query, column, 0, 600);
    expect(total).toBe(wanted.length);
    expect(names(rows).sort()).toEqual(names(wanted).sort());
    const days = rows.map((row) => dueDay(row) ?? 0);
    expect(days).toEqual([...days].sort((one, other) => one - other));
    // Page by page it is the same list, and each key knows its place.
    const middle = store.operations.boardKeys(query, column, 2, 3).rows;
    expect(middle).toEqual(rows.slice(2, 5));
    for (const [index, { id }] of rows.entries())
      expect(store.operations.boardPosition(query, column, id)).toBe(index);
  });

  it('each day of the calendar has the keys that are due on it', () => {
    const query = queryOf();
    const from = today - 20;
    const found = store.operations.boardDays(query, from, 42);
    const due = rowsOf(query).filter((row) => {
      const at = dueDay(row);
      return at !== null && at >= from && at < from + 42;
    });
    expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(due.length);
    expect(found.map((each) => each.day)).toEqual(
      [...new Set(due.map((row) => dueDay(row)))].sort((one, other) => (one ?? 0) - (other ?? 0)),
    );
    for (const each of found) {
      const list = store.operations.boardDay(query, each.day, 0, 600);
      expect(list.total).toBe(each.count);
      expect(names(list.rows).sort()).toEqual(names(due.filter((row) => dueDay(row) === each.day)).sort());
      expect(list.rows.slice(0, each.first.length)).toEqual(each.first);
    }
  });
});

it('a card knows how many use its key, and who has left has no place', () => {
  const { rows } = store.operations.boardKeys({ search: '', workspaceId: null }, 'overdue', 0, 600);
  expect(new Set(rows.map(({ consumers }) => consumers))).toEqual(new Set([0, 2]));
  expect(store.operations.boardPosition({ search: '', workspaceId: null }, 'overdue', 'gone')).toBeNull();
});

it('a card says how its key is used, where the history tells', () => {
  using place = temporaryFolder();
  using used = openOperations(place.file, () => now);
  const [workspaceId = ''] = used.operations.addConnection(
    connectionRow({ platform: 'datature-vi' }),
    [{ slug: 'vi', name: 'Vi', role: null }],
    new Date(now - 40 * day).toISOString(),
  );
  const createdAt = new Date(now - 85 * day).toISOString();
  for (let night = 30; night >= 0; night -= 1) {
    const at = new Date(2026, 10, 21 - night, 2, 3).toISOString();
    const key = remoteKey('nightly', { createdAt, lastUsed: { kind: 'at', at } });
    const looked = new Date(2026, 10, 21 - night, 8).toISOString();
    used.operations.upsertKey(workspaceId, key, looked, { environment: 'production' });
  }
  const { rows } = used.operations.boardKeys({ search: '', workspaceId: null }, 'due', 0, 10);
  expect(rows).toMatchObject([{ cadence: 'nightly about 02:00' }]);
});
