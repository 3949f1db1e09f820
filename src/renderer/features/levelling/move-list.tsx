/** Every key that would be moved, under the week in which it would be due; draws only what is in view. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { dayText } from '#shared/domain/search/days.ts';
import type { LevellingMove } from '#shared/ipc/levelling.ts';
import { plural } from '../../lib/plural.ts';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { shiftWords, shortDay } from './level-words.ts';
import { moveLines } from './move-lines.ts';
import styles from './move-list.module.css';

/** In pixels; the stylesheet has the same. */
const lineHeight = 32;

export function MoveList({ moves }: { moves: readonly LevellingMove[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => moveLines(moves), [moves]);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 10,
  });
  return (
    <section
      ref={scroller}
      className={styles.scroller}
      aria-label="Keys to move"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls and has no control of its own for the keyboard
      tabIndex={0}
    >
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            <li key={index} className={styles.line} style={{ transform: `translateY(${start}px)` }}>
              {line?.kind === 'week' && (
                <div className={styles.heading}>
                  <span className={styles.week}>Week of {dayText(line.monday)}</span>
                  <span className={styles.count}>{plural(line.count, 'key')}</span>
                </div>
              )}
              {line?.kind === 'move' && <Move move={line.move} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Move({ move }: { move: LevellingMove }) {
  const workspace = useWorkspaces((state) => state.list)?.find(({ id }) => id === move.workspaceId);
  return (
    <div className={styles.move}>
      {workspace && <WorkspaceSquare colour={workspace.colour} size={10} />}
      <span className={styles.name} title={move.name}>
        {move.name || 'No name'}
        {workspace && <span className="visually-hidden"> in {workspace.name}</span>}
      </span>
      <span className={styles.days}>
        <span className={styles.from}>{shortDay(move.from)}</span>
        <span className={styles.from} aria-hidden="true">
          →
        </span>
        <span className="visually-hidden"> becomes </span>
        <span>{shortDay(move.to)}</span>
      </span>
      <span className={styles.shift}>{shiftWords(move)}</span>
    </div>
  );
}
