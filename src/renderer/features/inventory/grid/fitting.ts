/** Which of the chosen columns fit into the table, and how they share its width. */
import { type Column, type ColumnId, columnOf } from './columns.ts';
import { fixedColumn, type Layout } from './layout.ts';

/** Pixels of a row that belong to no column: its box at the start, and its end. The stylesheet has the same. */
export const boxWidth = 42;
const rowEnd = 12;
export const aroundColumns = boxWidth + rowEnd;

/** Columns up to this rank may squeeze the name; the others come only where it keeps `comfortableName` pixels. */
const essentialRank = 4;
const comfortableName = 200;

/** `width` in pixels where it was set by hand. */
export type DrawnColumn = Column & { width: number | null };

export type Fitting = {
  drawn: readonly DrawnColumn[];
  /** Chosen, and left out because the table is too narrow. */
  left: readonly ColumnId[];
  /** The narrowest the table can be with these columns, in pixels: in less room it scrolls sideways. */
  minWidth: number;
};

/**
 * The columns for a table of this width in pixels. The least important ones go until the others fit; the name stays.
 * A column that was made wider by hand never costs another one its place: then the table scrolls instead.
 */
export function fitting(layout: Layout, width: number): Fitting {
  const chosen = layout
    .filter(({ shown }) => shown)
    .map((column): DrawnColumn => ({ ...columnOf(column.id), width: column.width }));
  const reserve = nameReserve(chosen);
  let room = width - aroundColumns;
  const fits = new Set<ColumnId>();
  for (const column of chosen.toSorted((a, b) => a.rank - b.rank)) {
    const kept = column.rank > essentialRank ? reserve : 0;
    if (fits.size > 0 && room - kept < needed(column)) break;
    room -= needed(column);
    fits.add(column.id);
  }
  const drawn = chosen.filter(({ id }) => fits.has(id));
  const minWidth = drawn.reduce((sum, column) => sum + (column.width ?? column.minWidth), aroundColumns);
  return { drawn, left: chosen.filter(({ id }) => !fits.has(id)).map(({ id }) => id), minWidth };
}

/** What a column takes at least: made narrower by hand it leaves room for others, made wider it takes none from them. */
function needed({ width, minWidth }: DrawnColumn): number {
  return Math.min(width ?? minWidth, minWidth);
}

/** Pixels that the name should have beyond what it needs; a width that somebody gave it is right as it is. */
function nameReserve(chosen: readonly DrawnColumn[]): number {
  const name = chosen.find(({ id }) => id === fixedColumn);
  return name?.width === null ? comfortableName - name.minWidth : 0;
}

/**
 * Pixels at the start of the table that stay in place when it scrolls sideways: the boxes, and the first column where it
 * leaves at least half of the table to the others.
 */
export function stuckWidth(drawn: readonly DrawnColumn[], width: number): number {
  const first = drawn[0];
  const withFirst = boxWidth + (first ? (first.width ?? first.minWidth) : 0);
  return withFirst <= width / 2 ? withFirst : boxWidth;
}

/** The value of `grid-template-columns`. */
export function columnTemplate(drawn: readonly DrawnColumn[]): string {
  const tracks = drawn.map(({ width, minWidth, grow }) =>
    width === null ? `minmax(${minWidth}px, ${grow}fr)` : `${width}px`,
  );
  return [`${boxWidth}px`, ...tracks].join(' ');
}
