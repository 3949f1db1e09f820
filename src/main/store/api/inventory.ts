/** Windows of rows over all keys. */
import type { KeyRow } from '#shared/domain/key.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';

export type InventoryReads = {
  inventoryRows(
    query: InventoryQuery,
    offset: number,
    limit: number,
  ): { total: number; all: number; rows: KeyRow[] };
  inventoryPosition(query: InventoryQuery, keyId: string): number | null;
};
