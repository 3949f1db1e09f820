// Reads who a token belongs to and what that person is in which workspace. Nothing here changes after planting.
import type { SandboxDatabase } from '../../core/database.ts';
import type { Role } from './world.ts';

/** One workspace a person belongs to, in the form `/me` shows it. */
export interface Membership {
  slug: string;
  name: string;
  role: Role;
}

export function emailOfToken(db: SandboxDatabase, tokenHash: Buffer): string | undefined {
  return db
    .prepare<[Buffer], { email: string }>('SELECT email FROM wk_tokens WHERE token_hash = ?')
    .get(tokenHash)?.email;
}

export function membershipsOf(db: SandboxDatabase, email: string): Membership[] {
  return db
    .prepare<[string], Membership>(
      `SELECT slug, name, role FROM wk_members JOIN wk_workspaces ON slug = workspace
       WHERE email = ? ORDER BY name`,
    )
    .all(email);
}

export function abbreviationOf(db: SandboxDatabase, slug: string): string {
  const row = db
    .prepare<[string], { abbreviation: string }>('SELECT abbreviation FROM wk_workspaces WHERE slug = ?')
    .get(slug);
  if (!row) throw new RangeError(`There is no workspace "${slug}".`);
  return row.abbreviation;
}
