/** The screen of the capability lens: what every key in view can do, in the same words for every platform. */
import { useEffect } from 'react';
import { focusMainList } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { setSearch, useView } from '../inventory/view-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { LensGrid } from './lens-grid.tsx';
import { followLens, refreshLens, useLens } from './lens-store.ts';
import styles from './lens-view.module.css';

export function LensView({ onEnter }: { onEnter: () => void }) {
  useEffect(followLens, []);
  const total = useLens((state) => state.cache.total);
  const problem = useLens((state) => state.problem);
  return (
    <div className={styles.view}>
      <header className={styles.header}>
        <h2 className={styles.title}>Capabilities</h2>
        <p className={styles.lead}>
          What each key can do, whichever its platform. Press a number to see only those keys.
        </p>
      </header>
      {problem && (
        <div className={styles.problem}>
          <Notice tone="bad" urgent message={problem.message} hint={problem.hint}>
            <Button onClick={refreshLens}>Try again</Button>
          </Notice>
        </div>
      )}
      <div className={styles.matrix}>
        <LensGrid onEnter={onEnter} />
        {total === 0 && !problem && (
          <div className={styles.instead}>
            <Nothing />
          </div>
        )}
      </div>
    </div>
  );
}

function Nothing() {
  const search = useView((view) => view.search).trim();
  const workspace = useWorkspace(useView((view) => view.workspaceId));
  if (search === '')
    return <EmptyState title={workspace ? `${workspace.name} has no keys.` : 'There are no keys yet.'} />;
  const clear = () => {
    setSearch('');
    focusMainList();
  };
  return (
    <EmptyState
      title={`No key${workspace ? ` in ${workspace.name}` : ''} matches “${search}”.`}
      action={<Button onClick={clear}>Clear search</Button>}
    />
  );
}
