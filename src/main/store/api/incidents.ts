/** What is known about compromised keys. Times are RFC 3339 in UTC. */
import type { Incident, IncidentTask } from '#shared/domain/incident.ts';

export type IncidentReads = {
  /** Null where the run is not one of a compromised key. */
  incident(runId: string): Incident | null;
};

export type IncidentWrites = {
  /** For a run that is there already; what was noted about it before is replaced. */
  keepIncident(runId: string, incident: Incident): void;
  tickIncident(runId: string, task: IncidentTask, at: string | null): void;
  describeIncident(runId: string, whatHappened: string): void;
};
