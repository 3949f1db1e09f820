// Reads Roboflow workspaces, their folders and their projects. Nothing here changes after planting.
import type { SandboxDatabase } from '../../core/database.ts';

export interface StoredWorkspace {
  slug: string;
  name: string;
  id: string;
  plan: string;
  advancedKeys: boolean;
  members: number;
}

export interface Folder {
  id: string;
  name: string;
  projects: string[];
}

interface Row {
  slug: string;
  name: string;
  id: string;
  plan: string;
  advanced_keys: number;
  members: number;
}

export function workspaceBySlug(db: SandboxDatabase, slug: string): StoredWorkspace | undefined {
  const row = db.prepare<[string], Row>('SELECT * FROM roboflow_workspaces WHERE slug = ?').get(slug);
  return row && fromRow(row);
}

export function workspaceByPublishableKey(db: SandboxDatabase, key: string): StoredWorkspace | undefined {
  const row = db.prepare<[string], Row>("SELECT * FROM roboflow_workspaces WHERE 'rf_' || id = ?").get(key);
  return row && fromRow(row);
}

/** One fixed, public string for each workspace; it can be neither made nor revoked. */
export function publishableKey(workspace: StoredWorkspace): string {
  return `rf_${workspace.id}`;
}

export function foldersOf(db: SandboxDatabase, workspace: string): Folder[] {
  const folders = db
    .prepare<[string], { id: string; name: string }>(
      'SELECT id, name FROM roboflow_folders WHERE workspace = ? ORDER BY name',
    )
    .all(workspace);
  const projects = db
    .prepare<[string], { slug: string; folder: string }>(
      'SELECT slug, folder FROM roboflow_projects WHERE workspace = ? ORDER BY slug',
    )
    .all(workspace);
  return folders.map(({ id, name }) => ({
    id,
    name,
    projects: projects.filter((project) => project.folder === id).map((project) => project.slug),
  }));
}

/** Undefined for a project the world does not know. */
export function folderOfProject(db: SandboxDatabase, workspace: string, project: string): string | undefined {
  return db
    .prepare<[string, string], { folder: string }>(
      'SELECT folder FROM roboflow_projects WHERE workspace = ? AND slug = ?',
    )
    .get(workspace, project)?.folder;
}

function fromRow(row: Row): StoredWorkspace {
  const { advanced_keys, ...rest } = row;
  return { ...rest, advancedKeys: advanced_keys === 1 };
}
