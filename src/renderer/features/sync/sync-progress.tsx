/** How far a run got, and the way to stop it. Shown once it takes long enough to be noticed. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import styles from './sync-progress.module.css';
import { stopSync, useSync } from './sync-store.ts';

export function SyncProgress({
  late,
  next,
}: {
  /** A run is under way for long enough to be shown. */
  late: boolean;
  /** Gets the focus that was on *Stop* when the run ends and *Stop* goes. */
  next: RefObject<HTMLElement | null>;
}) {
  const { done, total, stopped } = useSync((state) => state.status);
  const stop = useRef<HTMLButtonElement>(null);
  // Before it is drawn: what is hidden loses the focus to the document, and a keyboard user their place.
  useLayoutEffect(() => {
    if (!late && document.activeElement === stop.current) next.current?.focus();
  }, [late, next]);
  return (
    <div className={styles.progress} data-idle={!late || undefined}>
      <progress
        className={styles.bar}
        aria-label="Workspaces read"
        value={late ? done : 0}
        max={Math.max(1, total)}
      />
      <button
        ref={stop}
        type="button"
        className={styles.stop}
        aria-disabled={stopped || undefined}
        onClick={() => {
          if (!stopped) void stopSync();
        }}
      >
        Stop
        <span className="visually-hidden"> syncing</span>
      </button>
    </div>
  );
}
