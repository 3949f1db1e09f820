/** Rotation runs as they are kept, and what the inventory says about their keys. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { Incident } from '#shared/domain/incident.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import type { Observations } from '#shared/domain/observations.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { KeyPolicy } from '#shared/domain/policies.ts';
import type { QuarantineHold } from '#shared/domain/quarantine.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunReason, RunStep } from '#shared/domain/run-step.ts';

/** Writes that a run sends. */
export type RunOperation = 'create' | 'disable' | 'enable' | 'delete-old' | 'delete-twin';

/** `by`: what ended it, where undoing has to know; `elsewhere`: the old key was disabled before the run came to it. */
type StepFact = {
  state: 'ahead' | 'done' | 'skipped';
  at: string | null;
  note: string;
  by?: { tick: string } | 'elsewhere';
};

export type RunKey = { keyId: string; remoteId: string; name: string; prefix: string };

type OwnPolicy = NonNullable<KeyPolicy['own']>;

/** What a twin is made from: the old key as it was last read, since it may be gone by the time. */
export type TwinTemplate = {
  name: string;
  grant: Grant;
  folderIds: string[];
  metadata: Record<string, unknown>;
  annotations: AnnotationPatch;
  /** Its own rotation policy; left out where it has none. */
  policy?: OwnPolicy;
};

/** All that the steps of a run turn on. Times are RFC 3339 in UTC. */
export type RunFacts = {
  /** False where the platform cannot disable a key, or has refused it. */
  canDisable: boolean;
  steps: Record<RunStep, StepFact>;
  /** Which way it goes; a step that is taken back may need a write, and survives a crash like any other. */
  going: { kind: 'on' | 'cancel' | 'new-twin' } | { kind: 'undo'; step: RunStep };
  /** The current step is not begun or ended but by a person. */
  held: boolean;
  /** A person wants the old key deleted now. */
  ordered: boolean;
  /** The write that is about to be sent, or whose outcome is not known yet. */
  pending: { operation: RunOperation; intentId: string; at: string } | null;
  /** Why the last try failed; `passing`: by what goes away without anybody's doing. */
  problem: { info: ErrorInfo; passing: boolean } | null;
  /** `lost`: its secret was never here. */
  twin: (RunKey & { lost?: true }) | null;
  twinName: string;
  /** Whether the request for a twin ever left. */
  asked: boolean;
  consumers: { name: string; doneAt: string | null }[];
  template: TwinTemplate;
};

export type RunRecord = {
  id: string;
  workspaceId: string;
  togetherId: string | null;
  reason: RunReason;
  old: RunKey;
  quietHours: number;
  disabledDays: number;
  state: Run['state'];
  /** Null once it has ended. */
  step: RunStep | null;
  /** Since when it stands where it stands. */
  since: string;
  startedAt: string;
  endedAt: string | null;
  facts: RunFacts;
};

/** A key of a run; `gone`: vanished, or (not `kept`) not in the inventory at all. */
type SeenKey = { state: 'alive' | 'disabled' | 'gone'; kept: boolean; lastUsed: LastUsed };

/** What the inventory says about a run at this moment. */
export type RunSeen = {
  platform: PlatformId;
  baseUrl: string;
  /** When the list of the workspace that was last read was asked for, in milliseconds since 1970. */
  listedAt: number | null;
  /** Why it cannot be reached; null where it can. */
  trouble: ErrorInfo | null;
  /** What became of the pending write; `missing`: its intent was never written, so it was never sent. */
  pending: 'none' | 'missing' | 'open' | 'done' | 'failed';
  old: SeenKey;
  /** When the old key was used, as far as its platform tells; null where it left the inventory. */
  oldUses: Observations | null;
  /** Whether a change of the old key waits for its outcome that is not the run's own. */
  oldIsChanging: boolean;
  /** The run's twin, or the key that its pending creation made. */
  twin: (RunKey & SeenKey & { secret: 'held' | 'lost' | 'let-go' }) | null;
  /** A live key with the twin's name that turned up after the run began and is not its twin. */
  namesake: RunKey | null;
  quarantine: { due: string; hold: QuarantineHold | null } | null;
};

export type RunWithSeen = { run: RunRecord; seen: RunSeen };
export type RunEvent = { at: string; step: RunStep | null; detail: string };

export type RunReads = {
  run(runId: string): RunWithSeen | null;
  /** Of a workspace that is there; all of them for null. */
  liveRunIds(workspaceId: string | null): string[];
  /** The live run of a key, as old key or as twin; else the last it was in. */
  runOfKey(keyId: string): RunWithSeen | null;
  runsTogether(togetherId: string): RunWithSeen[];
  runRows(
    /** `endedSince`: only those that ended then or later. */
    asked: {
      workspaceId: string | null;
      state: 'running' | 'waiting' | 'done';
      search: string;
      endedSince?: string;
    },
    offset: number,
    limit: number,
  ): { total: number; rows: RunWithSeen[] };
  /** What happened in a run, oldest first. */
  runEvents(runId: string): RunEvent[];
  /** Names of live keys of a workspace, as they are. */
  keyNames(workspaceId: string): string[];
};

export type RunWrites = {
  /** Throws where the key is in a live run already. `incident`: why, where the key is compromised. */
  addRun(run: RunRecord, events: readonly RunEvent[], incident?: Incident | null): void;
  /**
   * Keeps a run as it is now, with what happened in it. A pending write is entered as the run's own; a run that is done leaves
   * the line from its old key to its twin.
   */
  saveRun(run: RunRecord, events: readonly RunEvent[]): void;
  /** For one that never began: nothing was sent. */
  dropRun(runId: string): void;
};
