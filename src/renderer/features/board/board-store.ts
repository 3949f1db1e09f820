/** The columns of the board: the cards that are on screen, and the card of each that the keyboard is on. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { atMostEvery } from '../../lib/at-most-every.ts';
import { bridge } from '../../lib/bridge.ts';
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
import { type Card, type ColumnId, columnIds, columnKinds } from './column-kinds.ts';

type Column = {
  cache: PageCache<Card>;
  /** How many cards, at the end, are of snoozed keys. */
  resting: number;
  problem: ErrorInfo | null;
  /** 0-based; the keyboard is on it while it is in this column. */
  cursor: number;
  /** The card at the cursor: it is followed where it moves to. */
  on: string | null;
};

type BoardState = {
  columns: Readonly<Record<ColumnId, Column>>;
  /** The column that Tab comes to. */
  current: ColumnId;
  /** Rises when the board is another one, which is read from its top. */
  restarts: number;
};

const emptyColumn: Column = { cache: emptyCache(), resting: 0, problem: null, cursor: 0, on: null };

export const useBoard = create<BoardState>(() => ({
  columns: every(() => emptyColumn),
  current: 'overdue',
  restarts: 0,
}));

function every(make: (id: ColumnId) => Column): Record<ColumnId, Column> {
  return Object.fromEntries(columnIds.map((id) => [id, make(id)])) as Record<ColumnId, Column>;
}

const topOfList: Range = { first: 0, last: pageSize - 1 };
const inView = new Map<ColumnId, Range>();
const underWay = new Set<string>();

const columnOf = (id: ColumnId): Column => useBoard.getState().columns[id];

function change(id: ColumnId, changed: Partial<Column>): void {
  useBoard.setState(({ columns }) => ({ columns: { ...columns, [id]: { ...columns[id], ...changed } } }));
}

export function showColumnRange(id: ColumnId, range: Range): void {
  inView.set(id, range);
  fetchWanted(id);
}

/** Moves the keyboard to a card, and the inspector with it. */
export function selectCard(id: ColumnId, cursor: number): void {
  const { cache } = columnOf(id);
  const card = cache.restarting ? undefined : rowAt(cache, cursor);
  change(id, { cursor, on: card?.id ?? null });
  useBoard.setState({ current: id });
  if (card?.keyId) useSelection.setState({ keyId: card.keyId, position: null, awaiting: false });
}

/** The next column in a direction that has cards; null where there is none. */
export function columnBeside(id: ColumnId, step: 1 | -1): ColumnId | null {
  for (let place = columnIds.indexOf(id) + step; columnIds[place]; place += step) {
    const next = columnIds[place];
    if (next && (columnOf(next).cache.total ?? 0) > 0) return next;
  }
  return null;
}

export const refreshBoard = atMostEvery(200, async () => {
  useBoard.setState(({ columns }) => ({
    columns: every((id) => ({ ...columns[id], cache: outdated(columns[id].cache) })),
  }));
  for (const id of columnIds) fetchWanted(id);
});

function restart(): void {
  inView.clear();
  useBoard.setState(({ columns, restarts }) => ({
    columns: every((id) => ({ ...columns[id], cache: restarted(columns[id].cache), cursor: 0, on: null })),
    restarts: restarts + 1,
  }));
  for (const id of columnIds) fetchWanted(id);
}

function fetchWanted(id: ColumnId): void {
  for (const page of wantedPages(columnOf(id).cache, inView.get(id) ?? topOfList)) void fetchPage(id, page);
}

async function fetchPage(id: ColumnId, page: number): Promise<void> {
  const { generation } = columnOf(id).cache;
  const name = `${id}/${generation}/${page}`;
  if (underWay.has(name)) return;
  underWay.add(name);
  const result = await columnKinds[id].read(page * pageSize, pageSize);
  underWay.delete(name);
  const { cache } = columnOf(id);
  if (generation !== cache.generation) return;
  if (!result.ok) return change(id, { problem: result.error });
  change(id, {
    cache: withPage(cache, generation, page, { ...result.value, all: result.value.total }),
    resting: result.value.resting,
    problem: null,
  });
  await followCard(id, generation);
}

/** After other cards came: the keyboard stays on its card, and on its place where that has left. */
async function followCard(id: ColumnId, generation: number): Promise<void> {
  const { cache, cursor, on } = columnOf(id);
  if (rowAt(cache, cursor)?.id === on) return;
  const moved = on === null ? null : (placeIn(cache, on) ?? (await columnKinds[id].position?.(on)) ?? null);
  const now = columnOf(id);
  if (generation !== now.cache.generation || now.on !== on) return;
  const place = Math.max(0, Math.min(moved ?? now.cursor, (now.cache.total ?? 0) - 1));
  change(id, { cursor: place, on: moved === null ? (rowAt(now.cache, place)?.id ?? null) : on });
}

/** Where a card is among those in memory. */
function placeIn(cache: PageCache<Card>, cardId: string): number | null {
  for (const [page, { rows }] of cache.pages) {
    const place = rows.findIndex(({ id }) => id === cardId);
    if (place !== -1) return page * pageSize + place;
  }
  return null;
}

/** While the board is on screen: reads, and follows the search, the workspace and what changes. */
export function followBoard(): () => void {
  restart();
  const stops = [
    useView.subscribe((view, before) => {
      if (view.search !== before.search || view.workspaceId !== before.workspaceId) restart();
    }),
    bridge().onInventoryChanged(refreshBoard),
    bridge().onRunsChanged(refreshBoard),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
