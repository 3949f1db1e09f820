/** When workspaces are read without anybody asking: at start, every 15 minutes, and on focus when the copy is old. */
import type { Clock } from '../system/ports.ts';
import type { SyncService } from './service.ts';

const interval = 15 * 60_000;
const oldOnFocus = 5 * 60_000;

export type SyncSchedule = { start(): void; onFocus(): void; stop(): void };

/** `report` hears of a run that could not even begin; how workspaces went stands in the workspaces. */
export function createSyncSchedule(
  sync: SyncService,
  clock: Clock,
  report: (error: unknown) => void,
): SyncSchedule {
  const run = () => void sync.run(null).catch(report);
  let timer: NodeJS.Timeout | undefined;
  return {
    start() {
      run();
      timer = setInterval(run, interval);
    },
    onFocus() {
      const last = sync.lastFullRun();
      if (last && clock.now().getTime() - last.getTime() > oldOnFocus) run();
    },
    stop: () => clearInterval(timer),
  };
}
