/**
 * Drives runs: looks, decides by the machine, sends one write at a time, and stores each decision before it acts on it. Whatever
 * interrupts it, the next look finds the run where it really is.
 */

import type { RunOperation, RunRecord } from '../store/api/runs.ts';
import { AppError } from '../system/app-error.ts';
import { passesBy } from '../system/passing.ts';
import { timestamp } from '../system/ports.ts';
import { deleteOld } from './delete-step.ts';
import { asLeft, disableOld, enableOld } from './disable-step.ts';
import { currentStep, type Seen, skipped, withFacts, withStep } from './facts.ts';
import { historyOf } from './history.ts';
import { observe, stand } from './machine.ts';
import type { RunNeeds, Ticket } from './needs.ts';
import { todo } from './todo.ts';
import { deleteTwin, makeTwin, prepareTwin } from './twin-step.ts';

export type Known = { run: RunRecord; seen: Seen };
/** Answers the next run, or throws why not. */
export type Change = (run: RunRecord, seen: Seen) => RunRecord;

export type Driver = {
  /** Throws `not-found`. */
  know(runId: string): Promise<Known>;
  /**
   * Looks at a run, makes a change a person asked for, and where `act` is set sends what follows from it. A failure is kept with the
   * run as its problem; throws only what `change` throws.
   */
  advance(runId: string, options: { act: boolean; change?: Change }): Promise<Known>;
  /** Where the secret of a twin waits; undefined where it does not. */
  ticket(keyId: string): Ticket | undefined;
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
};

/** More writes than this in one go mean that something turns in a circle. */
const mostWrites = 6;

export function createDriver(needs: RunNeeds): Driver {
  const { store, clock, newId, emit } = needs;
  const turns = new Map<string, Promise<unknown>>();
  const tickets = new Map<string, Ticket>();
  let stopped = false;

  /** One after the other: two at once could each send what only one of them should. */
  function inTurn<Value>(runId: string, work: () => Promise<Value>): Promise<Value> {
    const before = turns.get(runId) ?? Promise.resolve();
    const mine = before.then(work, work);
    turns.set(runId, mine);
    const forget = () => {
      if (turns.get(runId) === mine) turns.delete(runId);
    };
    mine.then(forget, forget);
    return mine;
  }

  async function know(runId: string): Promise<Known> {
    const found = await store.read.run(runId);
    if (!found) throw new AppError({ code: 'not-found', message: 'This run is not here any more.' });
    const ahead = needs.ahead(new URL(found.seen.baseUrl).host);
    return { run: found.run, seen: { ...found.seen, ahead, now: timestamp(clock) } };
  }

  async function keep(before: RunRecord, after: RunRecord): Promise<void> {
    if (JSON.stringify(before) === JSON.stringify(after)) return;
    await store.write.saveRun(after, historyOf(before, after, timestamp(clock)));
    emit('runs.changed', {});
    const isShown = (run: RunRecord) =>
      [run.state, run.step, run.endedAt === null, run.facts.twin?.keyId].join();
    if (isShown(before) !== isShown(after)) emit('inventory.changed', { workspaceIds: [after.workspaceId] });
    // These two turn on what the platform says after they began.
    const looks = after.step === 'proof' || after.step === 'quiet';
    if (looks && after.step !== before.step && after.endedAt === null) needs.lookSoon(after.workspaceId);
  }

  async function advance(runId: string, { act, change }: { act: boolean; change?: Change }): Promise<Known> {
    const known = await know(runId);
    const { seen } = known;
    let run = observe(known.run, seen);
    await keep(known.run, run);
    if (change) {
      const changed = observe(change(run, seen), seen);
      await keep(run, changed);
      run = changed;
    }
    return act && (change !== undefined || mayTry(run)) ? sendAll({ run, seen }) : { run, seen };
  }

  async function sendAll(first: Known): Promise<Known> {
    let known = first;
    for (let writes = 0; writes < mostWrites && !stopped; writes += 1) {
      const operation = todo(known.run, known.seen);
      if (operation === null) return known;
      known = await send(known, operation);
      if (known.run.facts.problem) return known;
    }
    return known;
  }

  async function send(known: Known, operation: RunOperation): Promise<Known> {
    let begun = known.run;
    try {
      if (operation === 'create') begun = await prepareTwin(needs, begun, known.seen);
      const intentId = newId();
      begun = withFacts(begun, {
        pending: { operation, intentId, at: timestamp(clock) },
        problem: null,
        asked: begun.facts.asked || operation === 'create',
      });
      begun = stand(begun, known.seen);
      await keep(known.run, begun);
      await carryOut(operation, { run: begun, seen: known.seen }, intentId);
    } catch (error) {
      return failed(known, begun, operation, error);
    }
    const { seen } = await know(begun.id);
    const sent = operation === 'disable' ? asLeft(begun, known.seen, seen) : begun;
    const run = observe(sent, seen);
    await keep(begun, run);
    return { run, seen };
  }

  async function carryOut(operation: RunOperation, { run, seen }: Known, intentId: string): Promise<void> {
    switch (operation) {
      case 'create': {
        const onLetGo = () => void inTurn(run.id, () => advance(run.id, { act: true })).catch(needs.report);
        const { keyId, handOverId, hiddenLength } = await makeTwin(needs, run, intentId, onLetGo);
        tickets.set(keyId, { handOverId, hiddenLength });
        return;
      }
      case 'disable':
        return disableOld(needs, run, intentId);
      case 'enable':
        return enableOld(needs, run, seen, intentId);
      case 'delete-old':
        return deleteOld(needs, run, intentId);
      case 'delete-twin':
        return deleteTwin(needs, run, intentId);
    }
  }

  /** `begun`: as it was last stored, or about to be. What is not known to have failed stays pending. */
  async function failed(
    known: Known,
    begun: RunRecord,
    operation: RunOperation,
    error: unknown,
  ): Promise<Known> {
    const info = needs.describe(error);
    const { run: stored, seen } = await know(begun.id);
    const settled = observe(stored, seen);
    const run = settled.endedAt === null ? withProblem(settled, seen, operation, info) : settled;
    await keep(stored, run);
    if (info.code === 'not-found') needs.lookSoon(known.run.workspaceId);
    return { run, seen };
  }

  return {
    know,
    advance: (runId, options) => inTurn(runId, () => advance(runId, options)),
    ticket: (keyId) => tickets.get(keyId),
    async stop() {
      stopped = true;
      await Promise.allSettled(turns.values());
    },
  };
}

/** Whether what failed last is worth another try by itself. */
function mayTry({ facts: { problem } }: RunRecord): boolean {
  return problem === null || problem.passing;
}

/** Pure. */
function withProblem(
  run: RunRecord,
  seen: Seen,
  operation: RunOperation,
  info: ReturnType<RunNeeds['describe']>,
): RunRecord {
  const { pending, going } = run.facts;
  if (pending) return stand(withFacts(run, { problem: { info, passing: true } }), seen);
  const passing = passesBy(info);
  if (passing) {
    const ordered = operation === 'delete-old' || run.facts.ordered;
    return stand(withFacts(run, { ordered, problem: { info, passing } }), seen);
  }
  const cannot = operation === 'disable' && (info.code === 'plan' || info.code === 'not-supported');
  if (cannot) return stand(withoutDisabling(run, seen, info.message), seen);
  // A way back that is refused is given up, and the run stands where it stood.
  const begins = currentStep(run) === 'twin' || currentStep(run) === 'disable';
  const back = going.kind === 'on' ? {} : { going: { kind: 'on' } as const, held: begins };
  return stand(withFacts(run, { ...back, ordered: false, problem: { info, passing } }), seen);
}

/** The order of the steps may change by that. Deleting instead is for a person to say. */
function withoutDisabling(run: RunRecord, seen: Seen, why: string): RunRecord {
  const next = withStep(run, 'disable', skipped(seen.now, why));
  return withFacts(next, { canDisable: false, held: run.reason === 'compromised', problem: null });
}
