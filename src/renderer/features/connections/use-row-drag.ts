/** Dragging a row of a list to another place by its handle. The pointer's way; the keyboard has its own. */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { onEscape } from '../../lib/on-escape.ts';

/** Places counted from 1. */
type Drag = { id: string; from: number; over: number };

/**
 * `rowHeight` in pixels; all rows have the same. Built on pointer events and not on the browser's drag and drop, which
 * takes things out of the window and hangs on the window having the focus.
 */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  rows: number,
  rowHeight: number,
  onDrop: (id: string, position: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  /** What the handlers go by: state is a frame behind a quick hand. */
  const now = useRef<Drag | null>(null);

  const set = (next: Drag | null) => {
    now.current = next;
    setDrag(next);
  };
  const placeAt = (clientY: number) => {
    const element = list.current;
    if (!element) return 1;
    const offset = clientY - element.getBoundingClientRect().top - element.clientTop + element.scrollTop;
    return Math.min(rows, Math.max(1, Math.floor(offset / rowHeight) + 1));
  };

  const dragging = drag !== null;
  useEffect(() => {
    if (!dragging) return;
    return onEscape(() => {
      now.current = null;
      setDrag(null);
    });
  }, [dragging]);

  return {
    drag,
    /** For the handle of one row. */
    handle: (id: string, position: number) => ({
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        set({ id, from: position, over: position });
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (now.current?.id !== id) return;
        const over = placeAt(event.clientY);
        if (over !== now.current.over) set({ ...now.current, over });
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const ended = now.current;
        set(null);
        if (ended?.id !== id) return;
        const over = placeAt(event.clientY);
        if (over !== ended.from) onDrop(id, over);
      },
      onPointerCancel: () => set(null),
    }),
  };
}
