/** A cadence in words, as they stand after a comma or alone: "nightly about 02:00". */
import type { Cadence } from './cadence.ts';
import type { DayPattern } from './day-pattern.ts';

const dayNames = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];
/** Between these minutes after midnight people say "nightly". */
const [nightBegins, nightEnds] = [21 * 60, 6 * 60];

/** Null where too little is known to say anything. */
export function cadenceWords(cadence: Cadence): string | null {
  switch (cadence.kind) {
    case 'too-little':
      return null;
    case 'steady':
      return 'all the time';
    case 'every':
      return cadence.hours === 1 ? 'every hour' : `every ${cadence.hours} hours`;
    case 'monthly':
      return cadence.about === null ? 'about once a month' : `once a month about ${clock(cadence.about)}`;
    case 'irregular':
      return 'now and then';
    case 'days':
      return cadence.about === null
        ? `${patternWords(cadence.pattern)} at different times`
        : `${isNightly(cadence.pattern, cadence.about) ? 'nightly' : patternWords(cadence.pattern)} about ${clock(cadence.about)}`;
  }
}

function isNightly(pattern: DayPattern, about: number): boolean {
  return pattern === 'daily' && (about >= nightBegins || about < nightEnds);
}

function patternWords(pattern: DayPattern): string {
  if (pattern === 'daily' || pattern === 'weekdays') return pattern;
  if (pattern.length >= 5) {
    const off = dayNames.filter((_, weekday) => !pattern.includes(weekday));
    return `daily except ${listOf(off)}`;
  }
  return listOf(pattern.map((weekday) => dayNames[weekday] ?? ''));
}

function listOf(names: readonly string[]): string {
  const [last = ''] = names.slice(-1);
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** "02:00". */
function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
