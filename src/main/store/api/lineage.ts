/** Keys that took the place of others, and the metadata that they owe. */
import type { ErrorInfo } from '#shared/domain/errors.ts';

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

export type LineageReads = {
  /** Metadata that this key should have since it replaced another; null where it owes none. */
  owedMetadata(keyId: string): Record<string, unknown> | null;
  /** Keys of a workspace that owe some, and were not refused it. */
  owingKeys(workspaceId: string): string[];
};

export type LineageWrites = {
  metadataRestored(keyId: string): void;
  /** Why the platform refused it; null to have it tried again. */
  metadataRefused(keyId: string, problem: ErrorInfo | null): void;
};
