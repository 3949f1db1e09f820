/** The inventory: the table, or the one sentence that stands in for it. */
import { type RefObject, useRef } from 'react';
import { openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { SelectionBar } from '../selection/selection-bar.tsx';
import { syncNow } from '../sync/sync-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { ColumnsMenu } from './grid/columns-menu.tsx';
import { KeyGrid } from './grid/key-grid.tsx';
import { refreshRows, useRows } from './rows-store.ts';
import { setSearch, useView } from './view-store.ts';

export function InventoryView({ onEnter }: { onEnter: () => void }) {
  const gridRef = useRef<HTMLTableElement>(null);
  const total = useRows((state) => state.cache.total);
  const problem = useRows((state) => state.problem);
  return (
    <ListScreen
      problem={problem}
      onRetry={refreshRows}
      instead={total === 0 && <Nothing gridRef={gridRef} />}
    >
      <ColumnsMenu />
      <KeyGrid gridRef={gridRef} onEnter={onEnter} />
      <SelectionBar />
    </ListScreen>
  );
}

/** Why the table is empty: nothing matches, nothing was read yet, or there is nothing. */
function Nothing({ gridRef }: { gridRef: RefObject<HTMLTableElement | null> }) {
  const { search, workspaceId } = useView();
  const workspace = useWorkspace(workspaceId);
  if (search.trim() !== '') {
    const clear = () => {
      setSearch('');
      gridRef.current?.focus();
    };
    return (
      <EmptyState
        title={`No key${workspace ? ` in ${workspace.name}` : ''} matches “${search.trim()}”.`}
        action={<Button onClick={clear}>Clear search</Button>}
      />
    );
  }
  if (workspace && workspace.syncedAt === null) {
    return (
      <EmptyState
        title={`${workspace.name} has not been read yet.`}
        action={<Button onClick={() => void syncNow(workspace.id)}>Read it now</Button>}
      />
    );
  }
  return (
    <EmptyState
      title={workspace ? `${workspace.name} has no keys.` : 'There are no keys in your workspaces.'}
      action={
        <Button onClick={() => openDialog({ kind: 'new-key', workspaceId })}>Make the first key</Button>
      }
    />
  );
}
