import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BulkCounts, BulkWorkspace } from '#shared/ipc/bulk.ts';
import { linesOf } from '../../../../src/renderer/features/bulk/item-lines.ts';

const none: BulkCounts = { change: 0, nothing: 0, refused: 0, sending: 0, done: 0, failed: 0, unsure: 0 };

function workspace(workspaceId: string, counts: Partial<BulkCounts>): BulkWorkspace {
  return {
    workspaceId,
    name: workspaceId,
    slug: workspaceId,
    colour: 'grass',
    counts: { ...none, ...counts },
  };
}

it('says of every line whether it is a heading or which key', () => {
  const lines = linesOf(
    [workspace('a', { failed: 2 }), workspace('b', { done: 9 }), workspace('c', { failed: 1, unsure: 1 })],
    ['failed', 'unsure'],
  );
  expect(lines.count).toBe(6);
  const seen = Array.from({ length: 6 }, (_, index) => {
    const line = lines.at(index);
    return line.workspace ? `${line.workspace.name}: ${line.count}` : line.item;
  });
  expect(seen).toEqual(['a: 2', 0, 1, 'c: 2', 2, 3]);
});

it('has no lines where nothing is in these states', () => {
  expect(linesOf([workspace('a', { done: 3 })], ['failed']).count).toBe(0);
});

it('numbers the keys without a gap, whatever the workspaces', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 30 }), (sizes) => {
      const workspaces = sizes.map((change, at) => workspace(`w${at}`, { change }));
      const lines = linesOf(workspaces, ['change']);
      const items: number[] = [];
      for (let index = 0; index < lines.count; index += 1) {
        const line = lines.at(index);
        if (!line.workspace) {
          items.push(line.item);
          expect(lines.itemAt(index)).toBe(line.item);
        }
      }
      const all = sizes.reduce((sum, size) => sum + size, 0);
      expect(items).toEqual(Array.from({ length: all }, (_, item) => item));
    }),
  );
});
