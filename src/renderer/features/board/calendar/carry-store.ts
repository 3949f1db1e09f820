/** Keys on their way from one day to another: picked up, carried, and put down or back. */
import { create } from 'zustand';
import { dateOf } from '#shared/domain/search/days.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
import { plural } from '../../../lib/plural.ts';
import { showToast, showUndoFailure } from '../../../ui/toast.tsx';
import { showDay } from './calendar-store.ts';
import { longDay, shortDay } from './calendar-words.ts';
import { type Carry, carriedName, carryOf, whyNotDay } from './carry.ts';
import { useDay, wantKey } from './day-store.ts';

type CarryState = {
  carry: Carry | null;
  /** The day the pointer is over while it drags; null where the keyboard carries, or it is over none. */
  over: number | null;
  pointer: boolean;
  /** What is said of it last, on screen and to assistive technology. */
  said: string;
  bad: boolean;
};

const nothing: CarryState = { carry: null, over: null, pointer: false, said: '', bad: false };

export const useCarry = create<CarryState>(() => nothing);

const say = (said: string, bad = false) => useCarry.setState({ said, bad });

/** Answers whether the keys can be carried; otherwise says why not. */
export function pickUp(keys: readonly BoardKey[], from: number, pointer: boolean): boolean {
  const found = carryOf(keys, from, Date.now());
  if (!found.ok) {
    say(found.why, true);
    return false;
  }
  const { carry } = found;
  const until = `Days until ${shortDay(carry.latest)} suit ${keys.length === 1 ? 'it' : 'them'}.`;
  const how = pointer ? '' : ' Arrows choose the day, Space puts down, Escape puts back.';
  useCarry.setState({
    carry,
    pointer,
    over: null,
    said: `Moving ${carriedName(keys)} from ${shortDay(from)}. ${until}${how}`,
    bad: false,
  });
  return true;
}

/** The keys hang over a day, which is said with what speaks against it. */
export function carryOver(day: number | null, count: number): void {
  const { carry, over, pointer } = useCarry.getState();
  if (!carry || (pointer && day === over)) return;
  if (pointer) useCarry.setState({ over: day });
  if (day === null) return;
  const why = whyNotDay(carry, day);
  say(`${longDay(day)}: ${why ?? `${count === 0 ? 'no keys' : plural(count, 'key')} due.`}`, why !== null);
}

export function putBack(): void {
  const { carry } = useCarry.getState();
  if (!carry) return;
  const stay = carry.keys.length === 1 ? 'stays' : 'stay';
  useCarry.setState({ ...nothing, said: `${carriedName(carry.keys)} ${stay} on ${longDay(carry.from)}.` });
}

/** Answers whether the keys were put down: on a day that does not suit they stay in hand. */
export async function putDown(day: number): Promise<boolean> {
  const { carry, pointer } = useCarry.getState();
  if (!carry) return false;
  if (day === carry.from) {
    putBack();
    return true;
  }
  const why = whyNotDay(carry, day);
  if (why !== null) {
    say(why, true);
    if (pointer) useCarry.setState({ carry: null, over: null });
    return false;
  }
  useCarry.setState(nothing);
  const moved = carriedName(carry.keys);
  const plans = carry.keys.map(({ id }) => ({ keyId: id, day: dateOf(day) }));
  const result = await answer(bridge().policiesPlan({ plans, reason: 'Moved in the calendar' }));
  if (!result.ok) {
    say([`${moved} did not move.`, result.error.message, result.error.hint].filter(Boolean).join(' '), true);
    return false;
  }
  say(`Moved ${moved} to ${longDay(day)}.`);
  useDay.setState({ chosen: new Map() });
  const [first] = carry.keys;
  showDay(day);
  if (first) wantKey(first.id);
  showToast({
    text: `Moved ${moved} to ${longDay(day)}`,
    about: 'calendar',
    undo: () => void takeBack(result.value.before, moved, carry.from),
  });
  return true;
}

async function takeBack(
  before: { keyId: string; day: string | null }[],
  moved: string,
  from: number,
): Promise<void> {
  const result = await answer(bridge().policiesPlan({ plans: before, reason: 'Taken back', back: true }));
  if (!result.ok) {
    const { message, hint } = result.error;
    return showUndoFailure([`${moved} stays where it is.`, message, hint].filter(Boolean).join(' '));
  }
  showDay(from);
  say(`${moved} is back on ${longDay(from)}.`);
  showToast({ text: `${moved} is back on ${longDay(from)}`, about: 'calendar' });
}
