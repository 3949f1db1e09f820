/** Rotation: what is to be done as a board, and when as a calendar. */
import { useEffect } from 'react';
import { useInspector } from '../../app/screen-store.ts';
import { deselect } from '../inventory/selection-store.ts';
import { BoardView } from './board-view.tsx';
import { CalendarView } from './calendar/calendar-view.tsx';
import { useRotation } from './rotation-store.ts';
import { rotationPanelId, tabId } from './rotation-title.tsx';
import styles from './rotation-view.module.css';

export function RotationView({ onEnter }: { onEnter: () => void }) {
  const tab = useRotation((state) => state.tab);
  // A key that nothing here shows is not the one that a shortcut means.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each side begins without one
  useEffect(() => {
    if (!useInspector.getState().asked) deselect();
  }, [tab]);
  return (
    <div id={rotationPanelId} role="tabpanel" aria-labelledby={tabId(tab)} className={styles.panel}>
      {tab === 'board' ? <BoardView onEnter={onEnter} /> : <CalendarView onEnter={onEnter} />}
    </div>
  );
}
