/** The saved searches as the sidebar shows them, with how many keys each finds now. */
import { create } from 'zustand';
import { keptSearch } from '#shared/domain/saved-search.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import { useScreen } from '../../app/screen-store.ts';
import { atMostEvery } from '../../lib/at-most-every.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useView } from '../inventory/view-store.ts';

type SavedSearchesState = {
  /** In the order of the sidebar; empty until the first answer, as it mostly stays. */
  list: readonly SavedSearch[];
  /** Keys by the id of the search; what has not been counted yet is missing. */
  counts: ReadonlyMap<string, number>;
  /** The latest change of the list in words, for those who do not see it. */
  said: string;
};

export const useSavedSearches = create<SavedSearchesState>(() => ({
  list: [],
  counts: new Map(),
  said: '',
}));

/** Between two counts while a sync reports one workspace after the other, in milliseconds. */
const pause = 1000;
let lastRequest = 0;
let lastCount = 0;

export async function loadSavedSearches(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const result = await answer(bridge().savedSearchesList({}));
  // A list that could not be read anew stays: every change of it says by itself when it failed.
  if (result.ok && request === lastRequest) useSavedSearches.setState({ list: result.value });
}

/** A count that could not be made leaves the one before. */
async function count(): Promise<void> {
  if (useSavedSearches.getState().list.length === 0) return;
  lastCount += 1;
  const request = lastCount;
  const result = await answer(bridge().savedSearchesCounts({}));
  if (!result.ok || request !== lastCount) return;
  useSavedSearches.setState({ counts: new Map(result.value.map(({ id, count }) => [id, count])) });
}

/** For what changes often; a change of the list itself is counted at once. */
const countSoon = atMostEvery(pause, count);

/** The saved search that the table shows; undefined where it shows none of them. */
export function useCurrentSearch(): SavedSearch | undefined {
  const list = useSavedSearches((state) => state.list);
  const { search, workspaceId } = useView();
  const inTable = useScreen(({ screen }) => screen === 'inventory');
  const kept = keptSearch(search);
  if (kept === null || !inTable) return undefined;
  return list.find((each) => each.search === kept && each.workspaceId === workspaceId);
}

/** Says to those who do not see the list what has happened to it. */
export function saySearch(said: string): void {
  useSavedSearches.setState({ said });
}

/** Reads the list and follows it and the inventory; returns how to stop. */
export function followSavedSearches(): () => void {
  const readAll = () => void loadSavedSearches().then(count);
  readAll();
  const stops = [
    bridge().onSavedSearchesChanged(readAll),
    bridge().onInventoryChanged(countSoon),
    // A removed workspace takes its searches along, and one that comes back brings them. A sync says so of every workspace.
    bridge().onWorkspacesChanged(() => void loadSavedSearches().then(countSoon)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
