/** A clock that days are added to, and a timer that rings when they are. */
import { setTimeout } from 'node:timers/promises';
import type { SystemPorts } from '../../../../src/main/ports.ts';

const day = 86_400_000;

export function createTime(daysBefore: number) {
  let ahead = daysBefore * day;
  const waiting = new Set<() => void>();
  const timer = {
    after(_milliseconds: number, run: () => void) {
      waiting.add(run);
      return () => void waiting.delete(run);
    },
  } satisfies SystemPorts['timer'];
  return {
    clock: { now: () => new Date(Date.now() + ahead) },
    timer,
    add(days: number): void {
      ahead += days * day;
    },
    /** Everything that waited for its time looks, and has looked when it waits again. */
    async ring(): Promise<void> {
      const rung = [...waiting];
      waiting.clear();
      for (const run of rung) run();
      while (waiting.size < rung.length) await setTimeout(5);
    },
  };
}
