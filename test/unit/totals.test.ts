/** `npm test` must neither count what did not run nor pass by running nothing. */
import { describe, expect, it } from 'vitest';
import { judge, summarize, totals } from '../../build/scripts/stages/stage.mjs';

const outcome = (passed: number, failed = 0, skipped = 0) => ({ passed, failed, skipped, output: '' });

describe('the line of totals', () => {
  it('adds the stages up', () => {
    expect(totals([outcome(400), outcome(12, 1, 3)])).toBe('412 passed, 1 failed, 3 skipped');
  });

  it('leaves skipped out when there is none', () => {
    expect(totals([outcome(2), outcome(0)])).toBe('2 passed, 0 failed');
  });
});

describe('a stage', () => {
  it('fails when no test ran', () => {
    expect(judge(outcome(0), 0)).toMatchObject({ failed: 1 });
  });

  it('fails when every test was skipped', () => {
    expect(judge(outcome(0, 0, 5), 0)).toMatchObject({ failed: 1, skipped: 5 });
  });

  it('fails when its runner ends badly without naming a test', () => {
    expect(judge(outcome(7), 1)).toMatchObject({ passed: 7, failed: 1 });
  });

  it('keeps the number of tests that failed', () => {
    expect(judge(outcome(7, 2), 1)).toMatchObject({ passed: 7, failed: 2 });
  });

  it('says what it counted, or why it did not', () => {
    expect(summarize(outcome(7, 2, 1))).toBe('7 passed, 2 failed, 1 skipped');
    expect(summarize({ ...outcome(0), note: 'left out' })).toBe('left out');
  });

  it('says which tests needed a second try', () => {
    expect(summarize({ ...outcome(7), late: 2 })).toBe('7 passed (2 at the second try)');
  });
});
