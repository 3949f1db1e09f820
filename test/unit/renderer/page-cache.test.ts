import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptyCache,
  keptPages,
  outdated,
  type PageCache,
  pageSize,
  restarted,
  rowAt,
  wantedPages,
  withPage,
} from '../../../src/renderer/features/inventory/page-cache.ts';

/** Rows that say which list they are from and where they stand in it. */
function answerFrom(list: string, page: number, total: number) {
  const length = Math.max(0, Math.min(pageSize, total - page * pageSize));
  return {
    total,
    all: total,
    rows: Array.from({ length }, (_, index) => `${list}${page * pageSize + index}`),
  };
}

function loaded(list: string, pages: readonly number[], total: number): PageCache<string> {
  return pages.reduce(
    (cache, page) => withPage(cache, cache.generation, page, answerFrom(list, page, total)),
    emptyCache<string>(),
  );
}

describe('rows by position', () => {
  it('knows the rows of the pages that were read, and no others', () => {
    const cache = loaded('a', [0, 2], 250);
    expect(rowAt(cache, 0)).toBe('a0');
    expect(rowAt(cache, 99)).toBe('a99');
    expect(rowAt(cache, 100)).toBeUndefined();
    expect(rowAt(cache, 249)).toBe('a249');
    expect(rowAt(cache, 250)).toBeUndefined();
  });

  it('wants the pages of a range that are missing, and none beyond the last row', () => {
    const cache = loaded('a', [0], 250);
    expect(wantedPages(cache, { first: 90, last: 120 })).toEqual([1]);
    expect(wantedPages(cache, { first: 190, last: 900 })).toEqual([1, 2]);
    expect(wantedPages(cache, { first: 0, last: 99 })).toEqual([]);
  });

  it('wants the first page before anything is known', () => {
    expect(wantedPages(emptyCache(), { first: 0, last: 30 })).toEqual([0]);
  });

  it('keeps the pages nearest to where one is, and never more than its limit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 60 }), (visited) => {
        const cache = loaded('a', visited, 100_000);
        const last = visited.at(-1) ?? 0;
        expect(cache.pages.size).toBeLessThanOrEqual(keptPages);
        expect(rowAt(cache, last * pageSize)).toBe(`a${last * pageSize}`);
      }),
    );
  });
});

describe('a change of the inventory', () => {
  it('leaves the old rows on screen until the new ones arrive, page by page', () => {
    const old = outdated(loaded('old', [0, 1], 200));
    expect(wantedPages(old, { first: 0, last: 199 })).toEqual([0, 1]);
    expect(rowAt(old, 5)).toBe('old5');

    const half = withPage(old, old.generation, 0, answerFrom('new', 0, 200));
    expect(rowAt(half, 5)).toBe('new5');
    expect(rowAt(half, 105)).toBe('old105');
    expect(wantedPages(half, { first: 0, last: 199 })).toEqual([1]);
  });

  it('forgets pages beyond the new end', () => {
    const old = outdated(loaded('old', [0, 1], 200));
    const shorter = withPage(old, old.generation, 0, answerFrom('new', 0, 40));
    expect(shorter.total).toBe(40);
    expect(rowAt(shorter, 105)).toBeUndefined();
  });

  it('ignores an answer that was asked for before it', () => {
    const before = loaded('old', [0], 100);
    const after = outdated(before);
    expect(withPage(after, before.generation, 0, answerFrom('late', 0, 100))).toBe(after);
  });
});

describe('another query', () => {
  it('keeps the old list until its first page arrives, then has nothing of it left', () => {
    const waiting = restarted(loaded('old', [0, 1], 200));
    expect(rowAt(waiting, 105)).toBe('old105');
    expect(waiting.total).toBe(200);

    const started = withPage(waiting, waiting.generation, 0, answerFrom('new', 0, 150));
    expect(rowAt(started, 5)).toBe('new5');
    expect(rowAt(started, 105)).toBeUndefined();
    expect(started.restarting).toBe(false);
    expect(wantedPages(started, { first: 0, last: 120 })).toEqual([1]);
  });

  it('asks for its rows even where the old list had none', () => {
    const nothing = withPage(emptyCache<string>(), 0, 0, answerFrom('none', 0, 0));
    expect(wantedPages(nothing, { first: 0, last: 20 })).toEqual([]);
    expect(wantedPages(restarted(nothing), { first: 0, last: 20 })).toEqual([0]);
    expect(wantedPages(outdated(nothing), { first: 0, last: 20 })).toEqual([0]);
  });
});
