/** The pointer on the header: an edge changes a width, a name carries its column to another place. Escape gives it up. */
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { onEscape } from '../../../lib/on-escape.ts';
import type { ColumnId } from './columns.ts';
import { type Layout, movedBefore, resized, withoutWidth } from './layout.ts';
import { changeLayout, previewLayout, useLayout } from './layout-store.ts';

/** Pixels that a press may wander before it is a drag. */
const slack = 5;

/** Where the column under the pointer would go: before this one, or to the end. */
export type DropPlace = { before: ColumnId | null };

/** The names of the columns on screen, from left to right. */
function headerCells(from: Element): HTMLElement[] {
  return [...(from.closest('tr')?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
}

const idOf = (cell: HTMLElement) => cell.dataset.column as ColumnId;

/** The widths that the columns have on screen, in pixels. */
export function measuredWidths(within: Element): ReadonlyMap<ColumnId, number> {
  return new Map(headerCells(within).map((cell) => [idOf(cell), cell.getBoundingClientRect().width]));
}

export function useColumnResize() {
  const drag = useRef<{ id: ColumnId; from: number; width: number; start: Layout } | null>(null);
  const escaping = useEscape();

  function giveUp(): void {
    if (drag.current) previewLayout(drag.current.start);
    drag.current = null;
    escaping.ignore();
  }

  return (id: ColumnId) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const { layout } = useLayout.getState();
      const width = measuredWidths(event.currentTarget).get(id) ?? 0;
      drag.current = { id, from: event.clientX, width, start: layout };
      event.currentTarget.setPointerCapture(event.pointerId);
      escaping.hear(giveUp);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!drag.current) return;
      const { from, width, start } = drag.current;
      const measured = measuredWidths(event.currentTarget);
      previewLayout(resized(start, id, width + event.clientX - from, measured));
    },
    onPointerUp() {
      // A press without a move is no wish for a width.
      if (drag.current && drag.current.start !== useLayout.getState().layout)
        changeLayout(useLayout.getState().layout);
      drag.current = null;
      escaping.ignore();
    },
    onPointerCancel: giveUp,
    onDoubleClick() {
      changeLayout(withoutWidth(useLayout.getState().layout, id));
    },
  });
}

export function useColumnMove() {
  /** `givenUp`: the press goes on, and means nothing any more. */
  const drag = useRef<{ from: number; moving: boolean; givenUp: boolean } | null>(null);
  const [place, setPlace] = useState<DropPlace | null>(null);
  const escaping = useEscape();

  function giveUp(): void {
    if (drag.current) drag.current.givenUp = true;
    setPlace(null);
    escaping.ignore();
  }

  const handlers = (id: ColumnId) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      drag.current = { from: event.clientX, moving: false, givenUp: false };
      // At once: a quick hand is over the next column before its first move is heard of.
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const current = drag.current;
      if (!current || current.givenUp || event.buttons === 0) return;
      if (!current.moving) {
        if (Math.abs(event.clientX - current.from) < slack) return;
        current.moving = true;
        escaping.hear(giveUp);
      }
      setPlace(placeAt(event.currentTarget, event.clientX));
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (drag.current?.moving && !drag.current.givenUp) {
        const { before } = placeAt(event.currentTarget, event.clientX);
        const { layout } = useLayout.getState();
        const after = movedBefore(layout, id, before ?? behindLast(event.currentTarget, layout));
        if (after !== layout) changeLayout(after);
      }
      setPlace(null);
      escaping.ignore();
    },
    onPointerCancel() {
      drag.current = null;
      setPlace(null);
      escaping.ignore();
    },
    /** True where the press that ends here carried a column, and so means nothing else. */
    wasDrag(): boolean {
      const { moving = false } = drag.current ?? {};
      drag.current = null;
      return moving;
    },
  });
  return { place, handlers };
}

/** Escape for as long as a drag goes on, and no longer than there is a header. */
function useEscape() {
  const off = useRef(() => {});
  useEffect(() => () => off.current(), []);
  return {
    hear(giveUp: () => void) {
      off.current();
      off.current = onEscape(giveUp);
    },
    ignore: () => off.current(),
  };
}

function placeAt(from: Element, x: number): DropPlace {
  const behind = headerCells(from).find((cell) => {
    const { left, width } = cell.getBoundingClientRect();
    return x < left + width / 2;
  });
  return { before: behind ? idOf(behind) : null };
}

/** The column that follows the last one on screen, which may be one that is not shown. */
function behindLast(from: Element, layout: Layout): ColumnId | null {
  const last = headerCells(from).at(-1);
  if (!last) return null;
  return layout[layout.findIndex(({ id }) => id === idOf(last)) + 1]?.id ?? null;
}
