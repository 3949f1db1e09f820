/** The columns the table can have. */
import type { SortColumn } from '#shared/ipc/inventory.ts';

export type ColumnId = SortColumn;

export type Column = {
  id: ColumnId;
  label: string;
  /** Narrowest useful width in pixels, and the share of the width it gets above that. */
  minWidth: number;
  grow: number;
  /** 1 stays longest when the table gets narrow. Everything left out is in the inspector. */
  rank: number;
};

/** In the order the table has them by itself. */
export const columns: readonly Column[] = [
  { id: 'name', label: 'Name', minWidth: 152, grow: 3.2, rank: 1 },
  { id: 'workspace', label: 'Workspace', minWidth: 108, grow: 1.8, rank: 2 },
  { id: 'environment', label: 'Environment', minWidth: 96, grow: 1.3, rank: 5 },
  { id: 'scope', label: 'Scope', minWidth: 112, grow: 2, rank: 3 },
  { id: 'lastUsed', label: 'Last used', minWidth: 92, grow: 1.2, rank: 7 },
  { id: 'rotation', label: 'Rotation', minWidth: 124, grow: 1.3, rank: 6 },
  { id: 'createdAt', label: 'Created', minWidth: 84, grow: 1.1, rank: 8 },
  { id: 'createdBy', label: 'Created by', minWidth: 130, grow: 1.8, rank: 10 },
  { id: 'owner', label: 'Owner', minWidth: 110, grow: 1.6, rank: 9 },
  { id: 'status', label: 'Status', minWidth: 84, grow: 1.2, rank: 4 },
];

export function columnOf(id: ColumnId): Column {
  const found = columns.find((column) => column.id === id);
  if (!found) throw new Error(`There is no column ${id}.`);
  return found;
}
