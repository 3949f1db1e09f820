/**
 * What the store can be asked, as two interfaces: reads and writes. The worker implements them over SQLite, the client
 * offers them to the services as promises. Rows here are the store's own; services turn them into what the window sees.
 */
import type { Environment } from '#shared/domain/environment.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyActivity, KeyDetail, KeyRow } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ConnectionState, Workspace } from '#shared/ipc/connections.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import type { RemoteKey, RemoteWorkspace } from '../platforms/platform.ts';

export type ConnectionRow = {
  id: string;
  platform: PlatformId;
  baseUrl: string;
  account: string | null;
  /** Belongs to the sandbox that ships with Latchkey: its address changes with every start. */
  embedded: boolean;
  state: ConnectionState;
  problem: ErrorInfo | null;
};

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

/** What is about to be sent, written before it is sent. */
export type NewIntent = {
  id: string;
  at: string;
  workspaceId: string;
  /** Null for `create`, whose key does not exist yet. */
  keyId: string | null;
  action: KeyActivity['action'];
  /** What the key should be afterwards, without any secret; enough to recognise the outcome at the platform. */
  expected: Record<string, unknown>;
  detail: string;
};
export type OpenIntent = NewIntent;

/** What the next key of a workspace may start as. */
type LastKeyDefaults = { environment: Environment; grant: Grant };

export type Reads = {
  connections(): ConnectionRow[];
  workspaces(): Workspace[];
  inventoryRows(
    query: InventoryQuery,
    offset: number,
    limit: number,
  ): { total: number; all: number; rows: KeyRow[] };
  inventoryPosition(query: InventoryQuery, keyId: string): number | null;
  keyDetail(keyId: string): KeyDetail | null;
  keyAddress(keyId: string): KeyAddress | null;
  /** Whether a live key of the workspace has this name (trimmed, letter case ignored), other than `exceptKeyId`. */
  nameTaken(workspaceId: string, name: string, exceptKeyId: string | null): boolean;
  /** Of the newest key that is still there, sign-ins of ours aside; null where the workspace has none. */
  lastKeyDefaults(workspaceId: string): LastKeyDefaults | null;
  openIntents(workspaceId: string): OpenIntent[];
  /** What was set, as JSON texts by name; names may be those of other versions. */
  settings(): { name: string; value: string }[];
};

export type Writes = {
  /** Adds a connection with its workspaces (colour and position are given out here); answers the workspaces' ids. */
  addConnection(connection: ConnectionRow, workspaces: RemoteWorkspace[], now: string): string[];
  /** What a sign-in or sync says about a connection: its state, who it is, where it is. Adds workspaces it newly reaches; never removes one. */
  updateConnection(
    connectionId: string,
    change: {
      state?: ConnectionState;
      problem?: ErrorInfo | null;
      account?: string | null;
      baseUrl?: string;
      workspaces?: RemoteWorkspace[];
    },
    now: string,
  ): string[];
  /** How the last try to read one workspace went, when it failed; its keys stay as they are. */
  markWorkspaceProblem(workspaceId: string, state: ConnectionState, problem: ErrorInfo): void;
  /**
   * The workspace's keys as the platform lists them now, in one transaction: new ones added, changed ones updated, missing
   * ones marked vanished (never deleted), returned ones revived. Marks the workspace ready and synced at `now`.
   * `loginRemoteIds`: keys the connection itself signs in with. Answers whether any row changed.
   */
  applySync(
    workspaceId: string,
    keys: RemoteKey[],
    loginRemoteIds: string[],
    now: string,
  ): { changed: boolean };
  /** One key after a remote write; `environment` only for a new one. Answers its id in the inventory. */
  upsertKey(workspaceId: string, key: RemoteKey, now: string, environment?: Environment): string;
  /** Takes a key out of the inventory after the platform confirmed its deletion. Its activity stays. */
  removeKey(keyId: string, now: string): void;
  writeSettings(settings: readonly { name: string; value: string }[]): void;
  beginIntent(intent: NewIntent): void;
  /** Stores the answer: how it went, and for `create` the key that came of it. */
  settleIntent(
    intentId: string,
    outcome: 'done' | 'failed',
    detail: string,
    at: string,
    keyId?: string,
  ): void;
};
