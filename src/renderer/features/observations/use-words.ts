/** What is said of a key's use: one sentence or two, and the strip in words. */
import { cadenceOf } from '#shared/domain/cadence.ts';
import { cadenceWords } from '#shared/domain/cadence-words.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Observations } from '#shared/domain/observations.ts';
import { lastWaking, paceOf, wokeDays } from '#shared/domain/rhythm.ts';
import type { StripDay } from '#shared/domain/use-strip.ts';
import { day as dayLong, quietSpans, type Use, usesIn, zoneHere } from '#shared/domain/use-times.ts';
import { listed } from '../../lib/listed.ts';
import { plural } from '../../lib/plural.ts';
import { ago, day, timeOfDay } from '../../lib/time.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

type UseState = { label: string; tone: BadgeTone; meaning: string };
export type UseWords = { state: UseState | null; sentence: string };

type Key = Pick<KeyDetail, 'status' | 'awaitingUse' | 'thisLogin'>;

/** `now` in milliseconds since 1970. Only for a key whose platform reports its use, and has been asked. */
export function wordsOfUse(key: Key, history: Observations, now: number): UseWords {
  const uses = usesIn(history);
  if (key.awaitingUse)
    return { state: awaiting, sentence: `Made here, and not yet seen in use${asOf(history, now)}.` };
  const last = uses.at(-1);
  if (history.lastUsed.kind === 'never' && !last)
    return { state: null, sentence: `Never used${asOf(history, now)}.` };
  if (key.thisLogin)
    return { state: null, sentence: 'Latchkey signs in with it, so each sync is a use of it.' };
  const cadence = cadenceOf(uses, quietSpans(history), zoneHere);
  const words = cadenceWords(cadence);
  if (last && isSilent(key, uses, history))
    return {
      state: silent,
      sentence: `Was used ${words ?? 'regularly'}, and not since ${shortDay(last.at).replace(' ', '\u00a0')}.`,
    };
  const used = words === null ? tooLittle(cadence) : `Used ${words}.`;
  const created = history.createdAt === null ? null : Date.parse(history.createdAt);
  const waking = lastWaking(uses, created, now - wokeDays * dayLong);
  if (!waking)
    return { state: null, sentence: [used, firstUse(uses, created, now)].filter(Boolean).join(' ') };
  const slept = waking.first
    ? `First used ${plural(waking.days, 'day')} after it was made`
    : `Used again after ${plural(waking.days, 'day')} without any use`;
  return {
    state: woke,
    sentence: `${slept}, seen ${ago(iso(waking.seenAt), now)}.${words ? ` ${used}` : ''}`,
  };
}

const awaiting: UseState = {
  label: 'Not yet seen in use',
  tone: 'neutral',
  meaning:
    'The platform has not seen the new key in use: whoever got its secret may not have put it in place.',
};
const silent: UseState = {
  label: 'Went silent',
  tone: 'warn',
  meaning: 'It was used regularly, and has not been for longer than it ever rests.',
};
const woke: UseState = {
  label: 'Woke',
  tone: 'warn',
  meaning: 'It was used after a month or more without any use.',
};

function isSilent(key: Key, uses: readonly Use[], { lookedAt }: Observations): boolean {
  if (lookedAt === null || (key.status !== 'active' && key.status !== 'protected')) return false;
  const pace = paceOf(uses);
  return pace !== null && (uses.at(-1)?.at ?? 0) + pace <= Date.parse(lookedAt);
}

function tooLittle(cadence: ReturnType<typeof cadenceOf>): string {
  const days = cadence.kind === 'too-little' ? cadence.days : 0;
  return `Seen in use on ${plural(days, 'day')}: too little to say how often.`;
}

/** For a key that was put into use lately, and watched from its beginning: how long that took. */
function firstUse(uses: readonly Use[], created: number | null, now: number): string | null {
  const [first] = uses;
  if (!first || created === null || first.quiet?.from !== created) return null;
  if (first.at < now - wokeDays * dayLong) return null;
  const hours = Math.floor((first.at - created) / 3_600_000);
  if (hours < 1) return 'First used within an hour after it was made.';
  const words = hours < 48 ? plural(hours, 'hour') : plural(Math.floor(hours / 24), 'day');
  return `First used ${words} after it was made.`;
}

function asOf({ lookedAt }: Observations, now: number): string {
  return lookedAt === null ? '' : `, as of ${ago(lookedAt, now)}`;
}

export type StripCounts = Readonly<Record<'used' | 'quiet' | 'unknown', number>>;

export function countsOf(days: readonly StripDay[]): StripCounts {
  const count = (state: StripDay['state']) => days.filter((each) => each.state === state).length;
  return { used: count('used'), quiet: count('quiet'), unknown: count('unknown') };
}

/** "Tue 3 Nov: used, last at 02:04". */
export function dayWords({ date, state, lastAt }: StripDay): string {
  const meanings = { used: 'used', quiet: 'not used', unknown: 'not known', before: 'not made yet' };
  const last = lastAt === null ? '' : `, last at ${timeOfDay(iso(lastAt))}`;
  return `${shortDay(Date.parse(`${date}T12:00`), true)}: ${meanings[state]}${last}`;
}

/** Seven days each, whatever the weekday of the first. */
export function weeksOf(days: readonly StripDay[]): StripDay[][] {
  const weeks = Math.ceil(days.length / 7);
  return Array.from({ length: weeks }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The strip without seeing it: a line for each of its weeks. */
export function weekLines(days: readonly StripDay[]): string[] {
  return weeksOf(days).map((ofWeek) => {
    const counts = countsOf(ofWeek);
    const parts = [
      counts.used > 0 && `used on ${plural(counts.used, 'day')}`,
      counts.quiet > 0 && `not used on ${plural(counts.quiet, 'day')}`,
      counts.unknown > 0 && `not known for ${plural(counts.unknown, 'day')}`,
    ].filter((part) => part !== false);
    return `From ${day(`${ofWeek[0]?.date}T12:00`)}: ${parts.length === 0 ? 'not made yet' : listed(parts)}`;
  });
}

const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });

export function shortDay(time: number, withWeekday = false): string {
  return (withWeekday ? weekdayFormat : shortFormat).format(time).replace(',', '');
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
