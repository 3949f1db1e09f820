/** Reading the workspaces anew, and how far the platforms' clocks are from ours. */
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const syncStatusSchema = z.strictObject({
  running: z.boolean(),
  /** Was told to stop: while it runs, requests are being broken off; afterwards not everything was read. */
  stopped: z.boolean(),
  /** Workspaces read so far, and how many this run reads. */
  done: z.number().int(),
  total: z.number().int(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

/**
 * Milliseconds by which the clock of a host (name and port) is ahead of this computer's; below 0 it is behind. Only hosts
 * whose clock is off by more than requests take are listed.
 */
const clocksSchema = z.array(z.strictObject({ host: z.string(), ahead: z.number().int() }));
export type HostClock = z.infer<typeof clocksSchema>[number];

export const syncCalls = {
  'sync.status': call(z.strictObject({}), syncStatusSchema),
  /** Reads one workspace or all. Answers when the run is over; how each went stands in its workspace. */
  'sync.now': call(z.strictObject({ workspaceId: z.string().nullable() }), syncStatusSchema),
  /** Breaks the run off, requests under way included. What was read whole is kept. Answers when it has stopped. */
  'sync.stop': call(z.strictObject({}), syncStatusSchema),
  'sync.clocks': call(z.strictObject({}), clocksSchema),
};

export const syncEvents = {
  'sync.status': event(syncStatusSchema),
  'sync.clocks': event(clocksSchema),
};
