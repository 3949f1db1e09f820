/** A run as the window sees it. Pure. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Run, RunWait } from '#shared/domain/rotation-run.ts';
import type { RunStep } from '#shared/domain/run-step.ts';
import type { RunRecord } from '../store/api/runs.ts';
import { currentStep, lastDone, orderOf, type Seen } from './facts.ts';
import { stand } from './machine.ts';
import type { Ticket } from './needs.ts';
import { quietFrom } from './quiet.ts';
import { tell } from './words.ts';

export function viewOf(run: RunRecord, seen: Seen, ticket: Ticket | undefined): Run {
  const { facts, old } = run;
  const current = run.endedAt === null ? currentStep(run) : null;
  const waits = current && waitOf(run, seen, current, ticket);
  return {
    id: run.id,
    workspaceId: run.workspaceId,
    togetherId: run.togetherId,
    reason: run.reason,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    old: { ...old, keyId: seen.old.kept ? old.keyId : null },
    twin: facts.twin && {
      keyId: seen.twin?.kept ? facts.twin.keyId : null,
      remoteId: facts.twin.remoteId,
      name: seen.twin?.name ?? facts.twin.name,
      prefix: facts.twin.prefix,
    },
    twinName: facts.twin?.name ?? facts.twinName,
    // By what is seen now: since it was stored, quarantine may have begun to ask.
    state: stand(run, seen).state,
    steps: orderOf(run).map((step) => ({
      step,
      state: step === current ? 'current' : facts.steps[step].state,
      at: facts.steps[step].at,
      note: facts.steps[step].note,
    })),
    waits,
    problem: run.endedAt === null ? problemOf(run, seen, waits) : null,
    consumers: facts.consumers,
    quietHours: run.quietHours,
    disabledDays: run.disabledDays,
    undo: undoOf(run),
  };
}

function waitOf(run: RunRecord, seen: Seen, step: RunStep, ticket: Ticket | undefined): RunWait {
  const { since, facts } = run;
  if (facts.pending) return { kind: 'answer', since: facts.pending.at };
  switch (step) {
    case 'hand-over': {
      const waiting = seen.twin?.secret === 'held' && !facts.twin?.lost;
      return { kind: step, since, handOver: (waiting && ticket) || null };
    }
    case 'consumers':
      return { kind: step, since, twinUsed: seen.twin?.lastUsed ?? { kind: 'not-seen' } };
    case 'quiet': {
      const from = facts.held ? null : quietFrom(run, seen);
      return {
        kind: step,
        since,
        oldUsed: seen.old.lastUsed,
        until: from === null ? null : new Date(from).toISOString(),
      };
    }
    case 'delete': {
      const isAsked = seen.quarantine?.hold?.kind === 'ask';
      return { kind: step, since, until: isAsked ? null : (seen.quarantine?.due ?? null) };
    }
    default:
      return { kind: step, since };
  }
}

/** The last failure first; else what stands in the way of the next step by itself. */
function problemOf(run: RunRecord, seen: Seen, waits: RunWait | null): ErrorInfo | null {
  const { problem, twin } = run.facts;
  if (problem) return problem.info;
  if (twin && seen.twin?.state === 'disabled') return tell.twinDisabled(twin.name);
  const hold = seen.quarantine?.hold;
  if (waits?.kind === 'delete' && hold)
    return { code: hold.kind === 'ask' ? 'stale' : 'cancelled', message: hold.message };
  const turnsOnLook =
    waits?.kind === 'answer' ||
    waits?.kind === 'proof' ||
    (waits?.kind === 'quiet' && waits.oldUsed.kind !== 'not-reported');
  return turnsOnLook ? seen.trouble : null;
}

function undoOf(run: RunRecord): Run['undo'] {
  const { pending, twin } = run.facts;
  if (run.endedAt !== null || pending) return null;
  const step = lastDone(run);
  if (step === null) return null;
  const ends = orderOf(run).filter((each) => run.facts.steps[each].state === 'done');
  const name = twin?.name || 'the new key';
  const old = run.old.name || 'the old key';
  const rest = (count: number) => (ends.length <= count ? ' The run ends with it.' : '');
  const leaked = run.reason === 'compromised' ? ' Whoever has its secret can use it again.' : '';
  const says: Readonly<Record<RunStep, string>> = {
    twin: `Deletes ${name}. Nobody has its secret yet.${rest(1)}`,
    'hand-over': `Deletes ${name}, because its secret is out: whoever uses it already stops working.${rest(2)}`,
    consumers: 'Waits for the consumers again, with the ticks as they were. Nothing is sent.',
    quiet: 'Waits for the old key to go quiet again. Nothing is sent.',
    disable: `Enables ${old} again and takes it out of quarantine.${leaked}${rest(1)}`,
    delete: '',
    proof: '',
  };
  return { step, says: says[step] };
}
