/** The keys in quarantine that are on screen, and the row the keyboard is on. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { QuarantineRow } from '#shared/ipc/quarantine.ts';
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

type BinState = { cache: PageCache<QuarantineRow>; problem: ErrorInfo | null; cursor: number };

const initial: BinState = { cache: emptyCache(), problem: null, cursor: 0 };

export const useBin = create<BinState>(() => initial);

let inView: Range = { first: 0, last: pageSize - 1 };
const underWay = new Set<string>();

export function showBinRange(range: Range): void {
  inView = range;
  fetchWanted();
}

/** Moves the keyboard to a row, and the inspector with it. */
export function selectBinRow(position: number): void {
  const { cache } = useBin.getState();
  const row = cache.restarting ? undefined : rowAt(cache, position);
  useBin.setState({ cursor: position });
  if (row) useSelection.setState({ keyId: row.keyId, position: null, awaiting: false });
}

export function refreshBin(): void {
  useBin.setState(({ cache }) => ({ cache: outdated(cache) }));
  fetchWanted();
}

function fetchWanted(): void {
  for (const page of wantedPages(useBin.getState().cache, inView)) void fetchPage(page);
}

async function fetchPage(page: number): Promise<void> {
  const { generation } = useBin.getState().cache;
  const name = `${generation}/${page}`;
  if (underWay.has(name)) return;
  underWay.add(name);
  const { workspaceId } = useView.getState();
  const result = await answer(
    bridge().quarantineRows({ workspaceId, offset: page * pageSize, limit: pageSize }),
  );
  underWay.delete(name);
  const { cache } = useBin.getState();
  if (generation !== cache.generation) return;
  if (result.ok) {
    // What the keyboard was on may have left; its place is kept as far as there is one.
    const last = Math.max(0, result.value.total - 1);
    useBin.setState(({ cursor }) => ({
      cache: withPage(cache, generation, page, { ...result.value, all: result.value.total }),
      problem: null,
      cursor: Math.min(cursor, last),
    }));
  } else useBin.setState({ problem: result.error });
}

/** While the screen is open: reads, and follows what changes. */
export function followBin(): () => void {
  useBin.setState(({ cache }) => ({ cache: restarted(cache), cursor: 0 }));
  fetchWanted();
  const stopView = useView.subscribe((view, before) => {
    if (view.workspaceId === before.workspaceId) return;
    useBin.setState(({ cache }) => ({ cache: restarted(cache), cursor: 0 }));
    fetchWanted();
  });
  const stops = [stopView, bridge().onQuarantineChanged(refreshBin), bridge().onInventoryChanged(refreshBin)];
  return () => {
    for (const stop of stops) stop();
  };
}
