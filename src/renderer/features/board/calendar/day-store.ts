/** The keys of the day that is open: those on screen, the one that the keyboard is on, and those that are chosen. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
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
} from '../../inventory/page-cache.ts';
import { useSelection } from '../../inventory/selection-store.ts';
import { useView } from '../../inventory/view-store.ts';
import { useCalendar } from './calendar-store.ts';

type DayState = {
  cache: PageCache<BoardKey>;
  problem: ErrorInfo | null;
  cursor: number;
  /** Where a range begins that Shift extends. */
  anchor: number;
  /** Chosen keys by id. */
  chosen: ReadonlyMap<string, BoardKey>;
};

const initial: DayState = { cache: emptyCache(), problem: null, cursor: 0, anchor: 0, chosen: new Map() };

export const useDay = create<DayState>(() => initial);

const topOfList: Range = { first: 0, last: pageSize - 1 };
let inView = topOfList;
const underWay = new Set<string>();

export function showDayRange(range: Range): void {
  inView = range;
  fetchWanted();
}

/**
 * Moves the keyboard to a key. `how`: it alone is chosen; all from the anchor to it are; or it joins the chosen ones or
 * leaves them.
 */
export function chooseKey(position: number, how: 'alone' | 'range' | 'toggle'): void {
  const { cache, anchor, chosen } = useDay.getState();
  const key = cache.restarting ? undefined : rowAt(cache, position);
  if (key) useSelection.setState({ keyId: key.id, position: null, awaiting: false });
  if (how === 'range') {
    const [first, last] = [Math.min(anchor, position), Math.max(anchor, position)];
    const keys = Array.from({ length: last - first + 1 }, (_, index) => rowAt(cache, first + index));
    useDay.setState({ cursor: position, chosen: byId(keys) });
    return;
  }
  const others = how === 'toggle' ? [...chosen.values()].filter(({ id }) => id !== key?.id) : [];
  const joins = key !== undefined && !(how === 'toggle' && chosen.has(key.id));
  useDay.setState({ cursor: position, anchor: position, chosen: byId(joins ? [...others, key] : others) });
}

function byId(keys: readonly (BoardKey | undefined)[]): ReadonlyMap<string, BoardKey> {
  return new Map(keys.flatMap((key) => (key ? [[key.id, key] as const] : [])));
}

/** Every key of the day, up to `most`. */
export async function allOfDay(most: number): Promise<BoardKey[]> {
  const { day } = useCalendar.getState();
  const { search, workspaceId } = useView.getState();
  const result = await answer(
    bridge().boardDay({ query: { search, workspaceId }, day, offset: 0, limit: most }),
  );
  return result.ok ? result.value.rows : [];
}

export async function chooseAll(most: number): Promise<void> {
  useDay.setState({ chosen: byId(await allOfDay(most)) });
}

/** Puts the keyboard on a key of the day, once that has been read. */
export function wantKey(keyId: string): void {
  wanted = keyId;
  takeWanted();
}

let wanted: string | null = null;

function takeWanted(): void {
  const { cache } = useDay.getState();
  if (wanted === null || cache.restarting || cache.total === null) return;
  const keyId = wanted;
  const page = [...cache.pages].find(([, { rows }]) => rows.some(({ id }) => id === keyId));
  if (!page) return;
  wanted = null;
  chooseKey(page[0] * pageSize + page[1].rows.findIndex(({ id }) => id === keyId), 'alone');
}

function refreshDay(): void {
  useDay.setState(({ cache }) => ({ cache: outdated(cache) }));
  fetchWanted();
}

let shownDay: number | null = null;

/** The same day, seen again, has the keyboard where it was. */
function restart(): void {
  const { day } = useCalendar.getState();
  const { cache, cursor } = useDay.getState();
  if (day === shownDay) wanted ??= rowAt(cache, cursor)?.id ?? null;
  shownDay = day;
  inView = topOfList;
  useDay.setState({ ...initial, cache: restarted(cache) });
  fetchWanted();
}

function fetchWanted(): void {
  for (const page of wantedPages(useDay.getState().cache, inView)) void fetchPage(page);
}

async function fetchPage(page: number): Promise<void> {
  const { generation } = useDay.getState().cache;
  const name = `${generation}/${page}`;
  if (underWay.has(name)) return;
  underWay.add(name);
  const { day } = useCalendar.getState();
  const { search, workspaceId } = useView.getState();
  const query = { search, workspaceId };
  const result = await answer(bridge().boardDay({ query, day, offset: page * pageSize, limit: pageSize }));
  underWay.delete(name);
  const { cache } = useDay.getState();
  if (generation !== cache.generation) return;
  if (!result.ok) return useDay.setState({ problem: result.error });
  const last = Math.max(0, result.value.total - 1);
  useDay.setState(({ cursor }) => ({
    cache: withPage(cache, generation, page, { ...result.value, all: result.value.total }),
    problem: null,
    cursor: Math.min(cursor, last),
  }));
  takeWanted();
}

/** While a day is open: reads it, and follows the day, the search, the workspace and what changes. */
export function followDay(): () => void {
  restart();
  const stops = [
    useCalendar.subscribe(({ day }, before) => {
      if (day !== before.day) restart();
    }),
    useView.subscribe((view, before) => {
      if (view.search !== before.search || view.workspaceId !== before.workspaceId) restart();
    }),
    bridge().onInventoryChanged(refreshDay),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
