/** What a bulk change works with: the single changes of keys, handed in, so that every guard and intent is theirs. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { QuarantinePlan } from '#shared/domain/quarantine.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import type { Store } from '../store/client.ts';
import type { Clock, Emit, NewId } from '../system/ports.ts';

export type BulkActions = {
  /** The key as its platform has it right now. */
  read(keyId: string): Promise<RemoteKey>;
  /** After it was not found: whether the platform really has it no more. Throws what keeps that from being known. */
  isGone(keyId: string): Promise<boolean>;
  setDisabled(keyId: string, disabled: boolean): Promise<unknown>;
  quarantine(keyId: string, plan: QuarantinePlan): Promise<unknown>;
  deleteKey(keyId: string): Promise<unknown>;
  editGrant(keyId: string, grant: Grant, expected: Grant): Promise<unknown>;
  annotate(keyId: string, patch: AnnotationPatch): Promise<unknown>;
};

/** What the single changes of a job say goes through the job: it speaks for all of them, and looks once at the end. */
export type Quietly = { emit: Emit; lookSoon: (workspaceId: string) => void };

export type BulkNeeds = {
  store: Store;
  clock: Clock;
  newId: NewId;
  emit: Emit;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  random(): number;
  actions(quietly: Quietly): BulkActions;
  /** Reads these workspaces anew, which settles what is open there. */
  lookAt(workspaceIds: readonly string[]): Promise<unknown>;
  /** An error in words; unknown ones are logged. */
  explain(error: unknown): ErrorInfo;
};
