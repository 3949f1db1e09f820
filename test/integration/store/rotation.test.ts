import { afterAll, beforeAll, expect, it } from 'vitest';
import { environmentSchema } from '#shared/domain/environment.ts';
import { rotationOf, urgencyOf } from '#shared/domain/rotation-due.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

// Noon in the middle of winter, and keys from before the clocks changed.
const now = new Date(2026, 10, 21, 12).getTime();
const day = 86_400_000;

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => now);
  const [workspaceId = ''] = store.operations.addConnection(
    connectionRow(),
    [{ slug: 'acme', name: 'Acme', role: 'admin' }],
    new Date(now).toISOString(),
  );
  // Around every edge of every policy: a day more, a day less, early and late on the day.
  const ages = [0, 30, 75, 76, 77, 89, 90, 91, 104, 165, 166, 167, 179, 180, 181, 300];
  let count = 0;
  for (const environment of environmentSchema.options)
    for (const age of ages)
      for (const hour of [-11.9, 0, 11.9])
        for (const flags of [{}, { disabled: true }, { protected: true }]) {
          count += 1;
          const createdAt = new Date(now - age * day + hour * 3_600_000).toISOString();
          const key = remoteKey(`k${count}`, { name: `key ${count}`, createdAt, ...flags });
          store.operations.upsertKey(workspaceId, key, new Date(now).toISOString(), { environment });
        }
  store.operations.upsertKey(
    workspaceId,
    remoteKey('ageless', { createdAt: null }),
    new Date(now).toISOString(),
    { environment: 'production' },
  );
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const found = (search: string) =>
  new Set(allRows(store.operations, inventoryQuery({ search })).map(({ id }) => id));

it.each(['overdue', 'due-soon'] as const)('%s on a row is what a search for it finds', (urgency) => {
  const rows = allRows(store.operations, inventoryQuery());
  const shown = rows.filter((row) => urgencyOf(row, now) === urgency).map(({ id }) => id);
  expect(shown.length).toBeGreaterThan(0);
  expect(new Set(shown)).toEqual(found(`status:${urgency}`));
});

it.each([0, 1, 13, 14, 15, 60, 180])('%d days left on a row is what due: finds', (daysLeft) => {
  const shown = allRows(store.operations, inventoryQuery()).filter((row) => {
    const rotation = rotationOf(row, now);
    return rotation.kind === 'due' && rotation.daysLeft < daysLeft;
  });
  expect(new Set(shown.map(({ id }) => id))).toEqual(found(`due:<${daysLeft}d`));
});

it('sorts by the day a key is due, those without one last', () => {
  for (const direction of ['ascending', 'descending'] as const) {
    // Beside midnight the hour that a clock change takes or gives decides between two days.
    const rows = allRows(
      store.operations,
      inventoryQuery({ sort: { column: 'rotation', direction } }),
    ).filter(({ createdAt }) => createdAt === null || Math.abs(new Date(createdAt).getHours() - 12) < 9);
    const days = rows.map((row) => {
      const rotation = rotationOf(row, now);
      return rotation.kind === 'due' ? rotation.daysLeft : null;
    });
    const due = days.filter((left) => left !== null);
    expect(due.length).toBeGreaterThan(50);
    expect(days.slice(0, due.length)).toEqual(due);
    expect(due).toEqual(due.toSorted((a, b) => (direction === 'ascending' ? a - b : b - a)));
  }
});

it('sorts what is overdue before what is due soon, by status', () => {
  const rows = allRows(
    store.operations,
    inventoryQuery({ sort: { column: 'status', direction: 'ascending' } }),
  );
  const shown = [...new Set(rows.map((row) => urgencyOf(row, now) ?? row.status))];
  expect(shown).toEqual(['overdue', 'due-soon', 'active', 'protected', 'disabled']);
});
