/** The store on a real SQLite file in a folder of its own, without the thread, and keys to put into it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { KeyRow } from '#shared/domain/key.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import type { RemoteKey } from '../../src/main/platforms/platform.ts';
import type { ConnectionRow } from '../../src/main/store/api/connections.ts';
import { openDatabase } from '../../src/main/store/database.ts';
import { createOperations, type Operations } from '../../src/main/store/operations.ts';
import { createSql } from '../../src/main/store/sql.ts';

/** A folder for one test; `[Symbol.dispose]` removes it. */
export function temporaryFolder(): { path: string; file: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'latchkey-store-'));
  return {
    path,
    file: join(path, 'latchkey.db'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

export type OpenedStore = { operations: Operations; database: Database; shapes: string[] } & Disposable;

/** Ids are counted, so that a test can be repeated. `shapes` collects every statement that ran. */
export function openOperations(file: string, now: () => number = Date.now): OpenedStore {
  const database = openDatabase(file);
  const shapes: string[] = [];
  const sql = createSql(database, {
    threshold: -1,
    report: (shape) => shapes.push(shape),
    clock: () => 0,
  });
  let last = 0;
  const newId = () => {
    last += 1;
    return `id-${last}`;
  };
  return {
    operations: createOperations(sql, newId, now),
    database,
    shapes,
    [Symbol.dispose]: () => void database.close(),
  };
}

export function connectionRow(change: Partial<ConnectionRow> = {}): ConnectionRow {
  return {
    id: 'connection-1',
    platform: 'roboflow',
    baseUrl: 'https://api.example.test',
    account: 'ana@factory.example',
    organizationId: null,
    embedded: false,
    signInWay: 'credential',
    state: 'ready',
    problem: null,
    ...change,
  };
}

export function remoteKey(remoteId: string, change: Partial<RemoteKey> = {}): RemoteKey {
  return {
    remoteId,
    name: `Key ${remoteId}`,
    prefix: 'Zt4q',
    grant: { platform: 'roboflow', scopes: ['model:infer'] },
    disabled: false,
    protected: false,
    isDefault: false,
    folderIds: [],
    metadata: {},
    lastUsed: { kind: 'not-reported' },
    createdAt: '2026-08-14T09:12:00Z',
    createdBy: 'ana@factory.example',
    ...change,
  };
}

export function inventoryQuery(change: Partial<InventoryQuery> = {}): InventoryQuery {
  return { search: '', workspaceId: null, sort: { column: 'name', direction: 'ascending' }, ...change };
}

/** The inventory's id of a key that the platform calls `remoteId`; null where the workspace has none. */
export function keyIdOf({ database }: OpenedStore, workspaceId: string, remoteId: string): string | null {
  const id = database.prepare('SELECT id FROM keys WHERE workspace_id = ? AND remote_id = ?').pluck();
  return (id.get(workspaceId, remoteId) as string | undefined) ?? null;
}

/** Every matching row, read window by window as the application does. */
export function allRows(operations: Operations, query: InventoryQuery): KeyRow[] {
  const rows: KeyRow[] = [];
  for (;;) {
    const page = operations.inventoryRows(query, rows.length, 200);
    if (page.rows.length === 0) return rows;
    rows.push(...page.rows);
  }
}
