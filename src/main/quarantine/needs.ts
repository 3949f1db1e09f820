/** What quarantine works with. Acting on keys is the keys feature's, with all its guards and intents; it is handed in. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Quarantine } from '#shared/domain/quarantine.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import type { Store } from '../store/client.ts';
import type { Clock, Emit, NewId } from '../system/ports.ts';

type ReadKey = (remoteId: string) => Promise<RemoteKey>;
type PlannedDeletion = {
  detail: string;
  planned: true;
  check: (key: RemoteKey, read: ReadKey) => Promise<void>;
};

export type QuarantineNeeds = {
  store: Store;
  clock: Clock;
  newId: NewId;
  emit: Emit;
  keys: {
    /** One key as the platform has it now. */
    read(keyId: string): Promise<KeyDetail>;
    /** Disables it and, in the same breath as the answer is stored, enters it. */
    disable(
      keyId: string,
      term: Omit<Quarantine, 'hold'> & { detail: string },
      intentId?: string,
    ): Promise<KeyDetail>;
    /** Enables it and lets it leave. */
    enable(keyId: string, intentId?: string): Promise<KeyDetail>;
    /**
     * `check` throws where the key is not as it was left; it is called right before, with what the platform says and a way to read
     * another key of its workspace.
     */
    delete(keyId: string, how: PlannedDeletion): Promise<void>;
  };
  /**
   * For a key that is replaced by another in a rotation run: throws where that one could not take its place. Comes from the runs
   * feature, as an error that says whether it passes by.
   */
  needReplaced: (keyId: string, read: ReadKey) => Promise<void>;
  /** Reads a workspace anew and waits for it; settles what is open there. How it went stands in the workspace. */
  readWorkspace: (workspaceId: string) => Promise<unknown>;
  /** By how many milliseconds the clock of a host is ahead of ours, by the least of its last answers; 0 where unknown. */
  leastAhead: (host: string) => number;
  /** An error as a person reads it; an unexpected one is logged. */
  describe: (error: unknown) => ErrorInfo;
  /** Whether a change of this key is on its way to the platform. */
  isBeingChanged: (keyId: string) => boolean;
  /** Keys that are being deleted at this moment: too late to change one's mind. */
  deleting: Set<string>;
};
