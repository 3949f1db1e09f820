/** The calendar file, read back by another library than the one that wrote it. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { dayOfDate } from '#shared/domain/search/days.ts';
import { type CalendarEntry, toCalendar } from '../../../src/main/calendar-export/calendar.ts';

const now = Date.UTC(2026, 10, 21, 12);

const nightly: CalendarEntry = {
  uid: 'k-1',
  name: 'nightly-export',
  workspace: 'Acme Vision',
  environment: 'ci',
  day: dayOfDate('2026-11-27'),
  policy: { days: 90, from: 'environment' },
  planned: false,
  snoozed: false,
};

function read(text: string): InstanceType<typeof ICAL.Event>[] {
  return new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

it('has one all-day event for each key, on the day it is due', () => {
  const calendar = new ICAL.Component(ICAL.parse(toCalendar([nightly], now)));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Key rotations');
  const [event, ...others] = read(toCalendar([nightly], now));
  expect(others).toEqual([]);
  expect(event?.uid).toBe('k-1@latchkey');
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.startDate.toString()).toBe('2026-11-27');
  // Without an end, a day is a day: RFC 5545, 3.6.1.
  expect(event?.endDate.toString()).toBe('2026-11-28');
  expect(event?.summary).toBe('Rotate nightly-export (Acme Vision)');
  expect(event?.description).toBe(
    [
      'Due on 27 Nov 2026.',
      'Rotates every 90 days, by the policy for CI/CD.',
      'Workspace: Acme Vision',
      'Environment: CI/CD',
    ].join('\n'),
  );
  expect(event?.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  expect(event?.component.getFirstPropertyValue('class')).toBe('PRIVATE');
  expect(String(event?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-21T12:00:00Z');
});

it('says what was planned and what is snoozed, and whose policy it is', () => {
  const planned: CalendarEntry = {
    ...nightly,
    uid: 'k-2',
    planned: true,
    policy: { days: 30, from: 'key' },
  };
  const snoozed: CalendarEntry = {
    ...nightly,
    uid: 'k-3',
    snoozed: true,
    policy: { days: 1, from: 'workspace' },
  };
  const [first, second] = read(toCalendar([planned, snoozed], now));
  expect(first?.description).toContain(
    'Planned for 27 Nov 2026.\nRotates every 30 days, by the key’s own policy.',
  );
  expect(second?.description).toContain(
    'Snoozed until 27 Nov 2026.\nRotates every day, by the workspace’s policy for CI/CD.',
  );
});

it('rings at nine in the morning, a week and a day before', () => {
  const [event] = read(toCalendar([nightly], now));
  const rings = event?.component.getAllSubcomponents('valarm').map((alarm) => {
    const trigger = alarm.getFirstProperty('trigger');
    // From the start of the day is what holds where nothing is said.
    expect(trigger?.getParameter('related') ?? 'START').toBe('START');
    const start = event.startDate.clone();
    start.isDate = false;
    start.addDuration(trigger?.getFirstValue() as InstanceType<typeof ICAL.Duration>);
    return [start.toString(), alarm.getFirstPropertyValue('description')];
  });
  expect(rings).toEqual([
    ['2026-11-20T09:00:00', 'Rotate nightly-export (Acme Vision): due in 7 days'],
    ['2026-11-26T09:00:00', 'Rotate nightly-export (Acme Vision): due tomorrow'],
  ]);
});

it('moves an event that was imported before, rather than adding another', () => {
  const [before] = read(toCalendar([nightly], now));
  const [after] = read(toCalendar([{ ...nightly, day: nightly.day + 3 }], now + 60_000));
  expect(after?.uid).toBe(before?.uid);
  expect(after?.startDate.toString()).toBe('2026-11-30');
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
});

it.each(['Pacific/Auckland', 'America/Los_Angeles', 'Africa/Cairo', 'Asia/Kathmandu'])(
  'has the same days in %s, also where clocks change at midnight',
  (zone) => {
    const days = ['2026-03-29', '2026-04-24', '2026-10-25', '2026-11-01', '2027-01-01'];
    const entries = days.map((day, index) => ({ ...nightly, uid: `k-${index}`, day: dayOfDate(day) }));
    vi.stubEnv('TZ', zone);
    expect(new Date(0).getTimezoneOffset()).not.toBe(0);
    const events = read(toCalendar(entries, now));
    expect(events.map((event) => event.startDate.toString())).toEqual(days);
    expect(events.map((event) => event.description?.split('\n')[0])).toContain('Due on 29 Mar 2026.');
  },
);

describe('names', () => {
  it.each([
    ['with what the format uses itself', 'a;b,c\\d:e"f', 'a;b,c\\d:e"f'],
    ['in other scripts', 'schlüssel-für-東京-🔑', 'schlüssel-für-東京-🔑'],
    ['with line breaks and control characters', 'one\r\ntwo\u0007three\u2028four', 'one two three four'],
    ['that look like the format', 'x\nEND:VEVENT\nBEGIN:VEVENT', 'x END:VEVENT BEGIN:VEVENT'],
    ['longer than a line', 'ü'.repeat(120), 'ü'.repeat(120)],
  ])('%s arrive whole', (_what, name, wanted) => {
    const text = toCalendar([{ ...nightly, name }], now);
    expect(read(text).map((event) => event.summary)).toEqual([`Rotate ${wanted} (Acme Vision)`]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('of any kind keep to their own event', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 120 });
    fc.assert(
      fc.property(fc.array(fc.record({ name, workspace: name }), { maxLength: 5 }), (names) => {
        const entries = names.map((each, index) => ({ ...nightly, ...each, uid: `k-${index}` }));
        const events = read(toCalendar(entries, now));
        expect(events.map((event) => event.uid)).toEqual(entries.map(({ uid }) => `${uid}@latchkey`));
        for (const event of events) expect(event.startDate.toString()).toBe('2026-11-27');
      }),
      { numRuns: 100 },
    );
  });
});

it('is a whole calendar also where nothing is due', () => {
  expect(read(toCalendar([], now))).toEqual([]);
});
