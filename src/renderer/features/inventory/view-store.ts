/** What the inventory is asked for: the search, the workspace and the order. */
import { create } from 'zustand';
import type { InventoryQuery, SortColumn } from '#shared/ipc/inventory.ts';
import { keep } from '../settings/kept.ts';

export const useView = create<InventoryQuery>(() => ({
  search: '',
  workspaceId: null,
  sort: { column: 'name', direction: 'ascending' },
}));

/** Takes the order of the last time; what has been asked for meanwhile stands. */
export function restoreSort(sort: InventoryQuery['sort']): void {
  if (useView.getState() === useView.getInitialState()) useView.setState({ sort });
}

/** Longest search that main takes; what is typed beyond it is not looked for. */
const longestSearch = 500;

export function setSearch(search: string): void {
  useView.setState({ search: search.slice(0, longestSearch) });
}

/**
 * How often a workspace or a search was asked for. Choosing what is chosen already changes nothing in the view, but on a
 * screen that has no place for it the person means to go there.
 */
export const useAsked = create<{ times: number }>(() => ({ times: 0 }));

/** Shows one workspace, or all of them for null. */
export function showWorkspace(workspaceId: string | null): void {
  useView.setState({ workspaceId });
  useAsked.setState(({ times }) => ({ times: times + 1 }));
}

/** Both at once, so that the table is asked for them only together. */
export function showSearch(search: string, workspaceId: string | null): void {
  useView.setState({ search, workspaceId });
  useAsked.setState(({ times }) => ({ times: times + 1 }));
}

/** Sorts by a column; a second time turns the order around. */
export function sortBy(column: SortColumn): void {
  const { sort } = useView.getState();
  const turnAround = sort.column === column && sort.direction === 'ascending';
  const next = { column, direction: turnAround ? 'descending' : 'ascending' } as const;
  useView.setState({ sort: next });
  keep({ inventorySort: next });
}
