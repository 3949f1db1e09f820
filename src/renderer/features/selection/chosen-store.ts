/** The chosen keys, as the pointer and the keyboard change them, and what main says has become of them. */
import { create } from 'zustand';
import type { KeyRow } from '#shared/domain/key.ts';
import { longestRange, type SelectionLook } from '#shared/ipc/selection.ts';
import { atMostEvery } from '../../lib/at-most-every.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { grouped } from '../../lib/plural.ts';
import { showToast } from '../../ui/toast.tsx';
import { knownRow, rangeInView } from '../inventory/rows-store.ts';
import { useView } from '../inventory/view-store.ts';
import {
  type Chosen,
  canBeChosen,
  everythingIn,
  findTheSame,
  isChosen,
  isNothing,
  nothing,
  selectionOf,
  toggled,
  withKeys,
  withoutKeys,
} from './chosen.ts';

type ChosenState = {
  chosen: Chosen;
  /** The last answer about it; may be a moment behind. Null while nothing is chosen. */
  look: SelectionLook | null;
};

export const useChosen = create<ChosenState>(() => ({ chosen: nothing, look: null }));

/** Where a range began, and what was chosen before it: the range can shrink again, the rest stays. */
type Anchor = { position: number; base: Chosen };
let anchor: Anchor | null = null;

/** The next range begins anew, where the keyboard is by then. */
export function endRange(): void {
  anchor = null;
}

export function clearChosen(): void {
  endRange();
  useChosen.setState({ chosen: nothing, look: null });
}

function choose(chosen: Chosen): void {
  if (isNothing(chosen)) useChosen.setState({ chosen: nothing, look: null });
  else useChosen.setState({ chosen });
  void look();
}

/** Chooses the key at a position, or takes it out again. */
export function toggleAt(position: number): void {
  endRange();
  const row = knownRow(position);
  if (row) choose(toggled(useChosen.getState().chosen, row));
}

/** Chooses all keys in view; where all of them are chosen, none of them is afterwards. */
export function toggleInView(): void {
  endRange();
  const { chosen } = useChosen.getState();
  const rows = choosableIn(rangeInView().first, rangeInView().last);
  const ids = rows.map(({ id }) => id);
  const allChosen = rows.every((row) => isChosen(chosen, row));
  choose(allChosen ? withoutKeys(chosen, ids) : withKeys(chosen, ids));
}

export function chooseAllMatching(): void {
  endRange();
  choose(everythingIn(useView.getState()));
}

/** Chooses every key from where the range began, or from `from`, up to `to`. Rows that were not read are asked for. */
export async function extendTo(from: number, to: number): Promise<void> {
  anchor ??= { position: from, base: useChosen.getState().chosen };
  const mine = anchor;
  const [first, last] = mine.position < to ? [mine.position, to] : [to, mine.position];
  if (last - first + 1 > longestRange) {
    showToast({
      text: `A range holds at most ${grouped(longestRange)} keys. Select all that match instead.`,
      about: 'range',
    });
    return;
  }
  latestRange += 1;
  const request = latestRange;
  const ids = knownIds(first, last) ?? (await askedIds(first, last));
  if (ids && request === latestRange && mine === anchor) choose(withKeys(mine.base, ids));
}

let latestRange = 0;

/** Null where one of the rows has not been read. */
function knownIds(first: number, last: number): string[] | null {
  for (let position = first; position <= last; position += 1) if (!knownRow(position)) return null;
  return choosableIn(first, last).map(({ id }) => id);
}

async function askedIds(first: number, last: number): Promise<string[] | null> {
  const query = useView.getState();
  const result = await answer(bridge().selectionRange({ query, offset: first, limit: last - first + 1 }));
  return result.ok && query === useView.getState() ? result.value.keyIds : null;
}

function choosableIn(first: number, last: number): KeyRow[] {
  const rows: KeyRow[] = [];
  for (let position = first; position <= last; position += 1) {
    const row = knownRow(position);
    if (row && canBeChosen(row)) rows.push(row);
  }
  return rows;
}

let looking = false;
let again = false;

/** Asks main about the chosen keys, or once more after the question under way. */
async function look(): Promise<void> {
  again = looking;
  const { chosen } = useChosen.getState();
  if (looking || isNothing(chosen)) return;
  looking = true;
  const view = useView.getState();
  const result = await answer(bridge().selectionLook({ selection: selectionOf(chosen), view }));
  looking = false;
  const now = useChosen.getState().chosen;
  if (result.ok && !isNothing(now)) {
    const { gone } = result.value;
    const kept = gone.length > 0 && now.kind === 'keys' ? withoutKeys(now, gone) : now;
    useChosen.setState(
      isNothing(kept) ? { chosen: nothing, look: null } : { chosen: kept, look: result.value },
    );
    // Keys that left would otherwise come back with the range that is still being drawn.
    if (kept !== now) endRange();
  }
  if (again) void look();
}

/** Between two looks while a sync reports one workspace after the other, in milliseconds. */
const pause = 400;
const lookSoon = atMostEvery(pause, look);

/** Follows the view and the inventory; returns how to stop. */
export function followChosen(): () => void {
  const stopView = useView.subscribe((view, before) => {
    endRange();
    if (findTheSame(view, before)) return;
    if (useChosen.getState().chosen.kind === 'matching') {
      clearChosen();
      showToast({ text: 'Selection cleared: it was everything in the view before.', about: 'selection' });
    } else void look();
  });
  const stopInventory = bridge().onInventoryChanged(() => {
    endRange();
    lookSoon();
  });
  return () => {
    stopView();
    stopInventory();
  };
}
