/** Keys as the platform tells them: all of a workspace, or one after a write. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { RemoteKey } from '../../platforms/platform.ts';
import type { KeyReplacement } from './lineage.ts';

export type SyncWrites = {
  /**
   * The workspace's keys as the platform lists them now, in one transaction: new ones added, changed ones updated, missing
   * ones marked vanished (never deleted), returned ones revived. Marks the workspace ready and synced at `now`.
   * `loginRemoteIds`: keys the connection itself signs in with. `askedAt`: when the list was asked for, since what happened
   * after that may not be in it. Answers whether any row changed.
   */
  applySync(
    workspaceId: string,
    keys: RemoteKey[],
    loginRemoteIds: string[],
    now: string,
    askedAt?: string,
  ): { changed: boolean };
  /** One key after a remote write; `annotations` only for a new one. Answers its id in the inventory. */
  upsertKey(workspaceId: string, key: RemoteKey, now: string, annotations?: AnnotationPatch): string;
  /**
   * Stores a key that took the place of another, in one transaction: the old one counts as vanished, and what was noted about
   * it follows. Answers the new one's id.
   */
  replaceKey(workspaceId: string, key: RemoteKey, replacement: KeyReplacement, now: string): string;
  /** Takes a key out of the inventory after the platform confirmed its deletion. Its activity stays. */
  removeKey(keyId: string, now: string): void;
};
