/** What people note about keys, and whether it is in the keys' metadata. */
import type { AnnotationPatch } from '#shared/domain/annotations.ts';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Noted } from '#shared/domain/latchkey-field.ts';

/** Why the last try to write a key's annotations into it failed, and when that was. */
export type ShareFailure = { problem: ErrorInfo; at: string };

export type AnnotationReads = {
  /** `sharing`: whether the key's workspace writes annotations into its keys. Null for a key that is not here. */
  annotationState(keyId: string): { noted: Noted; sharing: boolean } | null;
  /** Keys of a workspace with something set here that is not in their metadata yet; vanished ones aside. */
  unsentAnnotations(workspaceId: string): { keyId: string; failed: ShareFailure | null }[];
  /** Null for a workspace that is not here. `problem`: of one of the unsent keys. */
  annotationSharing(workspaceId: string): { on: boolean; unsent: number; problem: ErrorInfo | null } | null;
};

export type AnnotationWrites = {
  /** Sets the fields of the patch for all these keys in one transaction. Answers the keys that were otherwise before. */
  setAnnotations(keyIds: readonly string[], patch: AnnotationPatch, now: string): string[];
  /** Switching on lets fields that others set later than they were noted here come first. */
  setAnnotationSharing(workspaceId: string, on: boolean, now: string): void;
  /** Null: the last try went well. */
  markAnnotationProblem(keyId: string, problem: ErrorInfo | null, now: string): void;
};
