import type { CallsOf, Handlers } from '../system/handlers.ts';
import type { IncidentService } from './service.ts';

export function incidentHandlers(incidents: IncidentService): Handlers<CallsOf<'incidents'>> {
  return {
    'incidents.plan': ({ keyId }) => incidents.plan(keyId),
    'incidents.start': ({ keyId, whatHappened }) => incidents.start(keyId, whatHappened),
    'incidents.get': async ({ runId }) => ({ incident: await incidents.get(runId) }),
    'incidents.tick': ({ runId, task, done }) => incidents.tick(runId, task, done),
    'incidents.describe': ({ runId, whatHappened }) => incidents.describe(runId, whatHappened),
    'incidents.note': async ({ runId }) => ({ text: await incidents.note(runId) }),
    'incidents.saveNote': ({ runId }) => incidents.saveNote(runId),
  };
}
