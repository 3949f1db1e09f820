/** Which keys stand in the calendar file, and on which days. Pure. */
import { rotationOf } from '#shared/domain/rotation-due.ts';
import type { DueEntry } from '../store/api/due-entries.ts';
import type { CalendarEntry } from './calendar.ts';

/** Keys that have a due day, the earliest first. `now`: milliseconds since 1970. */
export function calendarEntries(keys: readonly DueEntry[], now: number): CalendarEntry[] {
  const entries = keys.flatMap((key): (CalendarEntry & { key: DueEntry })[] => {
    const rotation = rotationOf(key, now);
    if (rotation.kind !== 'due' && rotation.kind !== 'snoozed') return [];
    const { name, environment, workspaceName: workspace } = key;
    const wakes = rotation.kind === 'snoozed' ? rotation.until : rotation.day;
    return [
      {
        key,
        uid: key.id,
        name: name || 'No name',
        workspace,
        environment,
        day: Math.max(rotation.day, wakes),
        policy: { days: rotation.ofDays, from: key.rotation.from },
        planned: rotation.planned,
        // One that wakes before its day is due on its day.
        snoozed: wakes > rotation.day,
      },
    ];
  });
  const newest = new Map(entries.toSorted(byAge).map(({ key }) => [key.lineId, key.id]));
  return (
    entries
      // A rotated key goes on in the event of the one before it. Where both are still there, that is the newer one's.
      .map(({ key, ...entry }) => ({
        ...entry,
        uid: newest.get(key.lineId) === key.id ? key.lineId : `${key.id}-itself`,
      }))
      .sort((a, b) => a.day - b.day || (a.uid < b.uid ? -1 : 1))
  );
}

function byAge({ key: a }: { key: DueEntry }, { key: b }: { key: DueEntry }): number {
  return Date.parse(a.createdAt ?? '') - Date.parse(b.createdAt ?? '') || (a.id < b.id ? -1 : 1);
}
