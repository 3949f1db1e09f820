/** At the end of the search box: keeps the search in the sidebar, or says that it is there. */
import { Bookmark } from 'lucide-react';
import { keptSearch } from '#shared/domain/saved-search.ts';
import { shortcutLabel, shortcutName } from '../../lib/platform-keys.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { useView } from '../inventory/view-store.ts';
import { saveSearch } from './save-search.ts';
import styles from './save-search-button.module.css';
import { useCurrentSearch } from './saved-searches-store.ts';

export function SaveSearchButton() {
  const search = useView((view) => view.search);
  const current = useCurrentSearch();
  if (keptSearch(search) === null) return null;
  return (
    <Tooltip text={current ? `Saved as “${current.name}”` : `Save search (${shortcutLabel('S')})`} isName>
      <button
        type="button"
        className={styles.save}
        aria-label={current ? `Saved as “${current.name}”` : 'Save search'}
        aria-keyshortcuts={shortcutName('S')}
        // Not `disabled`, which would take the focus away from whoever has just saved with it.
        aria-disabled={current ? true : undefined}
        onClick={saveSearch}
      >
        <Bookmark size={14} fill={current ? 'currentColor' : 'none'} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}
