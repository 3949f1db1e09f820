/** The saved searches in the sidebar, each with how many keys it finds; absent while there are none. */
import { Bookmark, Ellipsis } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import { openDialog } from '../../app/dialogs.ts';
import { grouped } from '../../lib/plural.ts';
import { Menu } from '../../ui/menu.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import {
  deleteSavedSearch,
  moveSavedSearch,
  savedSearchButtonId,
  showSavedSearch,
} from './saved-search-actions.ts';
import styles from './saved-search-list.module.css';
import { useCurrentSearch, useSavedSearches } from './saved-searches-store.ts';

export function SavedSearchList() {
  const { list, said } = useSavedSearches();
  const current = useCurrentSearch();
  return (
    <>
      {list.length > 0 && (
        <nav className={styles.nav} aria-label="Saved searches">
          <p className={styles.title} aria-hidden="true">
            Searches
          </p>
          <ul className={styles.list}>
            {list.map((saved, index) => (
              <Item
                key={saved.id}
                saved={saved}
                current={saved.id === current?.id}
                isFirst={index === 0}
                isLast={index === list.length - 1}
              />
            ))}
          </ul>
        </nav>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

type ItemProps = { saved: SavedSearch; current: boolean; isFirst: boolean; isLast: boolean };

function Item({ saved, current, isFirst, isLast }: ItemProps) {
  const { id, name, search, workspaceId } = saved;
  const count = useSavedSearches((state) => state.counts.get(id));
  const workspace = useWorkspace(workspaceId);
  return (
    <li className={styles.item} data-current={current || undefined}>
      <button
        type="button"
        id={savedSearchButtonId(id)}
        className={styles.show}
        aria-current={current}
        aria-keyshortcuts="F2 Delete Alt+ArrowUp Alt+ArrowDown"
        title={[name === search ? null : name, search, workspace && `in ${workspace.name}`]
          .filter(Boolean)
          .join('\n')}
        onClick={() => showSavedSearch(saved)}
        onKeyDown={(event) => onItemKey(event, saved)}
      >
        {workspace ? (
          <WorkspaceSquare colour={workspace.colour} />
        ) : (
          <Bookmark className={styles.icon} size={14} aria-hidden="true" />
        )}
        <span className={styles.name}>
          {name}
          {workspace && <span className="visually-hidden"> in {workspace.name}</span>}
        </span>{' '}
        {count !== undefined && (
          <span className={styles.count}>
            {grouped(count)}
            <span className="visually-hidden">{count === 1 ? ' key' : ' keys'}</span>
          </span>
        )}
      </button>
      <Menu
        trigger={
          <button type="button" className={styles.more} aria-label={`Actions of “${name}”`}>
            <Ellipsis size={14} aria-hidden="true" />
          </button>
        }
        items={[
          {
            label: 'Rename…',
            chord: { key: 'F2' },
            onSelect: () => openDialog({ kind: 'rename-search', saved }),
          },
          {
            label: 'Move up',
            disabled: isFirst,
            onSelect: () => void moveSavedSearch(saved, -1),
          },
          { label: 'Move down', disabled: isLast, onSelect: () => void moveSavedSearch(saved, 1) },
          {
            label: 'Delete',
            danger: true,
            chord: { key: 'Delete' },
            onSelect: () => void deleteSavedSearch(saved),
          },
        ]}
      />
    </li>
  );
}

function onItemKey(event: KeyboardEvent, saved: SavedSearch): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const act = event.altKey ? moveOf(event.key, saved) : actOf(event.key, saved);
  if (!act) return;
  event.preventDefault();
  act();
}

function moveOf(key: string, saved: SavedSearch): (() => void) | null {
  if (key === 'ArrowUp') return () => void moveSavedSearch(saved, -1);
  if (key === 'ArrowDown') return () => void moveSavedSearch(saved, 1);
  return null;
}

function actOf(key: string, saved: SavedSearch): (() => void) | null {
  if (key === 'F2') return () => openDialog({ kind: 'rename-search', saved });
  if (key === 'Delete') return () => void deleteSavedSearch(saved);
  return null;
}
