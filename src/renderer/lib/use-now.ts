/** The present, for relative times: one timer for the whole window, and all of it moves together. */
import { useSyncExternalStore } from 'react';

const tick = 30_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(refreshNow, tick);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Moves the present at once; used after a sync, so that "just now" never waits for the timer. */
export function refreshNow(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** Milliseconds since 1970, at most 30 seconds old. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
