/** What a card of the board says about a key. */
import { environmentLabels } from '#shared/domain/environment.ts';
import { type Rotation, rotationOf } from '#shared/domain/rotation-due.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { plural } from '../../lib/plural.ts';
import { ago } from '../../lib/time.ts';
import type { BadgeTone } from '../../ui/badge.tsx';
import { longDay, shortDay } from './calendar/calendar-words.ts';

const thisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const otherYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "23 Jul", with its year where that is not this one. */
function dateText(at: string, now: number): string {
  const date = new Date(at);
  const format = date.getFullYear() === new Date(now).getFullYear() ? thisYear : otherYear;
  return format.format(date);
}

/** "ken@": a person among colleagues, without the part that all of them share. */
export function shortPerson(person: string): string {
  const at = person.indexOf('@');
  return at > 0 ? person.slice(0, at + 1) : person;
}

/** The days in the corner of a card: as short as they are drawn, and as a person would say them. */
export function daysBadge(rotation: Rotation): { short: string; long: string; tone: BadgeTone } | null {
  if (rotation.kind === 'snoozed')
    return {
      short: shortDay(rotation.until),
      long: `snoozed until ${longDay(rotation.until)}`,
      tone: 'neutral',
    };
  if (rotation.kind !== 'due') return null;
  const { daysLeft } = rotation;
  if (daysLeft === 0) return { short: 'today', long: 'due today', tone: 'warn' };
  const late = daysLeft < 0;
  const days = Math.abs(daysLeft);
  return {
    short: `${days} d`,
    long: `${plural(days, 'day')} ${late ? 'overdue' : 'left'}`,
    tone: late ? 'bad' : 'warn',
  };
}

/** One line: where it is used, whether it is in use, and who depends on it or else who made it. */
export function contextOf(key: BoardKey, now: number): string {
  const { environment, lastUsed, cadence, consumers, createdAt, createdBy, snoozed } = key;
  if (snoozed && rotationOf(key, now).kind === 'snoozed')
    return `Snoozed${snoozed.by === null ? '' : ` by ${shortPerson(snoozed.by)}`}: ${snoozed.reason}`;
  const parts = [environmentLabels[environment]];
  if (lastUsed.kind === 'at') parts.push(usedWords(lastUsed.at, cadence, now));
  if (lastUsed.kind === 'never') parts.push('never used');
  if (consumers > 0) parts.push(plural(consumers, 'consumer'));
  else if (createdAt !== null) {
    const by = createdBy === null ? '' : ` by ${shortPerson(createdBy)}`;
    parts.push(`made ${dateText(createdAt, now)}${by}`);
  }
  return parts.join(' · ');
}

/** What is longer ago than this is said as such: how a key was used before is not how it is used. */
const lately = 8 * 86_400_000;

function usedWords(at: string, cadence: string | undefined, now: number): string {
  return cadence !== undefined && now - Date.parse(at) < lately ? cadence : `used ${ago(at, now)}`;
}
