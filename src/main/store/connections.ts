/** Sign-ins as stored: everything but their credential. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ConnectionState, SignInWay } from '#shared/ipc/connections.ts';
import type { ConnectionFacts, ConnectionReads, ConnectionWrites } from './api/connections.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';
import { keepWorkspaces } from './workspaces.ts';

type Row = {
  id: string;
  platform: PlatformId;
  base_url: string;
  account: string | null;
  organization_id: string | null;
  embedded: number;
  sign_in_way: SignInWay;
  state: ConnectionState;
  problem: string | null;
};

const columns = 'id, platform, base_url, account, organization_id, embedded, sign_in_way, state, problem';

export function connectionReads(sql: Sql): ConnectionReads {
  return {
    connections: () =>
      sql.all<Row>(`SELECT ${columns} FROM connections WHERE removed_at IS NULL ORDER BY seq`).map((row) => ({
        id: row.id,
        platform: row.platform,
        baseUrl: row.base_url,
        account: row.account,
        organizationId: row.organization_id,
        embedded: row.embedded === 1,
        signInWay: row.sign_in_way,
        state: row.state,
        problem: row.problem === null ? null : (JSON.parse(row.problem) as ErrorInfo),
      })),
    connectionFacts: () => sql.all<FactsRow>(factsShape).map(factsOf),
  };
}

type FactsRow = {
  id: string;
  label: string | null;
  last_answer_at: string | null;
  last_answer_status: number | null;
  last_answer_ms: number | null;
  latency_ms: number | null;
  also_reaches: string;
  open_intents: number;
  quarantined: number;
};

const factsShape = `SELECT id, label, last_answer_at, last_answer_status, last_answer_ms, latency_ms, also_reaches,
    (SELECT count(*) FROM intents JOIN workspaces ON workspaces.id = intents.workspace_id
     WHERE workspaces.connection_id = connections.id AND intents.outcome = 'open') AS open_intents,
    (SELECT count(*) FROM quarantine JOIN workspaces ON workspaces.id = quarantine.workspace_id
     WHERE workspaces.connection_id = connections.id) AS quarantined
  FROM connections WHERE removed_at IS NULL ORDER BY seq`;

function factsOf(row: FactsRow): ConnectionFacts {
  const { last_answer_at: at, last_answer_status: status, last_answer_ms: milliseconds } = row;
  return {
    id: row.id,
    label: row.label,
    lastAnswer: at === null || milliseconds === null ? null : { at, status, milliseconds },
    latency: row.latency_ms,
    alsoReaches: JSON.parse(row.also_reaches) as string[],
    openIntents: row.open_intents,
    quarantined: row.quarantined,
  };
}

export function connectionWrites(sql: Sql, newId: () => string): ConnectionWrites {
  return {
    addConnection: (connection, workspaces, now) =>
      sql.atomically(() => {
        sql.run(
          `INSERT INTO connections (${columns}, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          connection.id,
          connection.platform,
          connection.baseUrl,
          connection.account,
          connection.organizationId,
          connection.embedded ? 1 : 0,
          connection.signInWay,
          connection.state,
          connection.problem === null ? null : JSON.stringify(connection.problem),
          now,
        );
        return keepWorkspaces(sql, newId, connection.id, workspaces, now);
      }),
    updateConnection: (connectionId, change, now) =>
      sql.atomically(() => {
        const row = sql.get<Row & { removed_at: string | null }>(
          `SELECT ${columns}, removed_at FROM connections WHERE id = ?`,
          connectionId,
        );
        // Removed while it was being read.
        if (row?.removed_at != null) return [];
        if (!row)
          throw new StoreError({ kind: 'failed', message: 'This connection is not in the store any more.' });
        const problem =
          change.problem === undefined
            ? row.problem
            : change.problem === null
              ? null
              : JSON.stringify(change.problem);
        sql.run(
          'UPDATE connections SET state = ?, problem = ?, account = ?, base_url = ?, sign_in_way = ? WHERE id = ?',
          change.state ?? row.state,
          problem,
          change.account === undefined ? row.account : change.account,
          change.baseUrl ?? row.base_url,
          change.signInWay ?? row.sign_in_way,
          connectionId,
        );
        if (change.state === 'ready') forgetLostSignIns(sql, connectionId);
        return keepWorkspaces(sql, newId, connectionId, change.workspaces ?? [], now);
      }),
    setConnectionLabel(connectionId, label) {
      sql.run('UPDATE connections SET label = ? WHERE id = ?', label, connectionId);
    },
    // Every half second of a sync; no search, figure or count says anything about answers.
    keepAnswers: (answers) =>
      sql.aside(() =>
        sql.atomically(() => {
          for (const { connectionId, last, latency } of answers) {
            sql.run(
              `UPDATE connections SET last_answer_at = ?, last_answer_status = ?, last_answer_ms = ?,
               latency_ms = coalesce(?, latency_ms)
             WHERE id = ?`,
              last.at,
              last.status,
              last.milliseconds,
              latency,
              connectionId,
            );
          }
        }),
      ),
  };
}

/** Its workspaces were marked one by one; what they say about the sign-in is past, and the next reading says the rest. */
function forgetLostSignIns(sql: Sql, connectionId: string): void {
  sql.run(
    `UPDATE workspaces SET state = NULL, problem = NULL
     WHERE connection_id = ? AND (state IN ('sign-in', 'offline') OR problem ->> 'code' = 'keychain')`,
    connectionId,
  );
}
