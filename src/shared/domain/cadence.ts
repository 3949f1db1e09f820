/**
 * How a key is used, as far as its history shows it. A platform tells only the latest use, so a day without a known use
 * counts as one without use only where looks prove it, and where too little is known the answer is that.
 */
import { type Cluster, circle } from './circle.ts';
import { type DayPattern, dayPattern, type KnownDay } from './day-pattern.ts';
import { day, hour, minute, type Span, type Use, type Zone } from './use-times.ts';

export type Cadence =
  /** Seen in use on so many days, which shows nothing yet. */
  | { kind: 'too-little'; days: number }
  /** Just used whenever Latchkey looked. */
  | { kind: 'steady' }
  | { kind: 'every'; hours: number }
  /** `about`: minutes after midnight on the clock on the wall; null: at different times. */
  | { kind: 'days'; pattern: DayPattern; about: number | null }
  | { kind: 'monthly'; about: number | null }
  | { kind: 'irregular' };

/** How a key was used two months ago says little about today. */
const recent = 56 * day;
/** For what happens several times a day; what is older is kept more coarsely. */
const lately = 8 * day;
const jitter = 60 * minute;

/** `uses` oldest first; `quiet`: from `quietSpans`. Describes the weeks before the last use, also where that was long ago. */
export function cadenceOf(uses: readonly Use[], quiet: readonly Span[], zone: Zone): Cadence {
  const last = uses.at(-1);
  if (!last) return { kind: 'too-little', days: 0 };
  const since = (span: number) => uses.filter(({ at }) => at > last.at - span);
  const days = daysOf(since(recent), zone);
  const often = severalADay(since(lately), zone);
  if (often) return often;
  const monthly = isMonthly(uses);
  const fixed = fixedTime(monthly ? uses : since(recent), zone);
  const about = fixed ? aboutOf(fixed.cluster.centre) : null;
  if (monthly) return { kind: 'monthly', about };
  const known = fixed
    ? knownDays(since(recent), quiet, fixed.wall, fixed.cluster.centre, 90 * minute)
    : knownDays(since(recent), quiet, (time) => time + zone(time), day / 2, day / 2);
  const pattern = dayPattern(known);
  if (pattern) return { kind: 'days', pattern, about };
  const span = last.at - (since(recent)[0]?.at ?? last.at);
  return days < 4 || span < 7 * day ? { kind: 'too-little', days } : { kind: 'irregular' };
}

function daysOf(uses: readonly Use[], zone: Zone): number {
  return new Set(uses.map(({ at }) => Math.floor((at + zone(at)) / day))).size;
}

/** What repeats within the day: on the clock on the wall, or on that of a server that does not change it. */
function severalADay(uses: readonly Use[], zone: Zone): Cadence | null {
  if (uses.length < 6 || daysOf(uses, zone) < 2) return null;
  const rests = uses.slice(1).map(({ quiet }) => (quiet ? quiet.until - quiet.from : 0));
  for (const hours of [12, 8, 6, 4, 3, 2, 1]) {
    const period = hours * hour;
    const tolerance = hours === 1 ? 6 * minute : 15 * minute;
    // Looks that come as regularly as the uses would make a steady use look like this one.
    if (rests.filter((rest) => rest >= period / 3).length < 3) continue;
    for (const wall of [(time: number) => time + zone(time), (time: number) => time]) {
      const times = uses.map(({ at }) => wall(at));
      const { centre, share } = circle(times, period, tolerance);
      if (share >= 0.85 && fillsTheDay(times, period, centre)) return { kind: 'every', hours };
    }
  }
  const lags = uses.map(({ at, seenAt }) => seenAt - at);
  const isSteady = uses.length >= 8 && middle(lags) <= 12 * minute && middle(rests) <= 20 * minute;
  return isSteady ? { kind: 'steady' } : null;
}

/** Several turns of the day, else they are times of the day and no period. */
function fillsTheDay(times: readonly number[], period: number, centre: number): boolean {
  const counts = new Map<number, number>();
  for (const time of times) {
    const turn = Math.floor((((time - centre + period / 2) % day) + day) / period) % (day / period);
    counts.set(turn, (counts.get(turn) ?? 0) + 1);
  }
  const turns = day / period;
  const frequent = [...counts.values()].filter((count) => count >= times.length / turns / 2);
  return frequent.length >= (turns <= 3 ? 2 : turns <= 12 ? 3 : 5);
}

/** `wall`: the clock by which the uses come at one time of the day. */
function fixedTime(uses: readonly Use[], zone: Zone): { wall: Zone; cluster: Cluster } | null {
  const offset = zone(uses.at(-1)?.at ?? 0);
  // A server that knows no summer time is an hour off for half of the year, and exact by its own clock.
  const clocks: Zone[] = [(time) => time + zone(time), (time) => time + offset];
  const [best] = clocks
    .map((wall) => ({
      wall,
      cluster: circle(
        uses.map(({ at }) => wall(at)),
        day,
        jitter,
      ),
    }))
    .toSorted((a, b) => b.cluster.share - a.cluster.share || a.cluster.spread - b.cluster.spread);
  return best && uses.length >= 3 && best.cluster.share >= 0.8 ? best : null;
}

/** To a quarter of an hour: what is called "about" has no minutes. */
function aboutOf(centre: number): number {
  return (Math.round(centre / (15 * minute)) * 15) % (24 * 60);
}

function isMonthly(uses: readonly Use[]): boolean {
  const days = [...new Set(uses.map(({ at }) => Math.floor(at / day)))];
  const gaps = days.slice(1).map((each, index) => each - (days[index] ?? each));
  return gaps.length >= 2 && gaps.every((gap) => gap >= 26 && gap <= 33);
}

/** Each day from the first use to the last: used, or provably not at `centre` or `around` it. Those of which nothing is known are left out. */
function knownDays(
  uses: readonly Use[],
  quiet: readonly Span[],
  wall: Zone,
  centre: number,
  around: number,
): KnownDay[] {
  const dayOf = (time: number) => Math.floor((wall(time) - centre + day / 2) / day);
  const used = new Set(uses.map(({ at }) => dayOf(at)));
  const spans = quiet.map(({ from, until }) => ({ from: wall(from), until: wall(until) }));
  const known: KnownDay[] = [];
  const [first = 0, last = -1] = [Math.min(...used), Math.max(...used)];
  for (let number = first; number <= last; number += 1) {
    const moment = number * day + centre;
    const isQuiet = spans.some(({ from, until }) => from <= moment - around && until >= moment + around);
    if (used.has(number) || isQuiet) known.push({ number: Math.floor(moment / day), used: used.has(number) });
  }
  return known;
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY;
}
