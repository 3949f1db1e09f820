/** Sign-ins as stored: everything but their credential. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ConnectionState } from '#shared/ipc/connections.ts';
import type { Reads, Writes } from './api.ts';
import type { Sql } from './sql.ts';
import { StoreError } from './store-error.ts';
import { keepWorkspaces } from './workspaces.ts';

type ConnectionReads = Pick<Reads, 'connections'>;
type ConnectionWrites = Pick<Writes, 'addConnection' | 'updateConnection'>;

type Row = {
  id: string;
  platform: PlatformId;
  base_url: string;
  account: string | null;
  embedded: number;
  state: ConnectionState;
  problem: string | null;
};

const columns = 'id, platform, base_url, account, embedded, state, problem';

export function connectionReads(sql: Sql): ConnectionReads {
  return {
    connections: () =>
      sql.all<Row>(`SELECT ${columns} FROM connections ORDER BY seq`).map((row) => ({
        id: row.id,
        platform: row.platform,
        baseUrl: row.base_url,
        account: row.account,
        embedded: row.embedded === 1,
        state: row.state,
        problem: row.problem === null ? null : (JSON.parse(row.problem) as ErrorInfo),
      })),
  };
}

export function connectionWrites(sql: Sql, newId: () => string): ConnectionWrites {
  return {
    addConnection: (connection, workspaces, now) =>
      sql.atomically(() => {
        sql.run(
          `INSERT INTO connections (${columns}, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
          connection.id,
          connection.platform,
          connection.baseUrl,
          connection.account,
          connection.embedded ? 1 : 0,
          connection.state,
          connection.problem === null ? null : JSON.stringify(connection.problem),
          now,
        );
        return keepWorkspaces(sql, newId, connection.id, workspaces, now);
      }),
    updateConnection: (connectionId, change, now) =>
      sql.atomically(() => {
        const row = sql.get<Row>(`SELECT ${columns} FROM connections WHERE id = ?`, connectionId);
        if (!row)
          throw new StoreError({ kind: 'failed', message: 'This connection is not in the store any more.' });
        const problem =
          change.problem === undefined
            ? row.problem
            : change.problem === null
              ? null
              : JSON.stringify(change.problem);
        sql.run(
          'UPDATE connections SET state = ?, problem = ?, account = ?, base_url = ? WHERE id = ?',
          change.state ?? row.state,
          problem,
          change.account === undefined ? row.account : change.account,
          change.baseUrl ?? row.base_url,
          connectionId,
        );
        return keepWorkspaces(sql, newId, connectionId, change.workspaces ?? [], now);
      }),
  };
}
