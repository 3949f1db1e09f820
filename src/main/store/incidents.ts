/** Incidents, each beside the run that replaces its key. */
import type { Incident, IncidentSubject } from '#shared/domain/incident.ts';
import type { IncidentReads, IncidentWrites } from './api/incidents.ts';
import type { Sql } from './sql.ts';

type Row = {
  at: string;
  what_happened: string;
  subject: string;
  activity_at: string | null;
  team_at: string | null;
};

const tickColumns = { activity: 'activity_at', team: 'team_at' } as const;

export function incidentReads(sql: Sql): IncidentReads {
  return {
    incident(runId) {
      const row = sql.get<Row>(
        `SELECT i.at, i.what_happened, i.subject, i.activity_at, i.team_at FROM incidents AS i
         JOIN rotation_runs AS r ON r.id = i.run_id AND r.reason = 'compromised' WHERE i.run_id = ?`,
        runId,
      );
      if (!row) return null;
      return {
        at: row.at,
        whatHappened: row.what_happened,
        subject: JSON.parse(row.subject) as IncidentSubject,
        ticks: { activity: row.activity_at, team: row.team_at },
      };
    },
  };
}

export function incidentWrites(sql: Sql): IncidentWrites {
  return {
    keepIncident: (runId, incident) => insertIncident(sql, runId, incident),
    tickIncident: (runId, task, at) =>
      void sql.run(`UPDATE incidents SET ${tickColumns[task]} = ? WHERE run_id = ?`, at, runId),
    describeIncident: (runId, whatHappened) =>
      void sql.run('UPDATE incidents SET what_happened = ? WHERE run_id = ?', whatHappened, runId),
  };
}

export function insertIncident(
  sql: Sql,
  runId: string,
  { at, whatHappened, subject, ticks }: Incident,
): void {
  sql.run(
    `INSERT INTO incidents (run_id, at, what_happened, subject, activity_at, team_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (run_id) DO UPDATE SET at = excluded.at, what_happened = excluded.what_happened,
       subject = excluded.subject, activity_at = excluded.activity_at, team_at = excluded.team_at`,
    runId,
    at,
    whatHappened,
    JSON.stringify(subject),
    ticks.activity,
    ticks.team,
  );
}
