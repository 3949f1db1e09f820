/** What the keyboard does to a column from its header: a width, and its place among the others. */
import { type ColumnId, columnOf } from './columns.ts';
import type { DrawnColumn } from './fitting.ts';
import { headerElementId } from './header-ids.ts';
import { moved, resized, withoutWidth } from './layout.ts';
import { changeLayout, useLayout } from './layout-store.ts';
import { measuredWidths } from './use-column-drag.ts';

/** Pixels that one press makes a column wider or narrower. */
const widthStep = 16;

type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** By how many places the column moved on screen; 0 where something else was done, null for a key that means nothing. */
export function columnKey(event: Press, id: ColumnId, drawn: readonly DrawnColumn[]): number | null {
  if (!event.shiftKey) return null;
  const withCommand = event.ctrlKey || event.metaKey;
  const towards = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : null;
  if (event.key === 'Enter' && !withCommand) {
    changeLayout(
      withoutWidth(useLayout.getState().layout, id),
      `${columnOf(id).label} takes the room there is.`,
    );
    return 0;
  }
  if (towards === null) return null;
  if (withCommand) return moveBy(id, towards, drawn);
  resizeBy(id, towards * widthStep, drawn);
  return 0;
}

function moveBy(id: ColumnId, by: -1 | 1, drawn: readonly DrawnColumn[]): number {
  const order = drawn.map((column) => column.id);
  const place = order.indexOf(id) + by;
  if (order[place] === undefined) return 0;
  changeLayout(
    moved(useLayout.getState().layout, id, by, order),
    `${columnOf(id).label} is column ${place + 1} of ${order.length}.`,
  );
  return by;
}

function resizeBy(id: ColumnId, pixels: number, drawn: readonly DrawnColumn[]): void {
  const place = drawn.findIndex((column) => column.id === id);
  const header = document.getElementById(headerElementId(place + 1));
  const measured = header ? measuredWidths(header) : new Map<ColumnId, number>();
  const layout = resized(useLayout.getState().layout, id, (measured.get(id) ?? 0) + pixels, measured);
  const width = layout.find((column) => column.id === id)?.width ?? 0;
  changeLayout(layout, `${columnOf(id).label} is ${width} pixels wide.`);
}
