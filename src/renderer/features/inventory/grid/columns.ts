/** The columns of the table, and which of them fit. */
import type { SortColumn } from '#shared/ipc/inventory.ts';

export type Column = {
  id: SortColumn;
  label: string;
  /** Narrowest useful width in pixels, and the share of the width it gets above that. */
  minWidth: number;
  grow: number;
  /** 1 stays longest when the table gets narrow. Everything left out is in the inspector. */
  rank: number;
};

export const columns: readonly Column[] = [
  { id: 'name', label: 'Name', minWidth: 160, grow: 3.2, rank: 1 },
  { id: 'workspace', label: 'Workspace', minWidth: 114, grow: 1.8, rank: 2 },
  { id: 'environment', label: 'Environment', minWidth: 96, grow: 1.3, rank: 5 },
  { id: 'scope', label: 'Scope', minWidth: 118, grow: 2, rank: 3 },
  { id: 'lastUsed', label: 'Last used', minWidth: 92, grow: 1.2, rank: 6 },
  { id: 'createdAt', label: 'Created', minWidth: 84, grow: 1.1, rank: 7 },
  { id: 'createdBy', label: 'Created by', minWidth: 130, grow: 1.8, rank: 8 },
  { id: 'status', label: 'Status', minWidth: 84, grow: 1.2, rank: 4 },
];

/** Space left and right of a row's cells, in pixels; the stylesheet has the same. */
export const rowPadding = 16;

/** Columns that may squeeze the name; the others come only where it keeps `comfortableName` pixels. */
const essentialColumns = 4;
const comfortableName = 220;

/** The columns for a table of this width in pixels, in their usual order; the name always stays. */
export function columnsFor(width: number): readonly Column[] {
  const byRank = [...columns].sort((a, b) => a.rank - b.rank);
  let left = width - 2 * rowPadding;
  const fitting = new Set<Column>();
  for (const [index, column] of byRank.entries()) {
    if (index === essentialColumns) left -= comfortableName - (byRank[0]?.minWidth ?? 0);
    left -= column.minWidth;
    if (left < 0 && fitting.size > 0) break;
    fitting.add(column);
  }
  return columns.filter((column) => fitting.has(column));
}

/** The value of `grid-template-columns`. */
export function columnTemplate(shown: readonly Column[]): string {
  return shown.map(({ minWidth, grow }) => `minmax(${minWidth}px, ${grow}fr)`).join(' ');
}

/** 1-based place of a column among all of them, for `aria-colindex`. */
export function columnIndex(column: Column): number {
  return columns.indexOf(column) + 1;
}
