/** What the inventory is asked for: the search, the workspace and the order. */
import { create } from 'zustand';
import type { InventoryQuery, SortColumn } from '#shared/ipc/inventory.ts';

export const useView = create<InventoryQuery>(() => ({
  search: '',
  workspaceId: null,
  sort: { column: 'name', direction: 'ascending' },
}));

/** Longest search that main takes; what is typed beyond it is not looked for. */
const longestSearch = 500;

export function setSearch(search: string): void {
  useView.setState({ search: search.slice(0, longestSearch) });
}

/** Shows one workspace, or all of them for null. */
export function showWorkspace(workspaceId: string | null): void {
  useView.setState({ workspaceId });
}

/** Both at once, so that the table is asked for them only together. */
export function showSearch(search: string, workspaceId: string | null): void {
  useView.setState({ search, workspaceId });
}

/** Sorts by a column; a second time turns the order around. */
export function sortBy(column: SortColumn): void {
  const { sort } = useView.getState();
  const turnAround = sort.column === column && sort.direction === 'ascending';
  useView.setState({ sort: { column, direction: turnAround ? 'descending' : 'ascending' } });
}
