/**
 * What the store can be asked, as two interfaces: reads and writes. The worker implements them over SQLite, the client
 * offers them to the services as promises. Rows here are the store's own; services turn them into what the window sees.
 */

import type { AnnotationPatch, Annotations } from '#shared/domain/annotations.ts';
import type { KeyChange } from '#shared/domain/change.ts';
import type { Environment } from '#shared/domain/environment.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyActivity, KeyDetail, KeyRow, LastUsed } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { Caller } from '#shared/domain/preflight.ts';
import type { Quarantine, QuarantineHold } from '#shared/domain/quarantine.ts';
import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import type {
  BulkAction,
  BulkItem,
  BulkItemState,
  BulkJob,
  BulkJobState,
  BulkValue,
  BulkWorkspace,
} from '#shared/ipc/bulk.ts';
import type { ChangeMark, ChangesOverview, ChangeView } from '#shared/ipc/changes.ts';
import type { ConnectionState, Workspace } from '#shared/ipc/connections.ts';
import type { GhostKey, WaitingCreation } from '#shared/ipc/ghost-keys.ts';
import type { InventoryQuery } from '#shared/ipc/inventory.ts';
import type { LensPage, LensQuery } from '#shared/ipc/lens.ts';
import type { QuarantineNews, QuarantineRow } from '#shared/ipc/quarantine.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import type { Selection, SelectionLook } from '#shared/ipc/selection.ts';
import type { Summary } from '#shared/ipc/summary.ts';
import type { RemoteKey, RemoteWorkspace } from '../platforms/platform.ts';
import type { AnnotationReads, AnnotationWrites } from './annotations-api.ts';

export type ConnectionRow = {
  id: string;
  platform: PlatformId;
  baseUrl: string;
  account: string | null;
  /** What the platform needs beside the credential; null where it needs nothing. */
  organizationId: string | null;
  /** Belongs to the sandbox that ships with Latchkey: its address changes with every start. */
  embedded: boolean;
  state: ConnectionState;
  problem: ErrorInfo | null;
};

/** How a request ended: `status` is null where no answer came. The time counts until the first byte of the answer. */
export type Answered = { at: string; status: number | null; milliseconds: number };

/** What the connections screen says about a sign-in beyond its row. */
export type ConnectionFacts = {
  id: string;
  /** What the person calls it. */
  label: string | null;
  lastAnswer: Answered | null;
  /** Median of the last answers, in milliseconds. */
  latency: number | null;
  /** Names of workspaces it reaches too, but which came in by another connection. */
  alsoReaches: string[];
  /** Changes sent through it whose outcome is not known. */
  openIntents: number;
  /** Keys in quarantine, whose planned deletion goes through it. */
  quarantined: number;
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

/** Where a listed key comes from, as far as the inventory knows. */
export type KeyOrigin = {
  remoteId: string;
  keyId: string;
  firstSeenAt: string;
  /** The intent that made it, or may have. */
  madeBy: string | null;
};

/** One key took the place of another. */
export type KeyReplacement = {
  oldKeyId: string;
  /** What did it. */
  intentId: string;
  /** The old key's, right before. */
  metadata: Record<string, unknown>;
  /** When it was sent. */
  at: string;
};

/** What a workspace's folders are called, as it was last told. */
type KnownFolders = {
  /** `name` is null for one that keys name and the platform did not. */
  folders: { id: string; name: string | null }[];
  /** When they were last asked for; null before the first time. */
  at: string | null;
  problem: ErrorInfo | null;
};

/** What the next key of a workspace may start as. */
type LastKeyDefaults = Pick<Annotations, 'environment' | 'owner'> & { grant: Grant };

/** A key as it was when it went into quarantine. */
export type QuarantineBaseline = {
  name: string;
  grant: Grant;
  folderIds: string[];
  /** Null where it was never seen in use. */
  lastUsedAt: string | null;
};

/** A key in quarantine whose day has come. */
export type DueKey = {
  keyId: string;
  workspaceId: string;
  since: string;
  due: string;
  baseline: QuarantineBaseline;
};

/** What a platform must still say of a key when its turn comes, besides its name. */
type BulkExpected = { grant: Grant; disabled: boolean; protected: boolean };

/** A key of a planned change, as it is now. `before` and `after` are set only where a change is taken back. */
export type BulkSubject = BulkExpected & {
  item: number;
  keyId: string;
  workspaceId: string;
  name: string;
  thisLogin: boolean;
  vanished: boolean;
  environment: Environment;
  owner: string | null;
  consumers: string[];
  createdBy: string | null;
  lastUsed: LastUsed;
  before: BulkValue | null;
  after: BulkValue | null;
};

export type BulkVerdict = {
  item: number;
  state: 'change' | 'nothing' | 'refused';
  detail: string;
  /** Null where nothing is sent to the platform. */
  expected: BulkExpected | null;
  before: BulkValue | null;
  after: BulkValue | null;
};

/** One key that waits for its turn. */
export type BulkTask = {
  item: number;
  keyId: string;
  workspaceId: string;
  name: string;
  expected: BulkExpected | null;
  before: BulkValue;
  after: BulkValue;
};

/** A job as it is stored; what it does right now is the service's to say. */
export type BulkJobRow = Pick<BulkJob, 'id' | 'action' | 'undo' | 'state' | 'counts'>;

export type Reads = AnnotationReads & {
  bulkJob(jobId: string): BulkJobRow | null;
  /** Newest first, without mere plans. */
  bulkJobs(): BulkJobRow[];
  bulkWorkspaces(jobId: string): BulkWorkspace[];
  bulkItems(jobId: string, states: readonly BulkItemState[], offset: number, limit: number): BulkItem[];
  /** Keys that were not judged yet. */
  bulkToJudge(jobId: string, limit: number): BulkSubject[];
  /** Connections through which something is left to be sent. */
  bulkConnections(jobId: string): string[];
  /** `after`: the item last taken. */
  bulkTasks(jobId: string, connectionId: string, after: number, limit: number): BulkTask[];
  /** What only Latchkey knows of a key. */
  bulkLocal(keyId: string): { environment: Environment; owner: string | null } | null;
  connections(): ConnectionRow[];
  connectionFacts(): ConnectionFacts[];
  /** Removed connections whose credential may still be in the keychain. */
  credentialsLeft(): string[];
  workspaces(): Workspace[];
  inventoryRows(
    query: InventoryQuery,
    offset: number,
    limit: number,
  ): { total: number; all: number; rows: KeyRow[] };
  inventoryPosition(query: InventoryQuery, keyId: string): number | null;
  lensRows(query: LensQuery, offset: number, limit: number): LensPage;
  /** The figures over one workspace, or all of them for null. */
  summary(workspaceId: string | null): Summary;
  savedSearches(): SavedSearch[];
  /** How many keys a search finds. */
  searchCount(search: string, workspaceId: string | null): number;
  keyDetail(keyId: string): KeyDetail | null;
  keyAddress(keyId: string): KeyAddress | null;
  /** Whether a live key of the workspace has this name (trimmed, letter case ignored), other than `exceptKeyId`. */
  nameTaken(workspaceId: string, name: string, exceptKeyId: string | null): boolean;
  /** Of the newest key that is still there, sign-ins of ours aside; null where the workspace has none. */
  lastKeyDefaults(workspaceId: string): LastKeyDefaults | null;
  /** Who acts in these workspaces, as far as is known here; one for each that there is. */
  callers(workspaceIds: readonly string[]): Caller[];
  openIntents(workspaceId: string): OpenIntent[];
  /** Metadata that this key should have since it replaced another; null where it owes none. */
  owedMetadata(keyId: string): Record<string, unknown> | null;
  /** Keys of a workspace that owe some, and were not refused it. */
  owingKeys(workspaceId: string): string[];
  /** With every folder that a key of the workspace names. */
  knownFolders(workspaceId: string): KnownFolders;
  /** Creations without an answer, in any workspace. */
  openCreations(): WaitingCreation[];
  /** Of those keys that the inventory has. */
  keyOrigins(workspaceId: string, remoteIds: readonly string[]): KeyOrigin[];
  /** What a person has to decide about, oldest first. */
  ghostKeys(): GhostKey[];
  /** Where in the keychain the key of new fingerprints lies; null before the first. */
  fingerprintAccount(): string | null;
  /** The key whose secret has this HMAC; it may be gone from the inventory. */
  fingerprintedKey(hmac: string): string | null;
  changesOverview(view: ChangeView): ChangesOverview;
  /** `upTo`: the newest change that counts; `offset` counts from the first of the first workspace. */
  changeRows(view: ChangeView, upTo: number, offset: number, limit: number): KeyChange[];
  /** How many changes by others were never on the list. */
  unseenChanges(): number;
  /** Keys in quarantine: those that wait for a decision first, then by day. */
  quarantineRows(
    workspaceId: string | null,
    offset: number,
    limit: number,
  ): { total: number; rows: QuarantineRow[] };
  /** Due by `now`, not waiting for a decision, and not tried after `triedBefore`; the longest due first. */
  quarantineDue(now: string, triedBefore: string): DueKey[];
  quarantineNews(): QuarantineNews;
  /** Ids of the keys of one window that have not vanished, in order. */
  selectionRange(query: InventoryQuery, offset: number, limit: number): string[];
  selectionLook(selection: Selection, view: InventoryQuery): SelectionLook;
  /** What was set, as JSON texts by name; names may be those of other versions. */
  settings(): { name: string; value: string }[];
};

export type Writes = AnnotationWrites & {
  /** Writes down the selected keys as items that nobody has judged yet; answers how many. */
  planBulk(job: { id: string; action: BulkAction; at: string }, selection: Selection): number;
  /** The same for what another job did, the other way round. */
  planBulkUndo(job: { id: string; at: string }, undone: string): number;
  judgeBulk(jobId: string, verdicts: readonly BulkVerdict[]): void;
  /** For items whose key is gone. */
  refuseUnjudged(jobId: string, detail: string): void;
  setBulkState(jobId: string, state: BulkJobState): void;
  /** `at`: when it is sent; kept where it is left out. */
  setBulkItem(item: number, state: BulkItemState, detail: string, at?: string): void;
  /** `unsure` where the key has a write without an answer, else `failed`; answers which. */
  failBulkItem(item: number, detail: string): 'unsure' | 'failed';
  /** Why the rest of a connection's keys was not sent. */
  noteBulkLeft(jobId: string, connectionId: string, detail: string): void;
  /** What failed is to be sent again. */
  resumeBulk(jobId: string): void;
  /** Gives items without an answer what their intents turned out to be; answers the jobs that changed. */
  settleBulk(): string[];
  /** At the start: drops plans and what ended well, marks what ran as interrupted. */
  recoverBulk(): void;
  removeBulk(jobId: string): void;
  /** The list was on screen up to this change, of one workspace or (null) of all. Answers whether it got further than before. */
  showChanges(workspaceId: string | null, upTo: number, now: string): boolean;
  /** What was shown counts as seen where that was before this time. Answers whether any was. */
  endVisits(before: string): boolean;
  /** Answers where it stood before. */
  markChangesSeen(workspaceId: string | null, upTo: number, now: string): ChangeMark[];
  restoreChangeMarks(marks: readonly ChangeMark[]): void;
  /** `position` 0 is the first; past the end is the end. */
  addSavedSearch(saved: SavedSearch, position: number, now: string): void;
  renameSavedSearch(id: string, name: string): void;
  moveSavedSearch(id: string, position: number): void;
  removeSavedSearch(id: string): void;
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
  setConnectionLabel(connectionId: string, label: string | null): void;
  keepAnswers(answers: { connectionId: string; last: Answered; latency: number | null }[]): void;
  /**
   * Takes a connection, its workspaces and their keys out. What people noted about keys waits for the workspace to be
   * connected again, and the activity stays. Answers whether it was there.
   */
  removeConnection(connectionId: string, now: string): boolean;
  /** The credential of a removed connection is out of the keychain. */
  credentialGone(connectionId: string): void;
  /** `displayName`: null goes back to the platform's own. */
  changeWorkspace(
    workspaceId: string,
    change: { displayName?: string | null; colour?: WorkspaceColour },
  ): void;
  /** Puts a workspace at a place of the sidebar, counted from 1; those after it move on. */
  moveWorkspace(workspaceId: string, position: number): void;
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
  /** One key after a remote write; `annotations` only for a new one. Answers its id in the inventory. */
  upsertKey(workspaceId: string, key: RemoteKey, now: string, annotations?: AnnotationPatch): string;
  /**
   * Stores a key that took the place of another, in one transaction: the old one counts as vanished, and what was noted about
   * it follows. Answers the new one's id.
   */
  replaceKey(workspaceId: string, key: RemoteKey, replacement: KeyReplacement, now: string): string;
  metadataRestored(keyId: string): void;
  /** Why the platform refused it; null to have it tried again. */
  metadataRefused(keyId: string, problem: ErrorInfo | null): void;
  /** All folders of a workspace, or why they are not told; then names known from before stay. */
  keepFolders(
    workspaceId: string,
    told: { folders: readonly { id: string; name: string }[] } | { problem: ErrorInfo },
    now: string,
  ): void;
  /** Takes a key out of the inventory after the platform confirmed its deletion. Its activity stays. */
  removeKey(keyId: string, now: string): void;
  writeSettings(settings: readonly { name: string; value: string }[]): void;
  beginIntent(intent: NewIntent): void;
  /** Puts a key into quarantine as it is now in the inventory, or sets its date and what it is compared with anew. */
  enterQuarantine(keyId: string, term: Omit<Quarantine, 'hold'>): void;
  leaveQuarantine(keyId: string): void;
  /** Says why a due key stays. One that waits for a decision is told of. */
  holdQuarantine(keyId: string, hold: QuarantineHold, now: string): void;
  /** Clears the entries whose key or workspace is gone, each with a word about why. Answers how many. */
  sweepQuarantine(now: string, openSince: string): number;
  /** `upTo`: the number of the latest piece of news that was shown. */
  markQuarantineNewsSeen(upTo: number): void;
  /** Stores the answer: how it went, and for `create` the key that came of it. */
  settleIntent(
    intentId: string,
    outcome: 'done' | 'failed',
    detail: string,
    at: string,
    keyId?: string,
  ): void;
  /** Stores that a creation happened whose secret is lost, and asks about its key; or about each key that may be it. */
  settleGhost(intentId: string, detail: string, at: string, keyIds: readonly string[]): void;
  /** A new secret waits in memory: if Latchkey ends now, its key is a ghost. */
  holdSecret(keyId: string, intentId: string): void;
  /** It was handed over, or nobody needs it. */
  letGoOfSecret(keyId: string): void;
  /** At start: what was held then is lost. */
  askAboutHeld(): void;
  /** The key stays without its secret, and the creation was its own; its other candidates are asked about no more. */
  keepGhost(keyId: string, now: string): void;
  /** None of what is asked about an intent's keys matters any more. */
  releaseGhosts(intentId: string): void;
  addFingerprintAccount(account: string, at: string): void;
  /** `kept` is null where there was no key to make one with. */
  addFingerprint(keyId: string, kept: { account: string; hmac: string } | null, at: string): void;
};
