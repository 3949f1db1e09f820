import type { BulkActionKind } from '#shared/ipc/bulk.ts';

const destructive: ReadonlySet<BulkActionKind> = new Set(['disable', 'quarantine', 'delete']);

/** Whatever uses the keys stops working. */
export function isDestructive(kind: BulkActionKind): boolean {
  return destructive.has(kind);
}
