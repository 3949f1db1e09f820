import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineAt, lineCount, lineOf, rowsOn } from '../../../../src/renderer/ui/grouped-lines.ts';

const groupsArbitrary = fc
  .array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 })
  .map((counts) => counts.map((count, number) => ({ workspaceId: `w${number}`, count })));

it('has a heading over the rows of each group', () => {
  const groups = [
    { workspaceId: 'acme', count: 2 },
    { workspaceId: 'orchard', count: 1 },
  ];
  const lines = Array.from({ length: 6 }, (_, index) => lineAt(groups, index));
  expect(lines.map((line) => (line?.kind === 'heading' ? line.group.workspaceId : line?.position))).toEqual([
    'acme',
    0,
    1,
    'orchard',
    2,
    undefined,
  ]);
});

it('has every row on one line, in order, and finds it there', () => {
  fc.assert(
    fc.property(groupsArbitrary, (groups) => {
      const lines = Array.from({ length: lineCount(groups) }, (_, index) => lineAt(groups, index));
      expect(lines).not.toContain(undefined);
      expect(lineAt(groups, lines.length)).toBeUndefined();
      const positions = lines.flatMap((line) => (line?.kind === 'row' ? [line.position] : []));
      expect(positions).toEqual(positions.map((_, number) => number));
      expect(lines.filter((line) => line?.kind === 'heading')).toHaveLength(groups.length);
      for (const position of positions)
        expect(lineAt(groups, lineOf(groups, position))).toEqual({ kind: 'row', position });
    }),
  );
});

it('knows which rows are drawn', () => {
  const groups = [
    { workspaceId: 'acme', count: 2 },
    { workspaceId: 'orchard', count: 3 },
  ];
  expect(rowsOn(groups, 2, 5)).toEqual({ first: 1, last: 3 });
  expect(rowsOn(groups, 3, 3)).toBeNull();
  expect(rowsOn([], 0, 9)).toBeNull();
});
