/** The screen of quarantine: what is in it, and the one sentence that stands there when nothing is. */
import { useEffect } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../inventory/view-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { BinGrid } from './bin-grid.tsx';
import { followBin, refreshBin, useBin } from './bin-store.ts';
import styles from './bin-view.module.css';

export function BinView({ onEnter }: { onEnter: () => void }) {
  useEffect(followBin, []);
  const total = useBin((state) => state.cache.total);
  const problem = useBin((state) => state.problem);
  const workspace = useWorkspace(useView((view) => view.workspaceId));
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <h2 className={styles.title}>Quarantine</h2>
        <p className={styles.lead}>
          Disabled now, deleted on their day. A key that was enabled, changed or used meanwhile is held back.
        </p>
      </header>
      {problem && (
        <div className={styles.problem}>
          <Notice tone="bad" urgent message={problem.message} hint={problem.hint}>
            <Button onClick={refreshBin}>Try again</Button>
          </Notice>
        </div>
      )}
      <div className={styles.table}>
        <BinGrid onEnter={onEnter} />
        {total === 0 && !problem && (
          <div className={styles.instead}>
            <EmptyState
              title={workspace ? `No key of ${workspace.name} is in quarantine.` : 'No key is in quarantine.'}
            >
              Where a platform can disable keys, Delete… puts them here first, so that it can be undone.
            </EmptyState>
          </div>
        )}
      </div>
    </div>
  );
}
