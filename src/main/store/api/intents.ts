/** Remote writes: written down before they are sent, settled by their answer. */
import type { KeyActivity } from '#shared/domain/key.ts';

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

export type IntentReads = {
  openIntents(workspaceId: string): OpenIntent[];
};

export type IntentWrites = {
  /** False where its workspace was removed: then nothing was written, and nothing may be sent. */
  beginIntent(intent: NewIntent): boolean;
  /** Stores the answer: how it went, and for `create` the key that came of it. */
  settleIntent(
    intentId: string,
    outcome: 'done' | 'failed',
    detail: string,
    at: string,
    keyId?: string,
  ): void;
};
