/** The screen of the capability lens: what every key in view can do, in the same words for every platform. */
import { useEffect } from 'react';
import { focusMainList } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListHeader, ListScreen } from '../../ui/list-screen.tsx';
import { setSearch, useView } from '../inventory/view-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { LensGrid, tallestHeader } from './lens-grid.tsx';
import { followLens, refreshLens, useLens } from './lens-store.ts';

export function LensView({ onEnter }: { onEnter: () => void }) {
  useEffect(followLens, []);
  const total = useLens((state) => state.cache.total);
  const problem = useLens((state) => state.problem);
  return (
    <ListScreen
      header={
        <ListHeader
          title="Capabilities"
          lead="What each key can do, whichever its platform. Press a number to see only those keys."
        />
      }
      problem={problem}
      onRetry={refreshLens}
      instead={total === 0 && <Nothing />}
      insteadBelow={tallestHeader}
    >
      <LensGrid onEnter={onEnter} />
    </ListScreen>
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
