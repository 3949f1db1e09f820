import { describe, expect, it } from 'vitest';
import { questionWords } from '../../../../src/renderer/features/runs/question-words.ts';
import {
  canCancel,
  canReplaceTwin,
  isEarly,
  stepAction,
} from '../../../../src/renderer/features/runs/step-action.ts';
import { byStep, sharedConsumers } from '../../../../src/renderer/features/runs/together.ts';
import { aRun, since } from '../../../support/runs.ts';

describe('the one action of a step', () => {
  it.each([
    ['twin', 'Make the twin'],
    ['hand-over', 'Hand over…'],
    ['consumers', 'All have switched'],
    ['quiet', 'It is quiet'],
    ['disable', 'Disable the old key'],
    ['delete', 'Delete now…'],
    ['proof', 'Look now'],
  ] as const)('at %s', (step, label) => {
    expect(stepAction(aRun(step))?.label).toBe(label);
  });

  it('is none once it has ended, and while Latchkey does it', () => {
    expect(stepAction(aRun(null))).toBeNull();
    expect(stepAction(aRun('twin', { state: 'waiting' }))).toBeNull();
    expect(stepAction(aRun('disable', { state: 'waiting' }))).toBeNull();
  });

  it('is a look at the platform while an answer is missing', () => {
    const unanswered = aRun('delete', { waits: { kind: 'answer', since } });
    expect(stepAction(unanswered)).toEqual({ kind: 'carry-on', label: 'Look now' });
  });

  it('is another try where the platform was out of reach', () => {
    const problem = { code: 'offline', message: 'Offline.' } as const;
    expect(stepAction(aRun('disable', { state: 'waiting', problem }))?.label).toBe('Try again now');
  });

  it('is another twin where its secret was lost', () => {
    const lost = aRun('hand-over', { waits: { kind: 'hand-over', since, handOver: null } });
    expect(stepAction(lost)).toEqual({ kind: 'ask', question: 'new-twin', label: 'Make another twin…' });
  });

  it('can be given up until the old key is gone, or while there is no twin yet', () => {
    expect([aRun('twin'), aRun('delete'), aRun('proof'), aRun(null)].map(canCancel)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(canCancel(aRun('proof', { twin: null }))).toBe(true);
  });

  it('is early while time would bring it', () => {
    const now = Date.parse(since);
    const until = (at: number) =>
      aRun('delete', { waits: { kind: 'delete', since, until: new Date(at).toISOString() } });
    expect(isEarly(until(now + 1000), now)).toBe(true);
    expect(isEarly(until(now - 1000), now)).toBe(false);
    expect(isEarly(aRun('delete'), now)).toBe(false);
    expect(isEarly(aRun('consumers'), now)).toBe(false);
  });
});

describe('what is asked once more', () => {
  it('says what deleting ends, and that it is final', () => {
    const words = questionWords('delete', aRun('delete'));
    expect(words.sentences.join(' ')).toContain('immediate and final');
    expect(words).toMatchObject({ press: 'Delete now', keep: 'Cancel', destroys: true });
  });

  it('destroys nothing where nothing was made yet', () => {
    expect(questionWords('cancel', aRun('twin')).destroys).toBe(false);
    expect(questionWords('cancel', aRun('quiet')).destroys).toBe(true);
  });

  it('says of another twin who would be refused, once the secret is out', () => {
    const sentence = (at: 'hand-over' | 'consumers') => questionWords('new-twin', aRun(at)).sentences[0];
    expect(sentence('hand-over')).toContain('nothing uses that key');
    expect(sentence('consumers')).toContain('is refused from its next request on');
    const steps = ['hand-over', 'consumers', 'quiet', 'disable'] as const;
    expect(steps.map((step) => canReplaceTwin(aRun(step)))).toEqual([false, true, true, false]);
  });

  it('says what undo takes back in main’s own words', () => {
    const undo = { step: 'disable', says: 'The old key works again.' } as const;
    expect(questionWords('undo', aRun('delete', { undo }))).toMatchObject({
      title: 'Undo disable',
      sentences: ['The old key works again.'],
      destroys: false,
    });
    for (const step of ['twin', 'hand-over'] as const)
      expect(questionWords('undo', aRun('quiet', { undo: { step, says: '' } })).destroys).toBe(true);
  });
});

describe('runs begun together', () => {
  const ticked = (name: string, done: boolean) => ({ name, doneAt: done ? since : null });
  const one = aRun('consumers', { id: 'a', consumers: [ticked('camera', true), ticked('export', false)] });
  const two = aRun('consumers', { id: 'b', consumers: [ticked('camera', false)] });

  it('stand under their steps, what has ended last', () => {
    const groups = byStep([aRun(null, { id: 'e' }), one, aRun('hand-over', { id: 'h' }), two]);
    expect(groups.map(({ step, runs }) => [step, runs.map(({ id }) => id).join()])).toEqual([
      ['hand-over', 'h'],
      ['consumers', 'a,b'],
      [null, 'e'],
    ]);
  });

  it('share consumers, each counted over the keys that name it', () => {
    expect(sharedConsumers([one, two])).toEqual([
      { name: 'camera', done: 1, of: 2, runId: 'a' },
      { name: 'export', done: 0, of: 1, runId: 'a' },
    ]);
  });
});
