/** What happened between two states of a run, as lines of its history. Pure. */
import { runSteps } from '#shared/domain/run-step.ts';
import type { RunEvent, RunRecord } from '../store/api/runs.ts';

const sending = {
  create: 'A new key is asked for.',
  disable: 'The old key is disabled.',
  enable: 'The old key is enabled again.',
  'delete-old': 'The old key is deleted.',
  'delete-twin': 'The new key is deleted.',
} as const;

export function historyOf(before: RunRecord, after: RunRecord, at: string): RunEvent[] {
  const { pending, problem, steps, consumers, going } = after.facts;
  const was = before.facts;
  const changed = runSteps.flatMap((step): RunEvent[] => {
    const [from, to] = [was.steps[step], steps[step]];
    if (from.state === to.state) return [];
    return [{ at, step, detail: to.state === 'ahead' ? 'Taken back.' : to.note }];
  });
  const ticked = consumers.flatMap(({ name, doneAt }): RunEvent[] => {
    const former = was.consumers.find((each) => each.name === name);
    if ((former?.doneAt ?? null) === doneAt) return [];
    return [
      { at, step: 'consumers', detail: doneAt === null ? `${name} has not switched.` : `${name} switched.` },
    ];
  });
  const line = (detail: string): RunEvent => ({ at, step: after.step, detail });
  return [
    ...(before.reason === after.reason ? [] : [line('The key is compromised: its secret ends now.')]),
    ...(going.kind !== was.going.kind && going.kind !== 'on' ? [line(turned[going.kind])] : []),
    ...(pending && pending.intentId !== was.pending?.intentId ? [line(sending[pending.operation])] : []),
    ...ticked,
    ...changed,
    ...(problem && problem.info.message !== was.problem?.info.message ? [line(problem.info.message)] : []),
    ...(after.endedAt !== null && before.endedAt === null
      ? [line(after.state === 'done' ? 'The run is done.' : 'The run was taken back.')]
      : []),
  ];
}

const turned = {
  undo: 'The last step is to be taken back.',
  cancel: 'The whole run is to be taken back.',
  'new-twin': 'Another new key is wanted.',
} as const;
