/** Reading the workspaces anew. */
import { z } from '../zod.ts';
import { call, event } from './define.ts';

const syncStatusSchema = z.strictObject({
  running: z.boolean(),
  /** Workspaces read so far, and how many this run reads. */
  done: z.number().int(),
  total: z.number().int(),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const syncCalls = {
  'sync.status': call(z.strictObject({}), syncStatusSchema),
  /** Reads one workspace or all. Answers when the run is over; how each went stands in its workspace. */
  'sync.now': call(z.strictObject({ workspaceId: z.string().nullable() }), syncStatusSchema),
};

export const syncEvents = {
  'sync.status': event(syncStatusSchema),
};
