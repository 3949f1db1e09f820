import { keptSearch } from '#shared/domain/saved-search.ts';
import { openDialog } from '../../app/dialogs.ts';
import { showToast } from '../../ui/toast.tsx';
import { useView } from '../inventory/view-store.ts';
import { useSavedSearches } from './saved-searches-store.ts';

/** Asks for a name for the search of the table, or says why there is nothing to save. */
export function saveSearch(): void {
  const { search, workspaceId } = useView.getState();
  const kept = keptSearch(search);
  const same = useSavedSearches
    .getState()
    .list.find((each) => each.search === kept && each.workspaceId === workspaceId);
  const say = (text: string) => showToast({ text, about: 'save-search' });
  if (same) say(`This search is saved already, as “${same.name}”`);
  else if (kept !== null) openDialog({ kind: 'save-search', search, workspaceId });
  else if (search.trim() === '') say('Type a search first, then save it');
  else say('A token of this search is wrong, so it cannot be saved');
}
