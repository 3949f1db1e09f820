import { describe, expect, it } from 'vitest';
import type { RunStep } from '#shared/domain/run-step.ts';
import { newsOf } from '../../../../src/renderer/features/runs/run-news.ts';
import { placeOf, stepPlace } from '../../../../src/renderer/features/runs/run-steps.ts';
import {
  headingOf,
  noteWords,
  oldKeyWords,
  quietPassed,
  seenWords,
  shortWords,
  sinceWords,
  stripWords,
  twinWords,
  waitSentence,
} from '../../../../src/renderer/features/runs/run-words.ts';
import { aRun, since, without } from '../../../support/runs.ts';

const hour = 3_600_000;
const now = Date.parse(since) + 3 * hour;
const inHours = (hours: number) => new Date(now + hours * hour).toISOString();
const consumers = (...done: boolean[]) =>
  done.map((each, index) => ({ name: `c${index}`, doneAt: each ? since : null }));
const quiet = (hoursLeft: number) =>
  aRun('quiet', {
    state: 'waiting',
    waits: { kind: 'quiet', since, oldUsed: { kind: 'at', at: inHours(-21) }, until: inHours(hoursLeft) },
  });

describe('where a run stands', () => {
  it.each([
    ['twin', 'Step 1 of 7: Twin', 'Make the twin'],
    ['hand-over', 'Step 2 of 7: Hand over', 'Hand over the twin’s secret'],
    ['consumers', 'Step 3 of 7: Consumers', 'Switch whatever uses it'],
    ['quiet', 'Step 4 of 7: Quiet', 'Say when the old key is quiet'],
    ['disable', 'Step 5 of 7: Disable', 'Disable the old key'],
    ['delete', 'Step 6 of 7: Delete', 'Delete the old key'],
    ['proof', 'Step 7 of 7: Proof', 'Look whether the old key is gone'],
  ] as const satisfies readonly (readonly [RunStep, string, string])[])('at %s', (step, heading, short) => {
    const run = aRun(step);
    expect(headingOf(run)).toBe(heading);
    expect(shortWords(run, now)).toBe(short);
    expect(waitSentence(run, now)).toMatch(/\.$/);
    expect(sinceWords(run, now)).toMatch(/^Has stood here for 3 h, since 21 Nov 2026, /);
  });

  it('says how it ended', () => {
    const done = aRun(null);
    expect([headingOf(done), stepPlace(done), sinceWords(done, now)]).toEqual([
      'Done: the old key is gone',
      'proved',
      '',
    ]);
    expect(shortWords(done, now)).toBe('Old key gone since 21 Nov 2026');
    const cancelled = aRun(null, { state: 'cancelled' });
    expect([headingOf(cancelled), stepPlace(cancelled)]).toEqual([
      'Taken back: nothing was rotated',
      'taken back',
    ]);
  });

  it('counts a step that is skipped, and names it', () => {
    const run = without(aRun('delete'), 'disable');
    expect(placeOf(run)).toEqual({ number: 6, of: 7 });
    expect(stripWords(run)).toBe('Step 6 of 7: Delete; skipped: Disable');
  });

  it('tells its two keys apart', () => {
    const run = aRun('consumers');
    expect(noteWords(run, 'k1')).toBe('Being rotated: step 3 of 7');
    expect(noteWords(run, 'k2')).toBe('Twin of line4-uploader: step 3 of 7');
  });
});

describe('the twin', () => {
  it('is said to be lost where its secret is, and what is due then', () => {
    const lost = aRun('hand-over', { waits: { kind: 'hand-over', since, handOver: null } });
    expect(shortWords(lost, now)).toBe('The secret was lost: make another twin');
    expect(waitSentence(lost, now)).toContain('is not in memory any more');
    expect(twinWords(lost)).toBe('without its secret');
  });

  it('is made by Latchkey, or by a person where it says so', () => {
    expect(shortWords(aRun('twin', { state: 'waiting' }), now)).toBe('The twin is being made');
    expect(twinWords(aRun('twin'))).toBe('not made yet');
    expect(twinWords(aRun('hand-over'))).toBe('not handed over yet');
    expect(twinWords(aRun('quiet'))).toBe('handed over');
  });

  it.each([
    [{ kind: 'at', at: new Date(now - 180_000).toISOString() }, 'Twin seen in use 3 min ago.'],
    [{ kind: 'never' }, 'Twin not used yet, says the platform.'],
    [{ kind: 'not-reported' }, 'The platform does not report when a key was last used.'],
    [{ kind: 'not-seen' }, 'Latchkey has not looked yet whether the twin is used.'],
  ] as const)('is used: %o', (twinUsed, words) => {
    const run = aRun('consumers', { waits: { kind: 'consumers', since, twinUsed } });
    expect(seenWords(run, now)).toBe(words);
  });
});

describe('consumers', () => {
  it('are counted', () => {
    const run = aRun('consumers', { consumers: consumers(true, true, false) });
    expect(shortWords(run, now)).toBe('Consumers: 2 of 3 switched');
    expect(waitSentence(run, now)).toBe('2 of 3 consumers have switched to the new secret.');
    expect(waitSentence(aRun('consumers', { consumers: consumers(false) }), now)).toBe(
      '0 of 1 consumer has switched to the new secret.',
    );
  });

  it('are asked for where nobody noted them', () => {
    expect(waitSentence(aRun('consumers'), now)).toContain('Nobody noted who uses this key.');
  });
});

describe('quiet', () => {
  it('is counted in whole hours, never below none and never above all', () => {
    const words = (left: number) => {
      const { waits } = quiet(left);
      return waits && quietPassed(waits, 48, now);
    };
    expect([words(48), words(27), words(26.5), words(0), words(-5), words(60)]).toEqual([
      '0 of 48 h',
      '21 of 48 h',
      '21 of 48 h',
      '48 of 48 h',
      '48 of 48 h',
      '0 of 48 h',
    ]);
  });

  it('says what comes then, which is deleting where a platform cannot disable', () => {
    expect(shortWords(quiet(27), now)).toBe('Quiet for 21 of 48 h, then disable');
    expect(shortWords(without(quiet(27), 'disable'), now)).toBe('Quiet for 21 of 48 h, then delete');
    expect(waitSentence(quiet(27), now)).toMatch(/^Quiet for 21 of 48 h\. When it stays so, .* 22 Nov 2026/);
    expect(waitSentence(quiet(-1), now)).toBe(
      'The old key was quiet for 48 h. The next look at the workspace ends this step.',
    );
    expect(seenWords(quiet(27), now)).toBe('Old key last used 21 h ago.');
  });

  it('is a person’s to say where nothing tells', () => {
    expect(waitSentence(aRun('quiet'), now)).toContain('say when it is quiet');
  });
});

describe('the old key', () => {
  it.each([
    ['quiet', 'still works'],
    ['delete', 'disabled 3 h ago'],
    ['proof', 'deleted'],
    [null, 'gone'],
  ] as const)('at %s', (step, words) => {
    expect(oldKeyWords(aRun(step), now)).toBe(words);
  });

  it('is deleted on its day, or when somebody says so', () => {
    const until = inHours(6 * 24);
    const run = aRun('delete', { waits: { kind: 'delete', since, until } });
    expect(shortWords(run, now)).toBe('Deleted in 6 days');
    expect(waitSentence(run, now)).toMatch(
      /^The old key is in quarantine until 27 Nov 2026, .* \(in 6 days\)/,
    );
    expect(waitSentence(aRun('delete'), now)).toContain('when you say so');
  });
});

describe('news', () => {
  it('is an end, a problem, and a person being asked for', () => {
    const waiting = quiet(0);
    const problem = { code: 'role', message: 'Your role ended.' } as const;
    expect(newsOf(aRun('proof'), aRun(null), now)).toBe('Rotated line4-uploader: the old key is gone');
    expect(newsOf(waiting, { ...waiting, problem }, now)).toBe('line4-uploader: Your role ended.');
    expect(newsOf(waiting, aRun('delete'), now)).toBe('line4-uploader: Delete the old key');
  });

  it('is nothing where a run moved on by itself, or is as it was', () => {
    const waiting = quiet(0);
    expect(newsOf(waiting, waiting, now)).toBeNull();
    expect(newsOf(waiting, aRun('disable', { state: 'waiting' }), now)).toBeNull();
    expect(newsOf(aRun('hand-over'), aRun('consumers'), now)).toBeNull();
  });
});
