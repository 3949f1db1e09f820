/** A list as lines: a heading for each group, and its rows under it. Pure. */
import type { ListLines } from './windowed-list.tsx';

type Group = { count: number };

/** `position` counts rows only, over all groups. */
export type Line<Of extends Group> = { kind: 'heading'; group: Of } | { kind: 'row'; position: number };

export function lineCount(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count + 1, 0);
}

/** Undefined beyond the end. */
export function lineAt<Of extends Group>(groups: readonly Of[], index: number): Line<Of> | undefined {
  let [left, before] = [index, 0];
  for (const group of groups) {
    if (left === 0) return { kind: 'heading', group };
    if (left <= group.count) return { kind: 'row', position: before + left - 1 };
    left -= group.count + 1;
    before += group.count;
  }
  return undefined;
}

/** The line on which a row stands. */
export function lineOf(groups: readonly Group[], position: number): number {
  let [left, lines] = [position, 1];
  for (const { count } of groups) {
    if (left < count) return lines + left;
    left -= count;
    lines += count + 1;
  }
  return Math.max(0, lines - 1);
}

/** The rows on lines `first` to `last`, both included; null where there are only headings. */
export function rowsOn(
  groups: readonly Group[],
  first: number,
  last: number,
): { first: number; last: number } | null {
  const positions: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const line = lineAt(groups, index);
    if (line?.kind === 'row') positions.push(line.position);
  }
  const [start] = positions;
  return start === undefined ? null : { first: start, last: positions.at(-1) ?? start };
}

/** Heights in pixels, for `WindowedList`. */
export function groupedLines(groups: readonly Group[], headingHeight: number, rowHeight: number): ListLines {
  const isHeading = (line: number) => lineAt(groups, line)?.kind === 'heading';
  return {
    count: lineCount(groups),
    heightOf: (line: number) => (isHeading(line) ? headingHeight : rowHeight),
    // With the heading over the first row of a group, since it says where that is.
    linesOf(position: number) {
      const line = lineOf(groups, position);
      return isHeading(line - 1) ? [line - 1, line] : [line];
    },
  };
}
