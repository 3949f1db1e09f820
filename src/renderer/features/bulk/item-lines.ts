/** A list of keys under headings, counted and not held: which line is which heading or which key. Pure. */
import type { BulkItemState, BulkWorkspace } from '#shared/ipc/bulk.ts';

type Line = { workspace: BulkWorkspace; count: number } | { workspace: null; item: number };

export type Lines = {
  count: number;
  at(index: number): Line;
  /** The key at a line, or the next one below a heading. */
  itemAt(index: number): number;
};

/** `workspaces` come in the order of the items. Those without an item in these states have no heading. */
export function linesOf(workspaces: readonly BulkWorkspace[], states: readonly BulkItemState[]): Lines {
  let [line, item] = [0, 0];
  const groups = workspaces
    .map((workspace) => ({
      workspace,
      count: states.reduce((sum, state) => sum + workspace.counts[state], 0),
    }))
    .filter(({ count }) => count > 0)
    .map((group) => {
      const placed = { ...group, line, item };
      line += 1 + group.count;
      item += group.count;
      return placed;
    });
  const items = item;

  /** The last group that begins at or before the line. */
  function groupAt(index: number) {
    let [low, high] = [0, groups.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((groups[middle]?.line ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return groups[low];
  }

  return {
    count: line,
    at(index) {
      const group = groupAt(index);
      if (!group) return { workspace: null, item: 0 };
      if (group.line === index) return { workspace: group.workspace, count: group.count };
      return { workspace: null, item: group.item + index - group.line - 1 };
    },
    itemAt(index) {
      const group = groupAt(index);
      if (!group) return 0;
      return Math.min(items - 1, group.item + Math.max(0, index - group.line - 1));
    },
  };
}
