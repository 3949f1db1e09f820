/** What the inspector says of a key's use. */
import { expect, it } from 'vitest';
import { stripOf } from '#shared/domain/use-strip.ts';
import { dayWords, weekLines, wordsOfUse } from '../../../../src/renderer/features/observations/use-words.ts';
import { watched } from '../../../support/watched-uses.ts';

const hour = 3_600_000;
const noon = (daysAgo: number) => new Date(2026, 10, 21 - daysAgo, 12).getTime();
/** Two in the night, here. */
const night = (daysAgo: number) => new Date(2026, 10, 21 - daysAgo, 2).getTime();
const now = noon(0);
const created = noon(300);
const days = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);
const looks = (from: number) => days(from, 0).flatMap((ago) => [noon(ago) - 11 * hour, noon(ago)]);
const key = { status: 'active', thisLogin: false } as const;
const say = (uses: number[], from = 60, change = {}, createdAt = created) =>
  wordsOfUse({ ...key, ...change }, watched(uses, looks(from), { createdAt }), now);

it.each([
  [say([]), null, 'Never used, as of just now.'],
  [
    say([], 60, { awaitingUse: true }),
    'Not yet seen in use',
    'Made here, and not yet seen in use, as of just now.',
  ],
  [say(days(50, 0).map(night)), null, 'Used nightly about 02:00.'],
  [say(days(50, 9).map(night)), 'Went silent', 'Was used nightly about 02:00, and not since 12\u00a0Nov.'],
  [say(days(50, 9).map(night), 60, { status: 'disabled' }), null, 'Used nightly about 02:00.'],
  [
    say(
      [noon(1), noon(0)].map((at) => at - hour),
      60,
      { thisLogin: true },
    ),
    null,
    'Latchkey signs in with it, so each sync is a use of it.',
  ],
  [
    say([night(9), night(3)], 12, {}, noon(20)),
    null,
    'Seen in use on 2 days: too little to say how often. First used 10 days after it was made.',
  ],
  [
    say([night(155), night(15), night(14)], 170),
    'Woke',
    'Used again after 140 days without any use, seen 15 d ago.',
  ],
  [say([night(2)], 170), 'Woke', 'First used 297 days after it was made, seen 2 d ago.'],
  [
    say([noon(3) + 5 * hour], 60, {}, noon(3) - hour / 2),
    null,
    'Seen in use on 1 day: too little to say how often. First used 5 hours after it was made.',
  ],
])('%o', (words, state, sentence) => {
  expect(words.sentence).toBe(sentence);
  expect(words.state?.label ?? null).toBe(state);
});

it('tells the strip in words', () => {
  const strip = stripOf(watched(days(20, 18).map(night), looks(40), { createdAt: noon(60) }), now);
  const lines = weekLines(strip);
  expect(lines).toHaveLength(12);
  expect(lines[0]).toBe('From 30 Aug 2026: not made yet');
  expect(lines[9]).toBe('From 1 Nov 2026: used on 3 days and not used on 4 days');
  expect(strip.map(dayWords)).toContain('Sun 1 Nov: used, last at 02:00');
});
