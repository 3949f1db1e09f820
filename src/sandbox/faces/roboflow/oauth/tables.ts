// The authorization server's tables. Codes and tokens are kept as hashes, like every other secret here.
import type { SandboxDatabase } from '../../../core/database.ts';

const TABLES = `
  CREATE TABLE roboflow_people (
    workspace TEXT NOT NULL REFERENCES roboflow_workspaces (slug), email TEXT NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (workspace, email)
  ) STRICT;
  CREATE TABLE roboflow_oauth_clients (
    client_id TEXT PRIMARY KEY, name TEXT NOT NULL, redirect_uris TEXT NOT NULL
  ) STRICT;
  -- What one person allowed one client, once. Everything issued for it ends with it.
  CREATE TABLE roboflow_oauth_consents (
    id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES roboflow_oauth_clients (client_id),
    workspace TEXT NOT NULL, email TEXT NOT NULL, scopes TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0,
    FOREIGN KEY (workspace, email) REFERENCES roboflow_people (workspace, email)
  ) STRICT;
  CREATE TABLE roboflow_oauth_codes (
    hash BLOB PRIMARY KEY, consent TEXT NOT NULL REFERENCES roboflow_oauth_consents (id),
    redirect_uri TEXT NOT NULL, challenge TEXT NOT NULL, expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE roboflow_oauth_tokens (
    hash BLOB PRIMARY KEY, kind TEXT NOT NULL, consent TEXT NOT NULL REFERENCES roboflow_oauth_consents (id),
    expires_at INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`;

export function makeOAuthTables(db: SandboxDatabase): void {
  db.exec(TABLES);
}
