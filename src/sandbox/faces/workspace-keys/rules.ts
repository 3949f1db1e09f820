// What a key of this platform may look like.
import type { SandboxDatabase } from '../../core/database.ts';
import { conflict } from '../../core/problem.ts';
import { keyByName, type StoredKey } from './key-store.ts';

/** A public key has inference as its only scope; anything wider is refused, before and after creation alike. */
export function refusePublicProject(key: Pick<StoredKey, 'scopes' | 'public'>): void {
  if (key.public && key.scopes.some((scope) => scope !== 'inference')) {
    throw conflict('A public key can have the scope inference only.');
  }
}

/** Names are unique within a workspace; `ownId` is the key that may keep its own name. */
export function refuseDuplicateName(db: SandboxDatabase, slug: string, name: string, ownId?: string): void {
  const other = keyByName(db, slug, name);
  if (other && other.id !== ownId) throw conflict(`A key named "${name}" exists in this workspace.`);
}
