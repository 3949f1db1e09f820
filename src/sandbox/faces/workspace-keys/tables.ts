// The workspace-keys face's tables, and how a world is put into them.
import { timestamp } from '../../core/clock.ts';
import type { SandboxDatabase } from '../../core/database.ts';
import { hashSecret } from '../../core/secrets.ts';
import { hintOf, insertKey } from './key-store.ts';
import type { WorkspaceKeysWorld, WorkspaceSeed } from './world.ts';

const TABLES = `
  CREATE TABLE wk_tokens (token_hash BLOB PRIMARY KEY, email TEXT NOT NULL) STRICT;
  CREATE TABLE wk_workspaces (slug TEXT PRIMARY KEY, name TEXT NOT NULL, abbreviation TEXT NOT NULL) STRICT;
  CREATE TABLE wk_members (
    workspace TEXT NOT NULL REFERENCES wk_workspaces (slug), email TEXT NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (workspace, email)
  ) STRICT;
  CREATE TABLE wk_keys (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, workspace TEXT NOT NULL REFERENCES wk_workspaces (slug),
    secret_hash BLOB NOT NULL UNIQUE, hint TEXT NOT NULL, name TEXT NOT NULL,
    scopes TEXT NOT NULL, public INTEGER NOT NULL,
    created_at TEXT NOT NULL, created_by TEXT NOT NULL,
    UNIQUE (workspace, name)
  ) STRICT;
  CREATE INDEX wk_keys_in_order ON wk_keys (workspace, seq);
  CREATE TABLE wk_replays (
    workspace TEXT NOT NULL, email TEXT NOT NULL, idempotency_key TEXT NOT NULL,
    request_hash BLOB NOT NULL, key_id TEXT NOT NULL, made_at INTEGER NOT NULL,
    PRIMARY KEY (workspace, email, idempotency_key)
  ) STRICT;
`;

export function plantWorkspaceKeys(db: SandboxDatabase, world: WorkspaceKeysWorld): void {
  db.exec(TABLES);
  const addToken = db.prepare('INSERT INTO wk_tokens (token_hash, email) VALUES (?, ?)');
  for (const { token, email } of world.tokens) addToken.run(hashSecret(token), email);
  for (const workspace of world.workspaces) plantWorkspace(db, workspace);
}

function plantWorkspace(
  db: SandboxDatabase,
  { slug, name, abbreviation, members, keys }: WorkspaceSeed,
): void {
  db.prepare('INSERT INTO wk_workspaces VALUES (?, ?, ?)').run(slug, name, abbreviation);
  const addMember = db.prepare('INSERT INTO wk_members (workspace, email, role) VALUES (?, ?, ?)');
  for (const { email, role } of members) addMember.run(slug, email, role);
  for (const key of keys) {
    insertKey(db, slug, hashSecret(key.secret), {
      ...key,
      hint: hintOf(key.secret),
      createdAt: timestamp(key.createdAt),
    });
  }
}
