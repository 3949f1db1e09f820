/**
 * What a run knows, and where it therefore stands. Pure: (run, what is seen) to the next run. Nothing is taken for done because it
 * was sent; a step is done once the inventory, or the outcome of its write, says so. Seeing the same twice changes nothing.
 */
import type { RunRecord } from '../store/api/runs.ts';
import {
  ahead,
  currentStep,
  deletesFirst,
  done,
  heldBy,
  lastDone,
  orderOf,
  type Seen,
  skipped,
  withFacts,
  withStep,
} from './facts.ts';
import { isQuiet } from './quiet.ts';
import { tell } from './words.ts';

export function observe(run: RunRecord, seen: Seen): RunRecord {
  if (run.endedAt !== null) return run;
  const settled = settlePending(run, seen);
  // Until its outcome is known nothing else is decided: each of both keys may be on its way out.
  if (settled.facts.pending) return stand(settled, seen);
  const looked = followOld(followTwin(settled, seen), seen);
  return stand(goOn(turn(looked, seen), seen), seen);
}

function settlePending(run: RunRecord, seen: Seen): RunRecord {
  const { pending } = run.facts;
  if (!pending || seen.pending === 'open') return run;
  if (seen.pending !== 'done') {
    // Not carried out. A deletion is ordered anew: whoever ordered it may have thought again since.
    return withFacts(run, {
      pending: null,
      ...(seen.pending === 'failed' && { problem: null }),
      ...(pending.operation === 'delete-old' && { ordered: false }),
    });
  }
  const settled = withFacts(run, { pending: null, problem: null, ordered: false });
  if (pending.operation !== 'create' || !seen.twin) return settled;
  const { keyId, remoteId, name, prefix } = seen.twin;
  return withFacts(settled, { twin: { keyId, remoteId, name, prefix } });
}

/** A twin that is gone takes everything along that only it had: the next one is another secret. */
function followTwin(run: RunRecord, seen: Seen): RunRecord {
  const { twin, going, steps, consumers } = run.facts;
  if (!twin) {
    const late = seen.namesake;
    return late && going.kind === 'on' ? withFacts(run, { twin: { ...late, lost: true } }) : run;
  }
  if (seen.twin && seen.twin.state !== 'gone') return run;
  const without = withFacts(run, {
    twin: null,
    steps: {
      ...steps,
      twin: ahead,
      'hand-over': ahead,
      consumers: ahead,
      // Nobody has moved away from the old key for good then.
      ...(steps.quiet.state === 'done' && steps.disable.state !== 'done' && { quiet: ahead }),
    },
    consumers: consumers.map(({ name }) => ({ name, doneAt: null })),
  });
  return going.kind === 'on' ? heldBy(without, tell.twinGone(twin.name)) : without;
}

function followOld(run: RunRecord, seen: Seen): RunRecord {
  const { steps, going } = run.facts;
  if (seen.old.state === 'gone') return steps.delete.state === 'ahead' ? withoutOld(run, seen) : run;
  // Listed again: whatever said that it was gone was wrong.
  const back = steps.delete.state === 'ahead' ? run : heldBy(withStep(run, 'delete', ahead), tell.oldBack);
  const isBack = back.facts.steps.disable.state === 'done' && seen.old.state === 'alive';
  if (isBack) {
    const enabled = withStep(back, 'disable', ahead);
    return going.kind === 'on' ? heldBy(enabled, tell.enabledElsewhere) : enabled;
  }
  const inBin = seen.old.state === 'disabled' && seen.quarantine !== null;
  // By the run, or by somebody who put it there by hand.
  if (currentStep(back) === 'disable' && inBin && going.kind === 'on') {
    const disabled = withStep(back, 'disable', done(seen.now, tell.disabled(seen.quarantine?.due ?? '')));
    return withFacts(disabled, { held: false, problem: null });
  }
  return back;
}

/** Ours where it was its turn; else somebody was early, and what is left of the run is done all the same. */
function withoutOld(run: RunRecord, seen: Seen): RunRecord {
  const isTurn = currentStep(run) === 'delete';
  const last = isTurn ? done(seen.now, tell.deleted) : skipped(seen.now, tell.deletedElsewhere);
  const { steps, going, twin } = run.facts;
  const moot = (step: 'quiet' | 'disable') =>
    steps[step].state === 'ahead' ? skipped(seen.now, tell.goneAlready) : steps[step];
  const gone = withFacts(run, {
    ordered: false,
    steps: { ...steps, quiet: moot('quiet'), disable: moot('disable'), delete: last },
  });
  if (going.kind !== 'undo' && going.kind !== 'cancel') return gone;
  // What was to be taken back is all that is left by now.
  const on = withFacts(gone, { going: { kind: 'on' } });
  return twin
    ? withFacts(on, { problem: { info: tell.keptTwin, passing: false } })
    : heldBy(on, tell.keptTwin);
}

/** Whether what was to be taken back is taken back. */
function turn(run: RunRecord, seen: Seen): RunRecord {
  const { going, twin, steps } = run.facts;
  const on = (held: boolean) => withFacts(run, { going: { kind: 'on' }, held, problem: null });
  const { state } = seen.old;
  const enabled = steps.disable.state !== 'done' || state === 'gone' || leftBin(run, seen);
  switch (going.kind) {
    case 'on':
      return run;
    case 'new-twin':
      return twin ? run : on(false);
    case 'cancel': {
      if (!enabled) return run;
      const back = steps.disable.state === 'done' ? withStep(run, 'disable', ahead) : run;
      return twin ? back : end(back, 'cancelled', seen);
    }
    case 'undo': {
      if (going.step === 'disable' ? !enabled : twin) return run;
      const back = going.step === 'disable' ? withStep(on(true), 'disable', ahead) : on(true);
      return lastDone(back) === null ? end(back, 'cancelled', seen) : back;
    }
  }
}

/** It was disabled before the run came to it, so that is how it is left. */
function leftBin({ facts }: RunRecord, seen: Seen): boolean {
  return facts.steps.disable.by === 'elsewhere' && seen.quarantine === null;
}

/** Step after step, as far as what is seen carries. */
function goOn(run: RunRecord, seen: Seen): RunRecord {
  if (run.endedAt !== null || run.facts.going.kind !== 'on') return run;
  const step = currentStep(run);
  const { facts } = run;
  const finish = (note: string): RunRecord =>
    goOn(
      withFacts(withStep(run, step ?? 'proof', done(seen.now, note)), { held: false, problem: null }),
      seen,
    );
  switch (step) {
    case 'twin':
      return facts.twin ? finish(tell.twinMade(facts.twin.name)) : run;
    case 'hand-over':
      return seen.twin?.secret === 'let-go' && !facts.twin?.lost ? finish(tell.handedOver) : run;
    case 'consumers':
      return facts.held ? run : consumersDone(run, seen, finish);
    case 'quiet':
      return !facts.held && isQuiet(run, seen) ? finish(tell.quiet(seen.old.lastUsed)) : run;
    case 'proof':
      return isProven(run, seen) ? end(finish(tell.proven), 'done', seen) : run;
    default:
      return run;
  }
}

function consumersDone(run: RunRecord, seen: Seen, finish: (note: string) => RunRecord): RunRecord {
  const { consumers } = run.facts;
  if (consumers.length > 0 && consumers.every(({ doneAt }) => doneAt !== null))
    return finish(tell.allTicked(consumers.length));
  if (seen.twin?.lastUsed.kind === 'at') return finish(tell.twinUsed(seen.twin.lastUsed.at));
  return run;
}

/** By a list that was asked for after everything else: one that still has the old key, or lacks the twin, is seen before this. */
function isProven(run: RunRecord, seen: Seen): boolean {
  const times = orderOf(run).map((step) => Date.parse(run.facts.steps[step].at ?? '') || 0);
  return seen.old.state === 'gone' && (seen.listedAt ?? 0) > Math.max(...times);
}

function end(run: RunRecord, state: 'done' | 'cancelled', { now }: Seen): RunRecord {
  return {
    ...withFacts(run, { going: { kind: 'on' }, held: false, ordered: false, problem: null }),
    state,
    endedAt: now,
  };
}

/** Where it stands now, and since when. */
export function stand(run: RunRecord, seen: Seen): RunRecord {
  if (run.endedAt !== null) return { ...run, step: null, ...(run.step !== null && { since: seen.now }) };
  const step = currentStep(run);
  return { ...run, step, state: stateOf(run, seen), since: step === run.step ? run.since : seen.now };
}

/** Whether a person is asked for something, or only time and answers are. */
function stateOf(run: RunRecord, seen: Seen): 'running' | 'waiting' {
  const { pending, problem, held, ordered } = run.facts;
  if (pending) return 'waiting';
  if (held) return 'running';
  if (problem) return problem.passing ? 'waiting' : 'running';
  switch (currentStep(run)) {
    case 'hand-over':
    case 'consumers':
      return 'running';
    case 'quiet':
      return seen.old.lastUsed.kind === 'not-reported' ? 'running' : 'waiting';
    case 'delete': {
      const byItself = seen.quarantine !== null && seen.quarantine.hold?.kind !== 'ask';
      return byItself || ordered || deletesFirst(run) ? 'waiting' : 'running';
    }
    default:
      return 'waiting';
  }
}
