/**
 * Load levelling: gives keys other due days so that no week, and no day, has far more of them than the others. A pure function;
 * days are whole numbers as `dayOf` has them.
 *
 * The *mean* is the number of keys due within the horizon for each seven days of it. *Wanted* is a busiest week of a fifth
 * above the mean, in whole keys. The *goal* is what is wanted, or, where the tolerances cannot reach that, the least busiest
 * week that any choice of days inside them has; which it is, is found exactly. For the days it is two fifths of the goal: twice
 * what an even week gives a working day. Of all choices that keep to both, the one that moves the fewest keys is taken, and of
 * those one that moves them by the fewest days.
 */
import type { Week } from '#shared/domain/summary.ts';
import { Network } from './flow.ts';

export type LevelKey = {
  id: string;
  /** When it is due as things stand, inside the horizon. */
  day: number;
  /** The days it may be given instead of its own, both included; none where the first is after the last. */
  earliest: number;
  latest: number;
};

export type Horizon = {
  /** Without gaps, the first one from today on. */
  weeks: readonly Week[];
  /** Nothing is moved to a Saturday or Sunday; what is due there may stay. */
  workdaysOnly: boolean;
};

type Move = { id: string; from: number; to: number };

export type Levelled = {
  /** By day, then in the order of ids. */
  moves: Move[];
  /** Keys a week; 0 where there are none. */
  mean: number;
  /** The most keys a week should have. */
  wanted: number;
  /** The most that a week will have: more than is wanted only where less is not possible. */
  goal: number;
};

/** How far above the mean the busiest week may be. */
export const shareAboveMean = 0.2;
/** Of a week's goal, the part that may fall on one day; so few keys on one day are no lump at all. */
const shareOfDay = 0.4;
const fewOnOneDay = 2;

/** Throws `RangeError` for a key that is due outside the horizon. */
export function level(keys: readonly LevelKey[], { weeks, workdaysOnly }: Horizon): Levelled {
  const [first, last] = [weeks[0]?.from ?? 0, (weeks.at(-1)?.before ?? 0) - 1];
  const outside = keys.find(({ day }) => day < first || day > last);
  if (outside) throw new RangeError(`Key ${outside.id} is due outside the horizon.`);
  const mean = keys.length === 0 ? 0 : (keys.length * 7) / (last + 1 - first);
  if (keys.length === 0) return { moves: [], mean, wanted: 0, goal: 0 };

  const mayGetKeys = (day: number) => day >= first && day <= last && !(workdaysOnly && isWeekend(day));
  const groups = groupsOf(keys, mayGetKeys);
  const fits = (ofWeek: number, ofDay: number) => place(groups, weeks, ofWeek, ofDay, () => 0) !== null;

  const busiest = Math.max(...weeks.map((week) => keys.filter(({ day }) => isIn(week, day)).length));
  // Rounded for what is exact in tenths and not in binary: a fifth above 15 is 18.
  const wanted = Math.max(Math.ceil(mean), Math.floor(Number((mean * (1 + shareAboveMean)).toFixed(9))));
  const goal = smallest(wanted, Math.max(wanted, busiest), (ofWeek) => fits(ofWeek, keys.length));
  const wantedOfDay = Math.max(fewOnOneDay, Math.ceil(goal * shareOfDay));
  const ofDay = smallest(wantedOfDay, Math.max(wantedOfDay, goal), (most) => fits(goal, most));

  // One more move weighs more than all distances together.
  const aMove = 1 + groups.reduce((sum, group) => sum + group.ids.length * (group.farthest + 1), 0);
  const cost = (from: number, to: number) => (from === to ? 0 : aMove + Math.abs(to - from));
  const placed = place(groups, weeks, goal, ofDay, cost) ?? [];
  return { moves: placed.flatMap(({ group, days }) => movesOf(group, days)).sort(byDay), mean, wanted, goal };
}

/** Keys that are due on the same day and may go to the same days: the flow need not tell them apart. */
type Group = { ids: string[]; day: number; targets: number[]; farthest: number };

function groupsOf(keys: readonly LevelKey[], mayGetKeys: (day: number) => boolean): Group[] {
  const groups = new Map<string, Group>();
  for (const { id, day, earliest, latest } of keys.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = `${day} ${earliest} ${latest}`;
    let group = groups.get(name);
    if (!group) {
      const others = Array.from(
        { length: Math.max(0, latest - earliest + 1) },
        (_, index) => earliest + index,
      );
      const targets = [day, ...others.filter((other) => other !== day && mayGetKeys(other))];
      group = { ids: [], day, targets, farthest: Math.max(...targets.map((to) => Math.abs(to - day))) };
      groups.set(name, group);
    }
    group.ids.push(id);
  }
  return [...groups.values()].sort((a, b) => a.day - b.day || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
}

type Placed = { group: Group; days: { day: number; count: number }[] };

/** From each group to days, from days to their weeks, from weeks out. Null where not all keys find a place. */
function place(
  groups: readonly Group[],
  weeks: readonly Week[],
  ofWeek: number,
  ofDay: number,
  cost: (from: number, to: number) => number,
): Placed[] | null {
  const first = weeks[0]?.from ?? 0;
  const days = (weeks.at(-1)?.before ?? first) - first;
  const [source, sink, firstGroup] = [0, 1, 2];
  const firstDay = firstGroup + groups.length;
  const firstWeek = firstDay + days;
  const network = new Network(firstWeek + weeks.length);
  weeks.forEach((week, index) => {
    network.connect(firstWeek + index, sink, ofWeek);
    for (let day = week.from; day < week.before; day++)
      network.connect(firstDay + day - first, firstWeek + index, ofDay);
  });
  const sent = groups.map((group, index) => {
    network.connect(source, firstGroup + index, group.ids.length);
    const out = group.targets.map((day) => ({
      day,
      count: network.connect(
        firstGroup + index,
        firstDay + day - first,
        group.ids.length,
        cost(group.day, day),
      ),
    }));
    return { group, out };
  });
  const all = groups.reduce((sum, { ids }) => sum + ids.length, 0);
  if (network.send(source, sink) < all) return null;
  return sent.map(({ group, out }) => ({
    group,
    days: out.map(({ day, count }) => ({ day, count: count() })).filter(({ count }) => count > 0),
  }));
}

/** The first ids stay where they are, the others follow each other through the days. */
function movesOf({ ids, day }: Group, days: readonly { day: number; count: number }[]): Move[] {
  const staying = days.find((each) => each.day === day)?.count ?? 0;
  const moving = ids.slice(staying);
  const others = days.filter((each) => each.day !== day).sort((a, b) => a.day - b.day);
  const targets = others.flatMap(({ day: to, count }) => Array.from({ length: count }, () => to));
  return moving.map((id, index) => ({ id, from: day, to: targets[index] ?? day }));
}

/** The smallest number that fits; `most` is known to. The first one usually does, and each look is costly. */
function smallest(from: number, most: number, fits: (number: number) => boolean): number {
  if (from === most || fits(from)) return from;
  let [low, high] = [from + 1, most];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}

const byDay = (a: Move, b: Move) => a.to - b.to || a.from - b.from || (a.id < b.id ? -1 : 1);
const isIn = ({ from, before }: Week, day: number) => day >= from && day < before;
/** Day 0 was a Thursday. */
const isWeekend = (day: number) => (day + 3) % 7 > 4;
