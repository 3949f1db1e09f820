import type { Store } from '../store/client.ts';
import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { BulkService } from './service.ts';

export function bulkHandlers(bulk: BulkService, store: Store): Handlers<CallsOf<'bulk'>> {
  return {
    'bulk.plan': ({ action, selection }) => bulk.plan(action, selection),
    'bulk.job': ({ jobId }) => bulk.job(jobId),
    'bulk.jobs': () => bulk.jobs(),
    'bulk.workspaces': ({ jobId }) => store.read.bulkWorkspaces(jobId),
    'bulk.items': ({ jobId, states, offset, limit }) => store.read.bulkItems(jobId, states, offset, limit),
    'bulk.start': ({ jobId, slugs }) => bulk.start(jobId, slugs),
    'bulk.stop': ({ jobId }) => bulk.stop(jobId),
    'bulk.retry': ({ jobId }) => bulk.retry(jobId),
    'bulk.undo': ({ jobId }) => bulk.undo(jobId),
    'bulk.dismiss': async ({ jobId }) => {
      await bulk.dismiss(jobId);
      return {};
    },
  };
}
