// Who works in a workspace, and what their role lets them do with its keys.
import type { SandboxDatabase } from '../../../core/database.ts';

export const ROLES = ['owner', 'admin', 'reviewer', 'labeler'] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  workspace: string;
  email: string;
  role: Role;
}

/** Roboflow's names. By default all of them belong to owners and admins; that a reviewer may look is our choice. */
export type Action =
  | 'view_workspace_api_keys'
  | 'get_api_key'
  | 'create_api_key'
  | 'update_api_key'
  | 'revoke_api_key';

const LOOKING: readonly Action[] = ['view_workspace_api_keys', 'get_api_key'];

export function may(role: Role, action: Action): boolean {
  return role === 'owner' || role === 'admin' || (role === 'reviewer' && LOOKING.includes(action));
}

export function insertPerson(db: SandboxDatabase, { workspace, email, role }: Person): void {
  db.prepare('INSERT INTO roboflow_people (workspace, email, role) VALUES (?, ?, ?)').run(
    workspace,
    email,
    role,
  );
}

/** Of all workspaces, workspace by workspace. */
export function allPeople(db: SandboxDatabase): (Person & { workspaceName: string })[] {
  return db
    .prepare<[], Person & { workspaceName: string }>(
      `SELECT p.workspace, p.email, p.role, w.name AS workspaceName FROM roboflow_people AS p
       JOIN roboflow_workspaces AS w ON w.slug = p.workspace ORDER BY w.name, p.rowid`,
    )
    .all();
}

export function personIn(db: SandboxDatabase, workspace: string, email: string): Person | undefined {
  return db
    .prepare<[string, string], Person>(
      'SELECT workspace, email, role FROM roboflow_people WHERE workspace = ? AND email = ?',
    )
    .get(workspace, email);
}
