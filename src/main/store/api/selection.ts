/** The keys that a person has selected, as a value. */
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import type { Selection, SelectionLook } from '#shared/ipc/selection.ts';

export type SelectionReads = {
  /** Ids of the keys of one window that have not vanished, in order. */
  selectionRange(query: InventoryQuery, offset: number, limit: number): string[];
  /** All that a selection means, but the vanished ones. */
  selectionIds(selection: Selection): string[];
  selectionLook(selection: Selection, view: InventoryQuery): SelectionLook;
};
