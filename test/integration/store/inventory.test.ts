import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentSchema } from '#shared/domain/environment.ts';
import { grantLabels } from '#shared/domain/grant-text.ts';
import { type KeyRow, keyRowSchema } from '#shared/domain/key.ts';
import { rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import { type InventoryQuery, type SortColumn, sortColumns } from '#shared/ipc/inventory.ts';
import { naturalOrder } from '../../../src/main/store/text.ts';
import { manyKeys, manyWorkspaces } from '../../support/many-keys.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-01T08:00:00Z';
const environments = environmentSchema.options;
const directions = ['ascending', 'descending'] as const;

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceIds: string[];
let workspaceNames: Map<string, string>;

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  workspaceIds = store.operations.addConnection(connectionRow(), manyWorkspaces(12), now);
  workspaceNames = new Map(store.operations.workspaces().map(({ id, name }) => [id, name]));
  for (const [number, workspaceId] of workspaceIds.entries()) {
    const keys = manyKeys(number, 40);
    for (const [position, key] of keys.entries())
      store.operations.upsertKey(workspaceId, key, now, {
        environment: environments[(number + position) % environments.length] ?? 'unassigned',
      });
    // The last five vanish; two more have the same name and times written in another way.
    const twins = ['twin-1', 'twin-2'].map((id) =>
      remoteKey(`${id}-${number}`, { name: 'twin', createdAt: '2025-01-01T00:00:00.000Z' }),
    );
    store.operations.applySync(workspaceId, [...keys.slice(0, 35), ...twins], [], now);
  }
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const environmentRanks = ['production', 'staging', 'development', 'ci'];
const statusRanks = ['overdue', 'due-soon', 'active', 'protected', 'disabled', 'vanished'];
const rank = (ranks: string[], value: string) => (ranks.includes(value) ? ranks.indexOf(value) : null);
const text = (value: string | null) => (value === null ? null : naturalOrder(value));
const time = (value: string | null) => (value === null ? null : Date.parse(value));

/** What each column sorts by, told apart from the SQL; null is absent. */
const values: Readonly<Record<SortColumn, (row: KeyRow) => string | number | null>> = {
  name: (row) => text(row.name),
  workspace: (row) => text(workspaceNames.get(row.workspaceId) ?? null),
  environment: (row) => rank(environmentRanks, row.environment),
  scope: (row) => text(`${grantLabels(row.grant).labels.join(' ')} ${grantLabels(row.grant).more}`),
  lastUsed: (row) => (row.lastUsed.kind === 'at' ? time(row.lastUsed.at) : null),
  rotation: (row) => {
    const rotation = rotationOf(row, Date.now());
    return rotation.kind === 'due' ? (time(row.createdAt) ?? 0) + rotation.ofDays * 86_400_000 : null;
  },
  createdAt: (row) => time(row.createdAt),
  createdBy: (row) => text(row.createdBy),
  owner: (row) => text(row.owner),
  status: (row) => rank(statusRanks, urgencyOf(row, Date.now()) ?? row.status),
};

const sorted = (
  column: SortColumn,
  direction: 'ascending' | 'descending',
  workspaceId: string | null = null,
) => inventoryQuery({ sort: { column, direction }, workspaceId });

describe('sorting', () => {
  const cases = sortColumns.flatMap((column) => directions.map((direction) => [column, direction] as const));

  it.each(cases)('by %s, %s: by its value, absent ones last, equal ones by name', (column, direction) => {
    const rows = allRows(store.operations, sorted(column, direction));
    expect(rows).toHaveLength(12 * 42);
    const sign = direction === 'ascending' ? 1 : -1;
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (!next) continue;
      const [value, nextValue] = [values[column](row), values[column](next)];
      if (value === null) expect(nextValue).toBeNull();
      if (value === null || nextValue === null) continue;
      expect(sign * compare(value, nextValue)).toBeLessThanOrEqual(0);
      // Grants that share a label are grouped first, so names only run on inside one grant.
      if (value === nextValue && JSON.stringify(row.grant) === JSON.stringify(next.grant))
        expect(sign * compare(naturalOrder(row.name), naturalOrder(next.name))).toBeLessThanOrEqual(0);
    }
  });

  it('by last use puts times first, then never, not seen and not reported', () => {
    const kinds = new Set(
      allRows(store.operations, sorted('lastUsed', 'ascending')).map((row) => row.lastUsed.kind),
    );
    expect([...kinds]).toEqual(['at', 'never', 'not-reported']);
  });

  it.each(cases)('by %s, %s: gives the same order every time', (column, direction) => {
    const ids = () => allRows(store.operations, sorted(column, direction)).map(({ id }) => id);
    const before = ids();
    // Any write makes the store forget the order it had found.
    store.operations.updateConnection('connection-1', { account: 'bo@factory.example' }, now);
    expect(ids()).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });
});

function compare(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

describe('windows', () => {
  it('hold rows as the contract has them, with counts of what matches and of all', () => {
    const { rows, total, all } = store.operations.inventoryRows(inventoryQuery({ search: 'oven' }), 0, 200);
    for (const row of rows) expect(keyRowSchema.safeParse(row).error).toBeUndefined();
    expect(total).toBe(rows.length);
    expect(total).toBeGreaterThan(0);
    expect(all).toBe(12 * 42);
  });

  it('of one workspace count and show that workspace only', () => {
    const [, second = ''] = workspaceIds;
    const { total, all, rows } = store.operations.inventoryRows(sorted('name', 'ascending', second), 0, 200);
    expect([total, all, rows.length]).toEqual([42, 42, 42]);
    expect(new Set(rows.map((row) => row.workspaceId))).toEqual(new Set([second]));
    expect(rows.filter((row) => row.status === 'vanished')).toHaveLength(5);
    const none = store.operations.inventoryRows(inventoryQuery({ workspaceId: 'gone' }), 0, 200);
    expect(none).toEqual({ total: 0, all: 0, rows: [] });
  });

  it('at any place are that part of the whole, and positions point into it', () => {
    const whole = new Map<string, KeyRow[]>();
    const queryArbitrary: fc.Arbitrary<InventoryQuery> = fc.record({
      search: fc.constantFrom('', 'oven', 'line 4', 'never', 'a'),
      workspaceId: fc.constantFrom(null, ...workspaceIds.slice(0, 2)),
      sort: fc.record({ column: fc.constantFrom(...sortColumns), direction: fc.constantFrom(...directions) }),
    });
    fc.assert(
      fc.property(queryArbitrary, fc.nat(600), fc.integer({ min: 1, max: 200 }), (query, offset, limit) => {
        const name = JSON.stringify(query);
        const rows = whole.get(name) ?? allRows(store.operations, query);
        whole.set(name, rows);
        const page = store.operations.inventoryRows(query, offset, limit);
        expect(page.total).toBe(rows.length);
        expect(page.rows).toEqual(rows.slice(offset, offset + limit));
        for (const [index, row] of page.rows.slice(0, 3).entries())
          expect(store.operations.inventoryPosition(query, row.id)).toBe(offset + index);
      }),
    );
  });

  it('show a change at once, though orders are remembered', () => {
    const query = sorted('name', 'ascending', workspaceIds[11] ?? '');
    const before = store.operations.inventoryRows(query, 0, 1).total;
    const id = store.operations.upsertKey(
      workspaceIds[11] ?? '',
      remoteKey('fresh', { name: '!first' }),
      now,
    );
    expect(store.operations.inventoryRows(query, 0, 1)).toMatchObject({ total: before + 1, rows: [{ id }] });
    expect(store.operations.inventoryPosition(query, id)).toBe(0);
    store.operations.removeKey(id, now);
    expect(store.operations.inventoryRows(query, 0, 1).total).toBe(before);
    expect(store.operations.inventoryPosition(query, id)).toBeNull();
  });

  it('are not looked for anew because a platform answered', () => {
    using other = temporaryFolder();
    using opened = openOperations(other.file);
    const [workspaceId = ''] = opened.operations.addConnection(connectionRow(), manyWorkspaces(1), now);
    opened.operations.upsertKey(workspaceId, remoteKey('1'), now);
    const searches = () => {
      opened.shapes.length = 0;
      const { total } = opened.operations.inventoryRows(inventoryQuery(), 0, 10);
      return { total, looked: opened.shapes.some((shape) => shape.startsWith('SELECT k.seq')) };
    };
    expect(searches()).toEqual({ total: 1, looked: true });
    const last = { at: now, status: 200, milliseconds: 40 };
    opened.operations.keepAnswers([{ connectionId: 'connection-1', last, latency: 40 }]);
    expect(searches()).toEqual({ total: 1, looked: false });
    opened.operations.upsertKey(workspaceId, remoteKey('2'), now);
    expect(searches()).toEqual({ total: 2, looked: true });
  });

  it('have no position for a key that does not match', () => {
    const [row] = store.operations.inventoryRows(inventoryQuery({ search: 'oven' }), 0, 1).rows;
    expect(store.operations.inventoryPosition(inventoryQuery({ search: 'kiln' }), row?.id ?? '')).toBeNull();
  });
});
