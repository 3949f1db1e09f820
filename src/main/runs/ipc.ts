import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { RunService } from './service.ts';

export function runHandlers(runs: RunService): Handlers<CallsOf<'runs'>> {
  return {
    'runs.preview': async ({ keyIds, reason }) => ({ keys: await runs.preview(keyIds, reason) }),
    'runs.start': ({ keyIds, ...wanted }) => runs.start(keyIds, wanted),
    'runs.get': ({ runId }) => runs.get(runId),
    'runs.ofKey': async ({ keyId }) => ({ run: await runs.ofKey(keyId) }),
    'runs.together': async ({ runId }) => ({ runs: await runs.together(runId) }),
    'runs.rows': ({ offset, limit, ...asked }) => runs.rows(asked, offset, limit),
    'runs.tick': ({ runId, consumer, done, together }) => runs.tick(runId, consumer, done, together),
    'runs.carryOn': ({ runId, step }) => runs.carryOn(runId, step),
    'runs.undo': ({ runId, step }) => runs.undo(runId, step),
    'runs.cancel': ({ runId }) => runs.cancel(runId),
    'runs.newTwin': ({ runId }) => runs.newTwin(runId),
  };
}
