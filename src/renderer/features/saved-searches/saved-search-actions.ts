/** What can be done with a saved search: shown, moved, deleted, and put back. */
import { flushSync } from 'react-dom';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import { goToScreen } from '../../app/screen-store.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { showSearch } from '../inventory/view-store.ts';
import { loadSavedSearches, saySearch, useSavedSearches } from './saved-searches-store.ts';

/** The search where it was saved: in its workspace, or in all of them. */
export function showSavedSearch({ search, workspaceId }: SavedSearch): void {
  goToScreen('inventory');
  showSearch(search, workspaceId);
}

export const savedSearchButtonId = (id: string) => `saved-search-${id}`;

function focusOn(id: string | undefined): void {
  if (id !== undefined) document.getElementById(savedSearchButtonId(id))?.focus();
}

/** One place up (-1) or down (1); the keyboard goes along. */
export async function moveSavedSearch({ id, name }: SavedSearch, by: -1 | 1): Promise<void> {
  const { list } = useSavedSearches.getState();
  const position = list.findIndex((each) => each.id === id) + by;
  if (position < 0 || position >= list.length) return;
  const result = await answer(bridge().savedSearchesMove({ id, position }));
  if (!result.ok) return showUndoFailure(`“${name}” stays where it is. ${result.error.message}`);
  await reload(`${name}, ${position + 1} of ${list.length}`);
  focusOn(id);
}

/** At once, since Undo puts it back; the keyboard goes to its neighbour. */
export async function deleteSavedSearch({ id, name }: SavedSearch): Promise<void> {
  const { list } = useSavedSearches.getState();
  const at = list.findIndex((each) => each.id === id);
  const neighbour = list[at + 1] ?? list[at - 1];
  const result = await answer(bridge().savedSearchesRemove({ id }));
  if (!result.ok) return showUndoFailure(`“${name}” was not deleted. ${result.error.message}`);
  await reload('');
  focusOn(neighbour?.id);
  showToast({
    text: `Deleted the search “${name}”`,
    about: id,
    undo: () => void putBack(result.value),
  });
}

async function putBack(before: { removed: SavedSearch; position: number }): Promise<void> {
  const { id, name } = before.removed;
  const result = await answer(bridge().savedSearchesRestore(before));
  if (!result.ok) {
    const { message, hint } = result.error;
    return showUndoFailure([`“${name}” stays deleted.`, message, hint].filter(Boolean).join(' '));
  }
  await reload('');
  showToast({ text: `The search “${name}” is back`, about: id });
}

/** So that the list on screen is the one that was changed before anything is focused in it. */
async function reload(said: string): Promise<void> {
  await loadSavedSearches();
  flushSync(() => saySearch(said));
}
