import { describe, expect, it } from 'vitest';
import { ago } from '../../../src/renderer/lib/time.ts';

const now = Date.parse('2026-08-29T12:00:00Z');

describe('how long ago', () => {
  it.each([
    ['2026-08-29T11:59:31Z', 'just now'],
    ['2026-08-29T11:59:00Z', '1 min ago'],
    ['2026-08-29T11:00:01Z', '59 min ago'],
    ['2026-08-29T11:00:00Z', '1 h ago'],
    ['2026-08-28T12:00:01Z', '23 h ago'],
    ['2026-08-28T12:00:00Z', '1 d ago'],
    ['2026-07-30T12:00:00Z', '30 d ago'],
    ['2026-07-29T12:00:00Z', '1 mo ago'],
    // Not to the hour: where summer time begins in between, a month is an hour shorter.
    ['2025-09-28T12:00:00Z', '11 mo ago'],
    ['2025-08-29T12:00:00Z', '1 y ago'],
    ['2023-08-30T12:00:00Z', '2 y ago'],
  ])('%s is %s', (at, words) => {
    expect(ago(at, now)).toBe(words);
  });

  it('takes a moment ahead of the clock for now', () => {
    expect(ago('2026-08-29T12:03:00Z', now)).toBe('just now');
  });
});
