/** When quarantine looks whether a day has come: at start, and every minute from then on. */
import type { Timer } from '../secrets/timer.ts';
import { deleteDue } from './due.ts';
import type { QuarantineNeeds } from './needs.ts';

/** A look costs one indexed read; a timer set for the day itself would sleep through a suspended computer's clock. */
const between = 60_000;

export type QuarantineSchedule = {
  start(): void;
  /** Waits for the key that is being deleted; the others keep for the next start. */
  stop(): Promise<void>;
};

export function createQuarantineSchedule(
  needs: QuarantineNeeds,
  timer: Pick<Timer, 'after'>,
  report: (error: unknown) => void,
): QuarantineSchedule {
  const stopping = new AbortController();
  const openSince = needs.clock.now().toISOString();
  let round: Promise<void> = Promise.resolve();
  let cancel = () => {};

  function look(): void {
    round = deleteDue(needs, openSince, stopping.signal)
      .catch(report)
      .then(() => {
        if (!stopping.signal.aborted) cancel = timer.after(between, look);
      });
  }

  return {
    start: look,
    async stop() {
      stopping.abort();
      cancel();
      await round;
    },
  };
}
