/** The keys of the capability lens that are on screen, what all keys in view come to, and the row the keyboard is on. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { LensPage, LensRow, LensSort } from '#shared/ipc/lens.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import {
  emptyCache,
  outdated,
  type PageCache,
  pageSize,
  type Range,
  restarted,
  rowAt,
  wantedPages,
  withPage,
} from '../inventory/page-cache.ts';
import { useSelection } from '../inventory/selection-store.ts';
import { useView } from '../inventory/view-store.ts';

type LensState = {
  cache: PageCache<LensRow>;
  /** Of the keys in view, how many have each ability; null before the first answer. */
  counts: LensPage['counts'] | null;
  problem: ErrorInfo | null;
  cursor: number;
  sort: LensSort;
  /** Rises when the list is another one, which is read from its top. */
  restarts: number;
};

export const useLens = create<LensState>(() => ({
  cache: emptyCache(),
  counts: null,
  problem: null,
  cursor: 0,
  // Whoever can do most comes first: that is what one comes here for.
  sort: { by: 'abilities', direction: 'descending' },
  restarts: 0,
}));

const topOfList: Range = { first: 0, last: pageSize - 1 };
let inView: Range = topOfList;
const underWay = new Set<string>();

export function showLensRange(range: Range): void {
  inView = range;
  fetchWanted();
}

/** Moves the keyboard to a row, and the inspector with it. */
export function selectLensRow(position: number): void {
  const { cache } = useLens.getState();
  const row = cache.restarting ? undefined : rowAt(cache, position);
  useLens.setState({ cursor: position });
  if (row) useSelection.setState({ keyId: row.keyId, position: null, awaiting: false });
}

/** Names go up first, abilities down: keys that have it first. A second time turns the order around. */
export function sortLensBy(by: LensSort['by']): void {
  const { sort } = useLens.getState();
  const first = by === 'name' ? 'ascending' : 'descending';
  const other = first === 'ascending' ? 'descending' : 'ascending';
  const turnAround = sort.by === by && sort.direction === first;
  useLens.setState({ sort: { by, direction: turnAround ? other : first } });
  restart();
}

export function refreshLens(): void {
  useLens.setState(({ cache }) => ({ cache: outdated(cache) }));
  fetchWanted();
}

function restart(): void {
  inView = topOfList;
  useLens.setState(({ cache, restarts }) => ({
    cache: restarted(cache),
    cursor: 0,
    restarts: restarts + 1,
  }));
  fetchWanted();
}

function fetchWanted(): void {
  for (const page of wantedPages(useLens.getState().cache, inView)) void fetchPage(page);
}

async function fetchPage(page: number): Promise<void> {
  const { cache: asked, sort } = useLens.getState();
  const name = `${asked.generation}/${page}`;
  if (underWay.has(name)) return;
  underWay.add(name);
  const { search, workspaceId } = useView.getState();
  const query = { search, workspaceId, sort };
  const result = await answer(bridge().lensRows({ query, offset: page * pageSize, limit: pageSize }));
  underWay.delete(name);
  const { cache } = useLens.getState();
  if (asked.generation !== cache.generation) return;
  if (!result.ok) return useLens.setState({ problem: result.error });
  const last = Math.max(0, result.value.total - 1);
  useLens.setState(({ cursor }) => ({
    cache: withPage(cache, asked.generation, page, result.value),
    counts: result.value.counts,
    problem: null,
    cursor: Math.min(cursor, last),
  }));
}

/** While the screen is open: reads, and follows the search, the workspace and what changes. */
export function followLens(): () => void {
  restart();
  const stopView = useView.subscribe((view, before) => {
    if (view.search !== before.search || view.workspaceId !== before.workspaceId) restart();
  });
  const stopInventory = bridge().onInventoryChanged(refreshLens);
  return () => {
    stopView();
    stopInventory();
  };
}
