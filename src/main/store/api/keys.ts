/** Single keys, and what the next one may start as. */
import type { Annotations } from '#shared/domain/annotations.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyDetail, KeyRow } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';

/** A key and where it lives: what a service needs to act on it. */
export type KeyAddress = {
  keyId: string;
  remoteId: string;
  workspaceId: string;
  workspaceSlug: string;
  connectionId: string;
  platform: PlatformId;
  row: KeyRow;
};

/** What the next key of a workspace may start as. */
type LastKeyDefaults = Pick<Annotations, 'environment' | 'owner'> & { grant: Grant };

export type KeyReads = {
  keyDetail(keyId: string): KeyDetail | null;
  keyAddress(keyId: string): KeyAddress | null;
  /** Whether a live key of the workspace has this name (trimmed, letter case ignored), other than `exceptKeyId`. */
  nameTaken(workspaceId: string, name: string, exceptKeyId: string | null): boolean;
};

export type LastKeyReads = {
  /** Of the newest key that is still there, sign-ins of ours aside; null where the workspace has none. */
  lastKeyDefaults(workspaceId: string): LastKeyDefaults | null;
};
