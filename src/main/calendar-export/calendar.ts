/**
 * The days on which keys are due, as an iCalendar file (RFC 5545). A pure function. It names keys and workspaces, and never
 * anything of a secret, not even its visible beginning: calendars are shared, and synchronised by strangers.
 */
import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventTransparency,
} from 'ical-generator';
import { type Environment, environmentLabels } from '#shared/domain/environment.ts';
import { dayText } from '#shared/domain/search/days.ts';

/** Days as `dayOf` has them. */
export type CalendarEntry = {
  /** The same in every export, and no other key's: by it a calendar knows that an event was moved and is not a new one. */
  uid: string;
  name: string;
  workspace: string;
  environment: Environment;
  /** When it is due, or the day on which it stops being snoozed where that is later. */
  day: number;
  /** Days the policy gives it, and whose policy that is. */
  policy: { days: number; from: 'environment' | 'workspace' | 'key' };
  planned: boolean;
  snoozed: boolean;
};

const secondsPerHour = 3600;
/** Reminders come at nine in the morning, this many days ahead. */
const alarmHour = 9;
const alarmDaysAhead = [7, 1];

/** `now`: when it is made, in milliseconds since 1970. Lines end as the standard wants them. */
export function toCalendar(entries: readonly CalendarEntry[], now: number): string {
  const calendar = ical({
    name: 'Key rotations',
    prodId: { company: 'Latchkey', product: 'Key rotations', language: 'EN' },
  });
  const stamp = new Date(now);
  // It has to rise with every change, and no change is made known but by an export.
  const sequence = Math.floor(now / 60_000);
  for (const entry of entries) {
    const name = plain(entry.name);
    const summary = `Rotate ${name} (${plain(entry.workspace)})`;
    const event = calendar.createEvent({
      id: `${entry.uid}@latchkey`,
      // The library writes the day that a moment has in UTC; a day without a time is the same in every time zone.
      start: new Date(entry.day * 86_400_000),
      allDay: true,
      stamp,
      sequence,
      summary,
      description: describe(entry),
      class: ICalEventClass.PRIVATE,
      busystatus: ICalEventBusyStatus.FREE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
    for (const days of alarmDaysAhead) {
      event.createAlarm({
        type: ICalAlarmType.display,
        relatesTo: ICalAlarmRelatesTo.start,
        triggerBefore: (days * 24 - alarmHour) * secondsPerHour,
        description: `${summary}: due ${days === 1 ? 'tomorrow' : `in ${days} days`}`,
      });
    }
  }
  return calendar.toString();
}

const policyOwners = {
  environment: (label: string) => `the policy for ${label}`,
  workspace: (label: string) => `the workspace’s policy for ${label}`,
  key: () => 'the key’s own policy',
};

function describe({ environment, policy, planned, snoozed, day, workspace }: CalendarEntry): string {
  const label = environmentLabels[environment];
  const every = policy.days === 1 ? 'every day' : `every ${policy.days} days`;
  const due = snoozed ? 'Snoozed until' : planned ? 'Planned for' : 'Due on';
  return [
    `${due} ${dayText(day)}.`,
    `Rotates ${every}, by ${policyOwners[policy.from](label)}.`,
    `Workspace: ${plain(workspace)}`,
    `Environment: ${label}`,
  ].join('\n');
}

/** Names come from platforms: in one line, and without what no calendar may hold. */
function plain(name: string): string {
  return name.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
