/** Rotation runs for unit tests: one that stands at any step, with what a test wants to be different. */
import type { Run, RunWait } from '#shared/domain/rotation-run.ts';
import { type RunStep, runSteps } from '#shared/domain/run-step.ts';

export const since = '2026-11-21T09:00:00.000Z';

const waits: Readonly<Record<RunStep, RunWait>> = {
  twin: { kind: 'twin', since },
  'hand-over': { kind: 'hand-over', since, handOver: { handOverId: 'h1', hiddenLength: 20 } },
  consumers: { kind: 'consumers', since, twinUsed: { kind: 'not-reported' } },
  quiet: { kind: 'quiet', since, oldUsed: { kind: 'not-reported' }, until: null },
  disable: { kind: 'disable', since },
  delete: { kind: 'delete', since, until: null },
  proof: { kind: 'proof', since },
};

/** `at`: the step it stands at; null where it has ended. */
export function aRun(at: RunStep | null, changes: Partial<Run> = {}): Run {
  const place = at === null ? runSteps.length : runSteps.indexOf(at);
  return {
    id: 'r1',
    workspaceId: 'w1',
    togetherId: null,
    reason: 'planned',
    startedAt: since,
    endedAt: at === null ? since : null,
    old: { keyId: 'k1', remoteId: 'k_1', name: 'line4-uploader', prefix: 'Zt4q' },
    twin: place > 0 ? { keyId: 'k2', remoteId: 'k_2', name: 'line4-uploader 2026-11', prefix: 'Qx7m' } : null,
    twinName: 'line4-uploader 2026-11',
    state: at === null ? 'done' : 'running',
    steps: runSteps.map((step, index) => ({
      step,
      state: index < place ? 'done' : index === place ? 'current' : 'ahead',
      at: index < place ? since : null,
      note: '',
    })),
    waits: at === null ? null : waits[at],
    problem: null,
    consumers: [],
    quietHours: 48,
    disabledDays: 7,
    undo: null,
    ...changes,
  };
}

/** The same run with a step that this platform does not have. */
export function without(run: Run, skipped: RunStep): Run {
  return {
    ...run,
    steps: run.steps.map((each) =>
      each.step === skipped ? { ...each, state: 'skipped', at: since, note: 'It cannot.' } : each,
    ),
  };
}
