/** Keys whose secret is lost, or may be. */
import type { GhostKey, WaitingCreation } from '#shared/ipc/ghost-keys.ts';

/** Where a listed key comes from, as far as the inventory knows. */
export type KeyOrigin = {
  remoteId: string;
  keyId: string;
  firstSeenAt: string;
  /** The intent that made it, or may have. */
  madeBy: string | null;
};

export type GhostReads = {
  /** Creations without an answer, in any workspace. */
  openCreations(): WaitingCreation[];
  /** Of those keys that the inventory has. */
  keyOrigins(workspaceId: string, remoteIds: readonly string[]): KeyOrigin[];
  /** What a person has to decide about, oldest first. */
  ghostKeys(): GhostKey[];
};

export type GhostWrites = {
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
};
