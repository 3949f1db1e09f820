/** The list as lines: a heading for each workspace, and its changes under it. Pure. */
export type Group = { workspaceId: string; count: number };

/** `position` counts changes only, over all workspaces. */
export type Line = { kind: 'heading'; group: Group } | { kind: 'change'; position: number };

export function lineCount(groups: readonly Group[]): number {
  return groups.reduce((sum, { count }) => sum + count + 1, 0);
}

/** Undefined beyond the end. */
export function lineAt(groups: readonly Group[], index: number): Line | undefined {
  let [left, before] = [index, 0];
  for (const group of groups) {
    if (left === 0) return { kind: 'heading', group };
    if (left <= group.count) return { kind: 'change', position: before + left - 1 };
    left -= group.count + 1;
    before += group.count;
  }
  return undefined;
}

/** The line on which a change stands. */
export function lineOf(groups: readonly Group[], position: number): number {
  let [left, lines] = [position, 1];
  for (const { count } of groups) {
    if (left < count) return lines + left;
    left -= count;
    lines += count + 1;
  }
  return Math.max(0, lines - 1);
}

/** The changes on lines `first` to `last`, both included; null where there are only headings. */
export function changesOn(
  groups: readonly Group[],
  first: number,
  last: number,
): { first: number; last: number } | null {
  const positions: number[] = [];
  for (let index = first; index <= last; index += 1) {
    const line = lineAt(groups, index);
    if (line?.kind === 'change') positions.push(line.position);
  }
  const [start] = positions;
  return start === undefined ? null : { first: start, last: positions.at(-1) ?? start };
}
