/** Searches kept under a name: what may be kept, and what is refused in words. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { comparableName, keptSearch } from '#shared/domain/saved-search.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, type NewId, timestamp } from '../system/ports.ts';

export type SavedSearchNeeds = { store: Store; clock: Clock; newId: NewId; emit: Emit };
export type SavedSearchService = ReturnType<typeof createSavedSearches>;

/** Each is counted anew when the inventory changes, and more of them is a list nobody reads. */
const mostSaved = 50;

const refused = (info: ErrorInfo) => new AppError(info);

export function createSavedSearches({ store, clock, newId, emit }: SavedSearchNeeds) {
  const changed = () => emit('savedSearches.changed', {});

  async function known(id: string): Promise<SavedSearch> {
    const found = (await store.read.savedSearches()).find((each) => each.id === id);
    if (found) return found;
    throw refused({ code: 'not-found', message: 'This saved search is not there any more.' });
  }

  /** The name as it is kept. `exceptId`: the search that may have it. */
  function freeName(all: readonly SavedSearch[], name: string, exceptId: string | null): string {
    const trimmed = name.trim();
    if (trimmed === '')
      throw refused({ code: 'bad-input', message: 'A saved search needs a name.', field: 'name' });
    const taken = all.find(
      (each) => each.id !== exceptId && comparableName(each.name) === comparableName(trimmed),
    );
    if (!taken) return trimmed;
    throw refused({
      code: 'duplicate-name',
      message: `Another saved search is called “${taken.name}”.`,
      hint: 'Choose another name.',
      field: 'name',
    });
  }

  return {
    list: () => store.read.savedSearches(),

    /** One count at a time, so that what a person waits for comes in between. */
    async counts(): Promise<{ id: string; count: number }[]> {
      const counts: { id: string; count: number }[] = [];
      for (const { id, search, workspaceId } of await store.read.savedSearches())
        counts.push({ id, count: await store.read.searchCount(search, workspaceId) });
      return counts;
    },

    async add(name: string, search: string, workspaceId: string | null): Promise<SavedSearch> {
      const kept = keptSearch(search);
      if (kept === null)
        throw refused({
          code: 'bad-input',
          message: 'There is no search to save, or a token of it is wrong.',
          hint: 'Put right what is underlined in the search box.',
        });
      const all = await store.read.savedSearches();
      const same = all.find((each) => each.search === kept && each.workspaceId === workspaceId);
      if (same)
        throw refused({ code: 'conflict', message: `This search is saved already, as “${same.name}”.` });
      if (all.length >= mostSaved)
        throw refused({
          code: 'conflict',
          message: `There are ${mostSaved} saved searches, and no room for more.`,
          hint: 'Delete one that you no longer need.',
        });
      const saved = { id: newId(), name: freeName(all, name, null), search: kept, workspaceId };
      await store.write.addSavedSearch(saved, all.length, timestamp(clock));
      changed();
      return saved;
    },

    async rename(id: string, name: string): Promise<SavedSearch> {
      const before = await known(id);
      const renamed = { ...before, name: freeName(await store.read.savedSearches(), name, id) };
      await store.write.renameSavedSearch(id, renamed.name);
      changed();
      return renamed;
    },

    async move(id: string, position: number): Promise<void> {
      await known(id);
      await store.write.moveSavedSearch(id, position);
      changed();
    },

    async remove(id: string): Promise<{ removed: SavedSearch; position: number }> {
      const removed = await known(id);
      const position = (await store.read.savedSearches()).findIndex((each) => each.id === id);
      await store.write.removeSavedSearch(id);
      changed();
      return { removed, position };
    },

    /** Puts back what `remove` answered, unless it is there by now or its name has been given away. */
    async restore(removed: SavedSearch, position: number): Promise<void> {
      const all = await store.read.savedSearches();
      if (all.some(({ id }) => id === removed.id)) return;
      const saved = { ...removed, name: freeName(all, removed.name, null) };
      await store.write.addSavedSearch(saved, position, timestamp(clock));
      changed();
    },
  };
}
