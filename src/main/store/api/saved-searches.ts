/** Searches that were kept, and how many keys a search finds. */
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';

export type SavedSearchReads = {
  savedSearches(): SavedSearch[];
  /** How many keys a search finds. */
  searchCount(search: string, workspaceId: string | null): number;
};

export type SavedSearchWrites = {
  /** `position` 0 is the first; past the end is the end. */
  addSavedSearch(saved: SavedSearch, position: number, now: string): void;
  renameSavedSearch(id: string, name: string): void;
  moveSavedSearch(id: string, position: number): void;
  removeSavedSearch(id: string): void;
};
