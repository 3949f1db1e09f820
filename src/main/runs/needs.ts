/** What runs work with. Acting on keys is the features' of keys and quarantine, with all their guards; it is handed in. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { QuarantinePlan } from '#shared/domain/quarantine.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { NewKey, RemoteKey } from '../platforms/platform.ts';
import type { Store } from '../store/client.ts';
import type { Clock, Emit, NewId } from '../system/ports.ts';

export type ReadKey = (remoteId: string) => Promise<RemoteKey>;

/** Where the window finds a secret that waits to be handed over. */
export type Ticket = { handOverId: string; hiddenLength: number };

type Minting = { annotations: AnnotationPatch; detail: string; intentId: string; onLetGo: () => void };

/** Each write is written down under the intent's id it is given, before it is sent; not where nothing has to be sent. */
export type RunNeeds = {
  store: Store;
  clock: Clock;
  newId: NewId;
  emit: Emit;
  keys: {
    /** One key as the platform has it now. */
    read(keyId: string): Promise<KeyDetail>;
    mint(workspace: Workspace, wanted: NewKey, how: Minting): Promise<Ticket & { keyId: string }>;
    enable(keyId: string, intentId: string): Promise<unknown>;
    /** `check` is called right before, with a way to read another key of the workspace; it throws where nothing may be sent. */
    delete(
      keyId: string,
      how: { detail: string; intentId: string; check: (key: RemoteKey, read: ReadKey) => Promise<void> },
    ): Promise<void>;
  };
  quarantine: {
    put(keyId: string, plan: QuarantinePlan, intentId: string): Promise<unknown>;
    restore(keyId: string, stayDisabled: boolean, intentId: string): Promise<unknown>;
  };
  /** Reads a workspace anew and waits for it. How it went stands in the workspace. */
  look: (workspaceId: string) => Promise<unknown>;
  /** The same, without anybody waiting. */
  lookSoon: (workspaceId: string) => void;
  /** By how many milliseconds the clock of a host is ahead of ours; 0 where unknown. */
  ahead: (host: string) => number;
  /** An error as a person reads it; an unexpected one is logged. */
  describe: (error: unknown) => ErrorInfo;
  report: (error: unknown) => void;
};
