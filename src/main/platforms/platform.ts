/** What every platform adapter can do. Services know this interface; only an adapter knows its wire. */
import type { Grant } from '#shared/domain/grant.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { Role } from '#shared/domain/workspace.ts';

/**
 * A credential and where it may be sent. Lives only as long as a call needs it. `connectionId` is not sent: it tells whose
 * answers these are. `organizationId`: only where the platform needs it beside the credential. `person`: only where the
 * credential is the access token of somebody who signed in with the browser.
 */
export type Session = {
  baseUrl: URL;
  credential: string;
  connectionId?: string;
  organizationId?: string;
  person?: PersonBehind;
};

type PersonBehind = {
  /** Their e-mail address, where the platform told it. */
  account: string | null;
  /** Answers the token to use instead of a refused one, else throws `PlatformError`. Not there while they are still signing in. */
  renew?: (refused: string) => Promise<string>;
};

/** Who a credential turned out to be. */
export type SignedIn = {
  /** The person or account behind the credential; null where the platform does not say. */
  account: string | null;
  workspaces: RemoteWorkspace[];
};

/**
 * `name` is null where the platform did not tell it this time: what is known of it then stays. `keyPermissions`: whether
 * scopes can be chosen for its keys, where that is a feature of the organization and the platform tells it.
 */
export type RemoteWorkspace = {
  slug: string;
  name: string | null;
  role: Role | null;
  keyPermissions?: boolean | null;
};

/** A key as a platform lists it, in Latchkey's words. Nothing of the secret but its visible beginning. */
export type RemoteKey = {
  remoteId: string;
  name: string;
  prefix: string;
  grant: Grant;
  disabled: boolean;
  protected: boolean;
  isDefault: boolean;
  folderIds: string[];
  metadata: Record<string, unknown>;
  lastUsed: LastUsed;
  createdAt: string | null;
  createdBy: string | null;
  /** Of the key as it was read; only where the platform can bind a change to it. */
  version?: string;
};

export type NewKey = {
  name: string;
  /** Null: whatever the acting key can do. Only where the platform has the capability. */
  grant: Grant | null;
  /** Reaches only these; left out: the whole workspace. Only where the platform has the capability, like the next. */
  folderIds?: string[];
  protected?: true;
  metadata?: Record<string, unknown>;
};

type RemoteFolder = { id: string; name: string };

/** Only the fields present are changed. `protected` can only be set: no platform lifts it over its interface. */
export type KeyChange = {
  name?: string;
  grant?: Grant;
  disabled?: boolean;
  protected?: true;
  /** All of it: what is left out is taken away. Only where the platform has the capability. */
  metadata?: Record<string, unknown>;
  /** No field of the key: the change is refused (`stale`) unless the key still is the version that was read. */
  version?: string;
};

/** A made key and its secret, this once. */
type CreatedKey = { key: RemoteKey; secret: string };

/**
 * All methods throw `PlatformError` and nothing else. Reads are repeated on 429, 5xx and broken connections, with
 * jitter and `Retry-After`; writes are sent once, since no platform promises that repeating one is harmless.
 */
export type PlatformAdapter = {
  readonly id: PlatformId;
  /** Asks the platform who the credential is. Throws `unauthorized` when it is not accepted. */
  signIn(session: Session, signal?: AbortSignal): Promise<SignedIn>;
  /** The slugs the credential answers for right now: the wrong-organization guard before a destructive call. */
  answersFor(session: Session, signal?: AbortSignal): Promise<string[]>;
  /** Every key of the workspace, disabled ones included. */
  listKeys(session: Session, workspaceSlug: string, signal?: AbortSignal): Promise<RemoteKey[]>;
  getKey(session: Session, workspaceSlug: string, remoteId: string, signal?: AbortSignal): Promise<RemoteKey>;
  createKey(
    session: Session,
    workspaceSlug: string,
    key: NewKey,
    idempotencyKey: string,
  ): Promise<CreatedKey>;
  updateKey(session: Session, workspaceSlug: string, remoteId: string, change: KeyChange): Promise<RemoteKey>;
  deleteKey(session: Session, workspaceSlug: string, remoteId: string): Promise<void>;
  /**
   * Ends a key's secret and mints its replacement in one step, under a new id. `before`: the key as it was right before, for
   * what the answer leaves out. Only where the platform has the capability, like the two after it.
   */
  rollKey?(session: Session, workspaceSlug: string, before: RemoteKey): Promise<CreatedKey>;
  listFolders?(session: Session, workspaceSlug: string, signal?: AbortSignal): Promise<RemoteFolder[]>;
  /** The one key of a workspace that is public by design: no secret. */
  publishableKey?(session: Session, workspaceSlug: string, signal?: AbortSignal): Promise<string>;
};
