import { expect, it } from 'vitest';
import { sortColumns } from '#shared/ipc/inventory.ts';
import { manyKeys, manyWorkspaces } from '../../support/many-keys.ts';
import { connectionRow, inventoryQuery, openOperations, temporaryFolder } from '../../support/store.ts';

const [workspaces, keysEach] = [20, 5000];
const total = workspaces * keysEach;
const now = '2026-09-01T08:00:00Z';

// Minutes at most on a slow disk; the limit only ends a run that would never end.
it('100,000 keys: every position holds one key, in any order', { timeout: 1_800_000 }, () => {
  using folder = temporaryFolder();
  using store = openOperations(folder.file);
  // What is looked at here is not whether the disk has it.
  store.database.pragma('synchronous = OFF');
  const ids = store.operations.addConnection(connectionRow(), manyWorkspaces(workspaces), now);
  for (const [number, id] of ids.entries())
    store.operations.applySync(id, manyKeys(number, keysEach), [], now);

  for (const column of sortColumns) {
    const query = inventoryQuery({ sort: { column, direction: 'descending' } });
    const seen = new Set<string>();
    for (let offset = 0; offset < total; offset += 5000) {
      const page = store.operations.inventoryRows(query, offset, 5000);
      expect([page.total, page.all, page.rows.length]).toEqual([total, total, 5000]);
      for (const row of page.rows) seen.add(row.id);
      expect(store.operations.inventoryPosition(query, page.rows[0]?.id ?? '')).toBe(offset);
    }
    expect(seen.size).toBe(total);
    expect(store.operations.inventoryRows(query, total, 100).rows).toEqual([]);
  }

  const counts = store.operations.workspaces().map(({ keyCount }) => keyCount);
  expect(counts).toEqual(ids.map(() => keysEach));
  expect(store.operations.applySync(ids[0] ?? '', manyKeys(0, keysEach), [], now).changed).toBe(false);
  const found = store.operations.inventoryRows(inventoryQuery({ search: 'k_0_3uv' }), 0, 100);
  expect(found).toMatchObject({ total: 1, rows: [{ name: expect.stringContaining(' 4999') }] });
});
