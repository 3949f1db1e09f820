/** Brings the services up, and keeps the way out open where that fails: try again, repair, and the state in between. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { RepairReport, StartState } from '#shared/ipc/start.ts';
import type { Repair } from '../store/repair.ts';
import type { Emit } from '../system/ports.ts';
import { kindOf, problemOf } from './problem.ts';
import { reportOf } from './report.ts';

/** How the store fares while Latchkey runs. */
export type StoreWatch = { onRefused: (error: unknown) => void; onStored: () => void };

export type StarterNeeds<Running> = {
  /** The file of the store, for the screens that show where it is. */
  file: string;
  /** `alwaysCheck` looks for damage in the whole file. Rejects with what keeps the application from starting. */
  open: (alwaysCheck: boolean, watch: StoreWatch) => Promise<Running>;
  close: (running: Running) => Promise<void>;
  repair: () => Promise<Repair>;
  onUp: (running: Running) => void;
  emit: Emit;
  describe: (error: unknown) => ErrorInfo;
  report: (error: unknown) => void;
};

export type Starter<Running> = {
  state(): StartState;
  /** What runs, now or once it does. */
  running(): Promise<Running>;
  /** What runs now. */
  current(): Running | null;
  tryAgain(): Promise<StartState>;
  moveAside(): Promise<StartState>;
  repairRead(): StartState;
};

/** Starts at once. */
export function createStarter<Running>(needs: StarterNeeds<Running>): Starter<Running> {
  let state: StartState = { phase: 'starting' };
  let current: Running | null = null;
  let up = Promise.withResolvers<Running>();
  let underWay: Promise<StartState> | null = null;

  function show(next: StartState): void {
    state = next;
    needs.emit('start.changed', next);
  }

  function fail(error: unknown): void {
    // Also what is shown: the log tells which statement or file it was.
    needs.report(error);
    show({ phase: 'problem', problem: problemOf(error, needs.file, needs.describe) });
  }

  const watch: StoreWatch = {
    onRefused(error) {
      const trouble = problemOf(error, needs.file, needs.describe);
      if (state.phase !== 'ready' || kindOf(error) === 'other' || state.trouble?.kind === trouble.kind)
        return;
      needs.report(error);
      show({ ...state, trouble });
    },
    onStored() {
      // A damaged file may well take a change elsewhere; the damage stays.
      if (state.phase !== 'ready' || !state.trouble || state.trouble.kind === 'corrupt') return;
      show({ ...state, trouble: null });
    },
  };

  async function open(alwaysCheck: boolean, repair: RepairReport | null): Promise<void> {
    try {
      const running = await needs.open(alwaysCheck, watch);
      current = running;
      show({ phase: 'ready', repair, trouble: null });
      up.resolve(running);
      needs.onUp(running);
    } catch (error) {
      fail(error);
    }
  }

  async function shutDown(): Promise<void> {
    if (current === null) return;
    const running = current;
    current = null;
    up = Promise.withResolvers();
    // A damaged file may refuse its last checkpoint; the log beside it then still has all of it.
    await needs.close(running).catch(needs.report);
  }

  /** One at a time: a second press waits for the first. */
  function alone(work: () => Promise<void>): Promise<StartState> {
    underWay ??= work()
      .then(() => state)
      .finally(() => {
        underWay = null;
      });
    return underWay;
  }

  void alone(() => open(false, null));

  return {
    state: () => state,
    running: () => up.promise,
    current: () => current,
    tryAgain: () =>
      alone(async () => {
        await shutDown();
        await open(true, null);
      }),
    moveAside: () =>
      alone(async () => {
        // Only what this very state says is damaged: a file that is merely locked or newer is never moved.
        if (state.phase !== 'problem' || state.problem.kind !== 'corrupt') return;
        try {
          await open(false, reportOf(await needs.repair()));
        } catch (error) {
          fail(error);
        }
      }),
    repairRead() {
      if (state.phase === 'ready') show({ ...state, repair: null });
      return state;
    },
  };
}
