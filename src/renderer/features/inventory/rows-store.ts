/** The rows on screen: asks main for the pages in view, and again when the query or the inventory changes. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyRow } from '#shared/domain/key.ts';
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
} from './page-cache.ts';
import { useView } from './view-store.ts';

type RowsState = { cache: PageCache<KeyRow>; problem: ErrorInfo | null };

export const useRows = create<RowsState>(() => ({ cache: emptyCache(), problem: null }));

const topOfList: Range = { first: 0, last: pageSize - 1 };
let inView: Range = topOfList;
const underWay = new Set<string>();
/** False until it is known in which order the list was left. */
let reading = false;

/** The grid says which rows it draws; what is missing of them is fetched. */
export function showRange(range: Range): void {
  inView = range;
  fetchWanted();
}

/** Positions of the rows on screen. */
export function rangeInView(): Range {
  return inView;
}

export function isInView(position: number): boolean {
  return position >= inView.first && position <= inView.last;
}

/**
 * The row at a position, if it has been read. Between a change of the query and its first answer there is none: what is
 * still on screen belongs to the list before, and acting on it would reach a key of another workspace.
 */
export function knownRow(position: number): KeyRow | undefined {
  const { cache } = useRows.getState();
  return cache.restarting ? undefined : rowAt(cache, position);
}

/** Reads the rows in view again, after a change of the inventory or a failure. */
export function refreshRows(): void {
  useRows.setState(({ cache }) => ({ cache: outdated(cache) }));
  fetchWanted();
}

function restartRows(): void {
  // The list starts at its top again; the grid scrolls there by itself.
  inView = { first: 0, last: Math.max(0, inView.last - inView.first) };
  useRows.setState(({ cache }) => ({ cache: restarted(cache) }));
  fetchWanted();
}

function fetchWanted(): void {
  if (!reading) return;
  for (const page of wantedPages(useRows.getState().cache, inView)) void fetchPage(page);
}

async function fetchPage(page: number): Promise<void> {
  const { generation } = useRows.getState().cache;
  const name = `${generation}/${page}`;
  if (underWay.has(name)) return;
  underWay.add(name);
  const result = await answer(
    bridge().inventoryRows({ query: useView.getState(), offset: page * pageSize, limit: pageSize }),
  );
  underWay.delete(name);
  const { cache } = useRows.getState();
  if (generation !== cache.generation) return;
  if (result.ok) useRows.setState({ cache: withPage(cache, generation, page, result.value), problem: null });
  else useRows.setState({ problem: result.error });
}

export function beginReading(): void {
  reading = true;
  fetchWanted();
}

/** Follows query and inventory; returns how to stop. Nothing is read before `beginReading`. */
export function followRows(): () => void {
  const stopView = useView.subscribe(restartRows);
  const stopInventory = bridge().onInventoryChanged(refreshRows);
  return () => {
    stopView();
    stopInventory();
  };
}
