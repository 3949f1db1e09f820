/** The screen of quarantine: what is in it, and the one sentence that stands there when nothing is. */
import { useEffect } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListHeader, ListScreen } from '../../ui/list-screen.tsx';
import { useView } from '../inventory/view-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { BinGrid } from './bin-grid.tsx';
import { followBin, refreshBin, useBin } from './bin-store.ts';

export function BinView({ onEnter }: { onEnter: () => void }) {
  useEffect(followBin, []);
  const total = useBin((state) => state.cache.total);
  const problem = useBin((state) => state.problem);
  const workspace = useWorkspace(useView((view) => view.workspaceId));
  return (
    <ListScreen
      header={
        <ListHeader
          title="Quarantine"
          lead="Disabled now, deleted on their day. A key that was enabled, changed or used meanwhile is held back."
        />
      }
      problem={problem}
      onRetry={refreshBin}
      instead={
        total === 0 && (
          <EmptyState
            title={workspace ? `No key of ${workspace.name} is in quarantine.` : 'No key is in quarantine.'}
          >
            Where a platform can disable keys, Delete… puts them here first, so that it can be undone.
          </EmptyState>
        )
      }
    >
      <BinGrid onEnter={onEnter} />
    </ListScreen>
  );
}
