/** Changes over many keys: a job, and one item for each key. */
import type { Environment } from '#shared/domain/environment.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import type {
  BulkAction,
  BulkItem,
  BulkItemState,
  BulkJob,
  BulkJobState,
  BulkValue,
  BulkWorkspace,
} from '#shared/ipc/bulk.ts';
import type { Selection } from '#shared/ipc/selection.ts';

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
  /** `asks`: it was due and held back, and waits for a decision. */
  quarantine: { due: string; asks: boolean } | null;
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

export type BulkReads = {
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
};

export type BulkWrites = {
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
};
