/** The board: its columns side by side, or the one sentence that stands there when all of them are empty. */
import { useEffect } from 'react';
import { askForInspector, mainListId, useInspector } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListScreen } from '../../ui/list-screen.tsx';
import { setSearch, useView } from '../inventory/view-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './board.module.css';
import { BoardColumn } from './board-column.tsx';
import { goToColumn, showColumn } from './board-focus.ts';
import { columnBeside, followBoard, refreshBoard, useBoard } from './board-store.ts';
import { type ColumnId, columnIds } from './column-kinds.ts';

export function BoardView({ onEnter }: { onEnter: () => void }) {
  useEffect(followBoard, []);
  const asked = useInspector((state) => state.asked);
  // The inspector takes room from the columns: the one that the keyboard is in stays in view.
  useEffect(() => {
    if (asked) showColumn(useBoard.getState().current);
  }, [asked]);
  const problem = useBoard(({ columns }) => columnIds.map((id) => columns[id].problem).find(Boolean) ?? null);
  const nothing = useBoard(({ columns }) => columnIds.every((id) => columns[id].cache.total === 0));

  function goBeside(id: ColumnId, step: 1 | -1): void {
    const next = columnBeside(id, step);
    if (next) goToColumn(next);
  }

  return (
    <ListScreen problem={problem} onRetry={refreshBoard} instead={nothing && <Nothing />}>
      <div
        className={styles.board}
        data-nothing={nothing || undefined}
        style={{ '--columns': columnIds.length }}
      >
        {columnIds.map((id) => (
          <BoardColumn
            key={id}
            id={id}
            onBeside={(step) => goBeside(id, step)}
            onOpen={(focus) => (focus ? onEnter() : askForInspector(true))}
            onLeave={() => askForInspector(false)}
          />
        ))}
      </div>
    </ListScreen>
  );
}

/** Why the board is empty: nothing matches, or nothing has to be done. */
function Nothing() {
  const { search, workspaceId } = useView();
  const workspace = useWorkspace(workspaceId);
  const where = workspace ? ` of ${workspace.name}` : '';
  if (search.trim() !== '') {
    const clear = () => {
      setSearch('');
      document.getElementById(mainListId)?.focus();
    };
    return (
      <EmptyState
        title={`No key${where} that matches “${search.trim()}” is due.`}
        action={<Button onClick={clear}>Clear search</Button>}
      />
    );
  }
  return (
    <EmptyState title={`No key${where} is due in the next 14 days.`}>
      Keys fall due by the policy of their environment. One without an environment has no day.
    </EmptyState>
  );
}
