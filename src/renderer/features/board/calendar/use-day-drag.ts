/** Dragging keys from one day to another. The pointer's way; the keyboard has its own. */
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { BoardKey } from '#shared/ipc/board.ts';
import { onEscape } from '../../../lib/on-escape.ts';
import { carryOver, pickUp, putBack, putDown, useCarry } from './carry-store.ts';

/** In pixels: less is a press with an unsteady hand. */
const threshold = 5;
/** In milliseconds that keys have to hang over a way to another month before it is taken. */
const turnAfter = 600;

type Start = { x: number; y: number; keys: readonly BoardKey[]; from: number };

/**
 * Built on pointer events and not on the browser's drag and drop, which takes things out of the window. `keysAt`: what a
 * press on an element would take along; `countOn`: keys due on a day; `turn`: shows the month so many further.
 */
export function useDayDrag({
  keysAt,
  countOn,
  turn,
}: {
  keysAt: (element: Element) => { keys: readonly BoardKey[]; from: number } | null;
  countOn: (day: number) => number;
  turn: (months: number) => void;
}) {
  const start = useRef<Start | null>(null);
  const turning = useRef<{ months: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);

  const stopTurning = () => {
    clearTimeout(turning.current?.timer);
    turning.current = null;
  };
  const end = () => {
    start.current = null;
    stopTurning();
    setAt(null);
  };
  const dragging = at !== null;
  useEffect(() => {
    if (!dragging) return;
    return onEscape(() => {
      clearTimeout(turning.current?.timer);
      turning.current = null;
      start.current = null;
      setAt(null);
      putBack();
    });
  }, [dragging]);

  function turnOver(months: number): void {
    if (months === 0 || turning.current?.months === months) return;
    const again = () => {
      turn(months);
      turning.current = { months, timer: setTimeout(again, turnAfter) };
    };
    turning.current = { months, timer: setTimeout(again, turnAfter) };
  }

  return {
    /** Where the keys hang, in the window's pixels; null while none are dragged. */
    at,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || !(event.target instanceof Element) || useCarry.getState().carry) return;
        const found = keysAt(event.target);
        if (found) start.current = { x: event.clientX, y: event.clientY, ...found };
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const begun = start.current;
        if (!begun) return;
        const { clientX: x, clientY: y } = event;
        if (!at) {
          if (Math.hypot(x - begun.x, y - begun.y) < threshold) return;
          if (!pickUp(begun.keys, begun.from, true)) return end();
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        setAt({ x, y });
        const under = document.elementFromPoint(x, y);
        const months = Number(under?.closest<HTMLElement>('[data-turn]')?.dataset.turn ?? 0);
        if (months === 0) stopTurning();
        else turnOver(months);
        const day = dayAt(under);
        carryOver(day, day === null ? 0 : countOn(day));
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const wasDragging = at !== null;
        end();
        if (!wasDragging) return;
        const day = dayAt(document.elementFromPoint(event.clientX, event.clientY));
        if (day === null) putBack();
        else void putDown(day);
      },
      onPointerCancel() {
        if (at) putBack();
        end();
      },
    },
  };
}

function dayAt(element: Element | null): number | null {
  const day = element?.closest<HTMLElement>('[data-day]')?.dataset.day;
  return day === undefined ? null : Number(day);
}
