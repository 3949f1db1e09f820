/** What marking a key as compromised says before anything is sent. */
import { expect, it } from 'vitest';
import type { Run } from '#shared/domain/rotation-run.ts';
import { type RunStep, runSteps, stepsOf } from '#shared/domain/run-step.ts';
import type { IncidentPlan } from '#shared/ipc/incidents.ts';
import {
  canOnlyDelete,
  endingWords,
  underWayWords,
  wayOut,
} from '../../../../src/renderer/features/incidents/compromised-words.ts';
import { questionWords } from '../../../../src/renderer/features/runs/question-words.ts';
import { noteWords, waitSentence } from '../../../../src/renderer/features/runs/run-words.ts';

const at = '2026-11-21T08:00:00Z';

/** Up to `current`; with a twin once that step is behind it. */
function runAt(current: RunStep, reason: Run['reason'] = 'planned', canDisable = true): Run {
  const order = stepsOf(reason, canDisable);
  const place = order.indexOf(current);
  const steps = order.map((step, index): Run['steps'][number] => {
    const behind = step === 'disable' && !canDisable ? 'skipped' : 'done';
    return {
      step,
      state: index < place ? behind : index === place ? 'current' : 'ahead',
      at: index < place ? at : null,
      note: step === 'disable' && !canDisable ? 'The plan refused it.' : '',
    };
  });
  const hasTwin = order.indexOf('twin') < place;
  return {
    id: 'run',
    workspaceId: 'workspace',
    togetherId: null,
    reason,
    startedAt: at,
    endedAt: null,
    old: { keyId: 'old', remoteId: 'ak_1', name: 'line-7', prefix: '' },
    twin: hasTwin ? { keyId: 'twin', remoteId: 'ak_2', name: 'line-7-new', prefix: '' } : null,
    twinName: 'line-7-new',
    state: 'running',
    steps,
    waits: current === 'delete' ? { kind: 'delete', since: at, until: null } : { kind: 'twin', since: at },
    problem: null,
    consumers: [],
    quietHours: 0,
    disabledDays: 7,
    undo: null,
  };
}

const plan = (change: Partial<IncidentPlan> = {}): IncidentPlan => ({
  twinName: 'line-7-new',
  ends: 'disable',
  warnings: [],
  underWay: null,
  refusal: null,
  ...change,
});

it('tells disabling, deleting and what is disabled already apart', () => {
  const first = (disabled: boolean, ends: IncidentPlan['ends']) =>
    endingWords({ disabled }, plan({ ends }))[0];
  expect(first(false, 'disable')).toMatch(/^The key is disabled at once: .+ deleted seven days later\.$/);
  expect(first(true, 'disable')).toMatch(/^The key is disabled already/);
  const unplanned = { disabled: false, planRefusedAt: at };
  expect(endingWords(unplanned, plan())[0]).toMatch(/^Latchkey tries to disable it all the same/);
  expect(first(false, 'delete')).toMatch(/^That is final: whatever uses it/);
});

it('takes a rotation of the key over, with the twin that is there', () => {
  const underWay = { as: 'old', run: runAt('quiet') } as const;
  expect(underWayWords(plan({ underWay }))).toMatch(/at step 4 of 7\. It is taken over/);
  expect(endingWords({ disabled: false }, plan({ underWay })).at(-1)).toMatch(
    /^line-7-new is its replacement already/,
  );
});

it('has a way out for a twin at every step that has one', () => {
  expect(runSteps.filter((step) => step !== 'twin').map((step) => wayOut(runAt(step)))).toEqual([
    'new-twin',
    'new-twin',
    'new-twin',
    'cancel',
    'cancel',
    'open',
  ]);
  for (const step of runSteps.filter((each) => each !== 'twin'))
    expect(underWayWords(plan({ underWay: { as: 'twin', run: runAt(step) } }))).toMatch(
      /^This key is the twin of line-7/,
    );
});

it('offers to delete what cannot be replaced, and nothing where that is refused too', () => {
  const can = (['this-login', 'protected', 'not-found', 'role', 'plan', 'missing-scope'] as const).filter(
    (code) => canOnlyDelete({ code, message: '' }),
  );
  expect(can).toEqual(['plan', 'missing-scope']);
});

it('says of a run where disabling was refused that the secret still works, and what deleting does', () => {
  const held = runAt('delete', 'compromised', false);
  expect(waitSentence(held, Date.parse(at))).toBe(
    'It could not be disabled, so its secret still works. The plan refused it. Delete it: that is final, and its twin is made right after.',
  );
  expect(questionWords('delete', held).sentences.at(-1)).toBe(
    'line-7-new is made right after, and you hand its secret over.',
  );
});

it('warns of letting everybody in again', () => {
  const { sentences, destroys } = questionWords('cancel', runAt('consumers', 'compromised'));
  expect(sentences[0]).toContain('whoever has its secret can use it');
  expect(destroys).toBe(true);
  const gone = questionWords('cancel', runAt('twin', 'compromised', false));
  expect(gone.sentences[0]).toMatch(/^line-7 is deleted and stays so/);
});

it('calls the run what it is', () => {
  expect(noteWords(runAt('twin', 'compromised'), 'old')).toBe('Compromised, being replaced: step 2 of 6');
  expect(noteWords(runAt('hand-over', 'compromised'), 'twin')).toBe(
    'Twin of compromised line-7: step 3 of 6',
  );
});
