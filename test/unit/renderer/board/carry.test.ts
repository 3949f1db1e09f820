import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '#shared/domain/search/days.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { carriedName, carryOf, whyNotDay } from '../../../../src/renderer/features/board/calendar/carry.ts';

const now = new Date(2026, 10, 21, 12).getTime();
const today = dayOf(now);
/** A Production key that is due so many days from today by its policy. */
const key = (daysLeft: number, change: Partial<BoardKey> = {}): BoardKey => ({
  id: `k${daysLeft}`,
  workspaceId: 'w',
  name: `key ${daysLeft}`,
  prefix: 'Zt4q',
  environment: 'production',
  owner: null,
  grant: { platform: 'roboflow', scopes: null },
  lastUsed: { kind: 'not-reported' },
  createdAt: new Date(2026, 10, 21 + daysLeft - 90, 12).toISOString(),
  createdBy: null,
  status: 'active',
  thisLogin: false,
  consumers: 0,
  rotation: { days: 90, from: 'environment' },
  ...change,
});

function carry(keys: readonly BoardKey[]) {
  const found = carryOf(keys, today + 5, now);
  if (!found.ok) throw new Error(found.why);
  return found.carry;
}

describe('keys that are moved', () => {
  it('go to any day from today until a week after their own', () => {
    const one = carry([key(5)]);
    expect(whyNotDay(one, today - 1)).toBe('This day is past.');
    expect(whyNotDay(one, today)).toBeNull();
    expect(whyNotDay(one, today + 12)).toBeNull();
    expect(whyNotDay(one, today + 13)).toBe('Later than 3 Dec, the last day that its policy allows.');
  });

  it('go together as far as the strictest of them may', () => {
    const three = carry([key(20), key(5), key(9)]);
    expect(whyNotDay(three, today + 12)).toBeNull();
    expect(whyNotDay(three, today + 13)).toBe(
      'Later than 3 Dec, the last day that the policy of key 5 allows.',
    );
    expect(carriedName(three.keys)).toBe('3 keys');
    expect(carriedName([key(5)])).toBe('key 5');
  });

  it('count their tolerance from the policy’s day and not from a planned one', () => {
    const planned = key(5, { rotation: { days: 90, from: 'environment', plannedOn: dateOf(today + 1) } });
    expect(whyNotDay(carry([planned]), today + 12)).toBeNull();
    expect(whyNotDay(carry([planned]), today + 13)).not.toBeNull();
  });

  it('stay where they are too late for any day', () => {
    expect(carryOf([key(-8)], today - 8, now)).toEqual({
      ok: false,
      why: 'key -8 is too late for any day: rotate it or snooze it.',
    });
    expect(carryOf([key(3), key(-8)], today, now)).toMatchObject({ ok: false });
    expect(carryOf([], today, now)).toMatchObject({ ok: false, why: 'No key is due on this day.' });
  });
});
