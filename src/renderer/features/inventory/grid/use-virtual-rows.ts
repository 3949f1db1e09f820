/** Which rows are drawn, and where: those in view, the one the keyboard is on, and the scrolling between them. */
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { rowAt } from '../page-cache.ts';
import { useRows } from '../rows-store.ts';
import { selectPosition, useSelection } from '../selection-store.ts';
import { useView } from '../view-store.ts';
import { headerRow } from './cursor.ts';

/** In pixels; the stylesheet has the same. */
export const rowHeight = 36;
export const headerHeight = 32;

/** `covered`: pixels at the foot of the table that something else lies over. Answers positions on screen, both included. */
export function useVirtualRows(
  scroller: RefObject<HTMLDivElement | null>,
  rows: number,
  cursorRow: number,
  covered: number,
) {
  const cache = useRows((state) => state.cache);
  const { position, awaiting, reveals } = useSelection();
  const virtualizer = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    scrollPaddingEnd: covered,
    paddingEnd: covered,
    // The row of the keyboard is always there, however far the pointer scrolled: it is what focus points at.
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (cursorRow === headerRow || cursorRow >= rows || drawn.includes(cursorRow)) return drawn;
      return [...drawn, cursorRow].sort((a, b) => a - b);
    },
  });

  // Another query is another list: it is read from its top.
  useEffect(() => useView.subscribe(() => scroller.current?.scrollTo({ top: 0 })), [scroller]);

  // Scrolls once for each wish to, and not before the list is the one the position is meant in.
  const revealed = useRef(0);
  const listIsThere = cache.total !== null && !cache.restarting;
  useEffect(() => {
    if (!listIsThere || position === null || reveals === revealed.current) return;
    revealed.current = reveals;
    virtualizer.scrollToIndex(position, { align: 'auto' });
  }, [reveals, position, listIsThere, virtualizer]);

  useEffect(() => {
    if (listIsThere && awaiting && position !== null && rowAt(cache, position)) selectPosition(position);
  }, [listIsThere, awaiting, position, cache]);

  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  return {
    items: virtualizer.getVirtualItems(),
    height: virtualizer.getTotalSize(),
    first: startIndex,
    last: endIndex,
  };
}
