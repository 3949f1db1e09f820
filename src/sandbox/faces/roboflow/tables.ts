// The Roboflow face's tables, and how a world is put into them.

import { timestamp } from '../../core/clock.ts';
import type { SandboxDatabase } from '../../core/database.ts';
import { hashSecret } from '../../core/secrets.ts';
import { insertKey, prefixOf } from './key-store.ts';
import { insertPerson } from './oauth/people.ts';
import { makeOAuthTables } from './oauth/tables.ts';
import type { RoboflowWorkspaceSeed, RoboflowWorld } from './world.ts';

const TABLES = `
  CREATE TABLE roboflow_workspaces (
    slug TEXT PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL UNIQUE,
    plan TEXT NOT NULL, advanced_keys INTEGER NOT NULL, members INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE roboflow_folders (
    id TEXT PRIMARY KEY, workspace TEXT NOT NULL REFERENCES roboflow_workspaces (slug), name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE roboflow_projects (
    slug TEXT NOT NULL, workspace TEXT NOT NULL REFERENCES roboflow_workspaces (slug),
    folder TEXT NOT NULL REFERENCES roboflow_folders (id),
    PRIMARY KEY (workspace, slug)
  ) STRICT;
  CREATE TABLE roboflow_keys (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    key_id TEXT NOT NULL UNIQUE, workspace TEXT NOT NULL REFERENCES roboflow_workspaces (slug),
    secret_hash BLOB NOT NULL UNIQUE, prefix TEXT NOT NULL, name TEXT NOT NULL,
    scopes TEXT, folder_ids TEXT NOT NULL, metadata TEXT NOT NULL, deployment TEXT,
    is_default INTEGER NOT NULL, protected INTEGER NOT NULL, disabled INTEGER NOT NULL,
    created_on TEXT NOT NULL, created_by TEXT NOT NULL
  ) STRICT;
  CREATE INDEX roboflow_keys_newest ON roboflow_keys (workspace, created_on DESC, seq DESC);
`;

/** First path segments that are endpoints of their own, which a workspace slug would shadow or be shadowed by. */
const RESERVED_SLUGS: ReadonlySet<string> = new Set(['dataset', 'infer', 'oauth', 'usage', 'openapi.json']);

/** Throws RangeError where a workspace slug is an endpoint's name. */
export function plantRoboflow(db: SandboxDatabase, world: RoboflowWorld): void {
  db.exec(TABLES);
  makeOAuthTables(db);
  for (const workspace of world) {
    if (RESERVED_SLUGS.has(workspace.slug)) {
      throw new RangeError(`"${workspace.slug}" is the name of an endpoint and cannot be a workspace slug.`);
    }
    plantWorkspace(db, workspace);
  }
}

function plantWorkspace(db: SandboxDatabase, workspace: RoboflowWorkspaceSeed): void {
  const { slug, name, id, plan, advancedKeys, members, people = [] } = workspace;
  db.prepare('INSERT INTO roboflow_workspaces VALUES (?, ?, ?, ?, ?, ?)').run(
    slug,
    name,
    id,
    plan,
    advancedKeys ? 1 : 0,
    members,
  );
  const addFolder = db.prepare('INSERT INTO roboflow_folders (id, workspace, name) VALUES (?, ?, ?)');
  const addProject = db.prepare('INSERT INTO roboflow_projects (slug, workspace, folder) VALUES (?, ?, ?)');
  for (const folder of workspace.folders) {
    addFolder.run(folder.id, slug, folder.name);
    for (const project of folder.projects) addProject.run(project, slug, folder.id);
  }
  for (const person of people) insertPerson(db, { workspace: slug, ...person });
  for (const key of workspace.keys) {
    insertKey(db, {
      ...key,
      workspace: slug,
      secretHash: hashSecret(key.secret),
      prefix: prefixOf(key.secret),
      createdOn: timestamp(key.createdOn),
    });
  }
}
