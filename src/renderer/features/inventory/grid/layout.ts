/** How a person wants the columns: which, in which order, how wide. All of it as values; the store keeps them. */
import { type KeptColumn, narrowestColumn, widestColumn } from '#shared/ipc/settings.ts';
import { type ColumnId, columns } from './columns.ts';

/** `width` in pixels where it was set by hand; null for a column that takes what room there is. */
type LayoutColumn = { id: ColumnId; shown: boolean; width: number | null };
/** Every column of the table once, in order. */
export type Layout = readonly LayoutColumn[];

/** A row is nothing without its name, so that column always stays. */
export const fixedColumn: ColumnId = 'name';

export const usualLayout: Layout = columns.map(({ id }) => ({ id, shown: true, width: null }));

/**
 * What was kept, as far as this version knows it. A column that it did not know yet comes where it usually is: behind
 * the one that usually stands before it.
 */
export function layoutFrom(kept: readonly KeptColumn[]): Layout {
  const layout: LayoutColumn[] = [];
  for (const { id, shown, width } of kept) {
    const column = columns.find((known) => known.id === id);
    if (!column || layout.some((placed) => placed.id === column.id)) continue;
    layout.push({ id: column.id, shown: shown || column.id === fixedColumn, width });
  }
  for (const [index, { id }] of columns.entries()) {
    if (layout.some((placed) => placed.id === id)) continue;
    const before = columns[index - 1]?.id;
    layout.splice(layout.findIndex((placed) => placed.id === before) + 1, 0, {
      id,
      shown: true,
      width: null,
    });
  }
  return layout;
}

export function withShown(layout: Layout, id: ColumnId, shown: boolean): Layout {
  if (id === fixedColumn) return layout;
  return layout.map((column) => (column.id === id ? { ...column, shown } : column));
}

/** Puts a column before another, or at the end for null. */
export function movedBefore(layout: Layout, id: ColumnId, before: ColumnId | null): Layout {
  if (id === before) return layout;
  const rest = layout.filter((column) => column.id !== id);
  const at = before === null ? rest.length : rest.findIndex((column) => column.id === before);
  return [...rest.slice(0, at), ...layout.filter((column) => column.id === id), ...rest.slice(at)];
}

/** Lets a column change places with its neighbour among `among`, and leaves it where it is at their end. */
export function moved(layout: Layout, id: ColumnId, by: -1 | 1, among: readonly ColumnId[]): Layout {
  const index = among.indexOf(id);
  const neighbour = among[index + by];
  if (index === -1 || neighbour === undefined) return layout;
  if (by === -1) return movedBefore(layout, id, neighbour);
  const behind = layout.findIndex((column) => column.id === neighbour) + 1;
  return movedBefore(layout, id, layout[behind]?.id ?? null);
}

/**
 * Gives a column a width by hand. The columns before it keep the widths they have on screen (`measured`), so that its
 * edge stays under the pointer; those behind it go on sharing the rest.
 */
export function resized(
  layout: Layout,
  id: ColumnId,
  width: number,
  measured: ReadonlyMap<ColumnId, number>,
): Layout {
  const at = layout.findIndex((column) => column.id === id);
  return layout.map((column, index) => {
    if (index === at) return { ...column, width: allowedWidth(width) };
    const onScreen = measured.get(column.id);
    if (index > at || column.width !== null || onScreen === undefined) return column;
    return { ...column, width: allowedWidth(onScreen) };
  });
}

/** Lets a column take what room there is again. */
export function withoutWidth(layout: Layout, id: ColumnId): Layout {
  return layout.map((column) => (column.id === id ? { ...column, width: null } : column));
}

function allowedWidth(width: number): number {
  return Math.round(Math.min(widestColumn, Math.max(narrowestColumn, width)));
}

/** 1-based place of a column among all that there are, for `aria-colindex`; the boxes are the first. */
export function columnIndex(layout: Layout, id: ColumnId): number {
  return layout.findIndex((column) => column.id === id) + 2;
}
