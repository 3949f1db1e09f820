import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from '#shared/domain/search/parse.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import { selectionSchema } from '#shared/ipc/selection.ts';
import {
  type Chosen,
  countOf,
  everythingIn,
  findTheSame,
  isChosen,
  isNothing,
  nothing,
  selectionOf,
  toggled,
  withKeys,
  withoutKeys,
} from '../../../../src/renderer/features/selection/chosen.ts';

const query: InventoryQuery = {
  search: 'env:production',
  workspaceId: null,
  sort: { column: 'name', direction: 'ascending' },
};
const key = (id: string) => ({ id, status: 'active' as const });
const vanished = (id: string) => ({ id, status: 'vanished' as const });

describe('keys by id', () => {
  it('come and go one by one', () => {
    const one = toggled(nothing, key('a'));
    expect(isChosen(one, key('a'))).toBe(true);
    expect(isChosen(one, key('b'))).toBe(false);
    expect(isNothing(toggled(one, key('a')))).toBe(true);
  });

  it('are never ones that vanished', () => {
    expect(toggled(nothing, vanished('a'))).toBe(nothing);
  });

  it('cross to main as they are', () => {
    expect(selectionOf(withKeys(nothing, ['a', 'b', 'a']))).toEqual({ kind: 'keys', keyIds: ['a', 'b'] });
  });
});

describe('all that match', () => {
  const all = everythingIn(query);

  it('are all rows but those that vanished and those taken out', () => {
    const but = toggled(all, key('a'));
    expect(isChosen(all, key('a'))).toBe(true);
    expect(isChosen(all, vanished('b'))).toBe(false);
    expect(isChosen(but, key('a'))).toBe(false);
    expect(countOf(but, 10)).toBe(9);
    expect(toggled(but, key('a'))).toEqual(all);
  });

  it('are not counted before it is known how many match', () => {
    expect(countOf(all, null)).toBeNull();
    expect(countOf(nothing, null)).toBe(0);
  });

  it('ask main for what is still there, whatever was typed', () => {
    const selection = selectionOf(everythingIn({ ...query, search: '"a quote that does not end' }));
    if (selection.kind !== 'matching') throw new Error('all that match became keys by id');
    const [first, ...others] = parseSearch(selection.query.search);
    expect(first).toMatchObject({ kind: 'list', token: 'status', values: ['vanished'], excluded: true });
    expect(others).toMatchObject([{ kind: 'wrong' }]);
  });

  it('stay within what main takes', () => {
    const longest = everythingIn({ ...query, search: 'x'.repeat(500) });
    expect(selectionSchema.safeParse(selectionOf(longest)).error).toBeUndefined();
  });

  it('are the same in another order', () => {
    expect(findTheSame(query, { ...query, sort: { column: 'status', direction: 'descending' } })).toBe(true);
    expect(findTheSame(query, { ...query, search: '' })).toBe(false);
    expect(findTheSame(query, { ...query, workspaceId: 'w' })).toBe(false);
  });
});

it('does with either kind what a plain set of ids would', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const someIds = fc.subarray(ids);
  const step = fc.oneof(
    fc.record({ what: fc.constant('with' as const), ids: someIds }),
    fc.record({ what: fc.constant('without' as const), ids: someIds }),
    fc.record({ what: fc.constant('toggle' as const), ids: fc.tuple(fc.constantFrom(...ids)) }),
    fc.record({ what: fc.constant('all' as const), ids: fc.constant([]) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let chosen: Chosen = nothing;
      const set = new Set<string>();
      for (const { what, ids: some } of steps) {
        if (what === 'all') {
          chosen = everythingIn(query);
          for (const id of ids) set.add(id);
        } else if (what === 'toggle') {
          chosen = toggled(chosen, key(some[0] ?? ''));
          if (!set.delete(some[0] ?? '')) set.add(some[0] ?? '');
        } else {
          chosen = what === 'with' ? withKeys(chosen, some) : withoutKeys(chosen, some);
          for (const id of some) what === 'with' ? set.add(id) : set.delete(id);
        }
        expect(ids.filter((id) => isChosen(chosen, key(id)))).toEqual(ids.filter((id) => set.has(id)));
        expect(countOf(chosen, ids.length)).toBe(set.size);
      }
    }),
  );
});
