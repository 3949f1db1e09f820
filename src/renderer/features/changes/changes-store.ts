/** The list of changes that is on screen: its headings, the pages in view, and the row the keyboard is on. */
import { create } from 'zustand';
import type { ChangeKind, KeyChange } from '#shared/domain/change.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { ChangesOverview, ChangeView } from '#shared/ipc/changes.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useSelection } from '../inventory/selection-store.ts';
import { useView } from '../inventory/view-store.ts';

export type ChangesState = {
  period: ChangeView['period'];
  kind: ChangeKind | null;
  own: boolean;
  /** What was read, and the view it was read for; null until the first answer. */
  list: {
    view: ChangeView;
    overview: ChangesOverview;
    pages: ReadonlyMap<number, readonly KeyChange[]>;
  } | null;
  problem: ErrorInfo | null;
  /** Position of the change that the keyboard is on. */
  cursor: number;
  /** Rises when the list is another one, which is read from its top. */
  restarts: number;
};

const pageSize = 100;
/** Far more than any screen shows. */
const keptPages = 12;

const initial: ChangesState = {
  period: 'visit',
  kind: null,
  own: false,
  list: null,
  problem: null,
  cursor: 0,
  restarts: 0,
};

export const useChanges = create<ChangesState>(() => initial);

let firstInView = 0;
let lastInView = pageSize - 1;
let reading = false;
let again = false;

export function setChangeView(change: Partial<Pick<ChangesState, 'period' | 'kind' | 'own'>>): void {
  useChanges.setState((state) => ({ ...change, cursor: 0, restarts: state.restarts + 1 }));
  [firstInView, lastInView] = [0, pageSize - 1];
  void readChanges();
}

export function changeAt(list: ChangesState['list'], position: number): KeyChange | undefined {
  return list?.pages.get(Math.floor(position / pageSize))?.[position % pageSize];
}

/** Moves the keyboard to a change, and the inspector with it. */
export function selectChange(position: number): void {
  const change = changeAt(useChanges.getState().list, position);
  useChanges.setState({ cursor: position });
  if (change) useSelection.setState({ keyId: change.keyId, position: null, awaiting: false });
}

/** Reads headings and the pages in view, and shows both at once, so that no change stands under another's heading. */
export async function readChanges(): Promise<void> {
  again = reading;
  if (reading) return;
  reading = true;
  const { period, kind, own } = useChanges.getState();
  const view: ChangeView = { workspaceId: useView.getState().workspaceId, period, kind, own };
  const found = await read(view);
  reading = false;
  if (again) return readChanges();
  if (!found.ok) {
    useChanges.setState({ problem: found.error });
    return;
  }
  const { overview, pages } = found.value;
  useChanges.setState(({ cursor }) => ({
    list: { view, overview, pages },
    problem: null,
    cursor: Math.min(cursor, Math.max(0, overview.total - 1)),
  }));
}

type Found = { overview: ChangesOverview; pages: Map<number, readonly KeyChange[]> };
type Read = { ok: true; value: Found } | { ok: false; error: ErrorInfo };

async function read(view: ChangeView): Promise<Read> {
  const overview = await answer(bridge().changesOverview(view));
  if (!overview.ok) return overview;
  const pages = new Map<number, readonly KeyChange[]>();
  const last = Math.min(lastInView, overview.value.total - 1);
  for (let page = Math.floor(firstInView / pageSize); page * pageSize <= last; page += 1) {
    const rows = await readPage(view, overview.value.upTo, page);
    if (!rows.ok) return rows;
    pages.set(page, rows.value);
  }
  return { ok: true, value: { overview: overview.value, pages } };
}

function readPage(view: ChangeView, upTo: number, page: number) {
  return answer(bridge().changesRows({ view, upTo, offset: page * pageSize, limit: pageSize }));
}

/** The grid says which changes it draws; what is missing of them is fetched. */
export function showChangeRange(first: number, last: number): void {
  [firstInView, lastInView] = [first, last];
  const { list } = useChanges.getState();
  if (!list) return;
  for (let page = Math.floor(first / pageSize); page * pageSize <= last; page += 1) {
    if (!list.pages.has(page)) void addPage(list, page);
  }
}

async function addPage(list: NonNullable<ChangesState['list']>, page: number): Promise<void> {
  const rows = await readPage(list.view, list.overview.upTo, page);
  useChanges.setState((state) => {
    // Another list by now.
    if (state.list?.overview !== list.overview) return state;
    if (!rows.ok) return { problem: rows.error };
    const pages = new Map([...state.list.pages, [page, rows.value]]);
    const farthest = [...pages.keys()].sort((a, b) => Math.abs(b - page) - Math.abs(a - page));
    for (const number of farthest.slice(0, Math.max(0, pages.size - keptPages))) pages.delete(number);
    return { list: { ...state.list, pages } };
  });
}

/** While the screen is open: reads, and follows what changes. */
export function followChanges(): () => void {
  useChanges.setState({ ...initial });
  [firstInView, lastInView] = [0, pageSize - 1];
  void readChanges();
  const stopView = useView.subscribe((view, before) => {
    if (view.workspaceId !== before.workspaceId) setChangeView({});
  });
  const stops = [
    stopView,
    bridge().onInventoryChanged(() => void readChanges()),
    bridge().onChangesChanged(() => void readChanges()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
