/** The folders of a workspace. */
import type { ErrorInfo } from '#shared/domain/errors.ts';

/** What a workspace's folders are called, as it was last told. */
type KnownFolders = {
  /** `name` is null for one that keys name and the platform did not. */
  folders: { id: string; name: string | null }[];
  /** When they were last asked for; null before the first time. */
  at: string | null;
  problem: ErrorInfo | null;
};

export type FolderReads = {
  /** With every folder that a key of the workspace names. */
  knownFolders(workspaceId: string): KnownFolders;
};

export type FolderWrites = {
  /** All folders of a workspace, or why they are not told; then names known from before stay. */
  keepFolders(
    workspaceId: string,
    told: { folders: readonly { id: string; name: string }[] } | { problem: ErrorInfo },
    now: string,
  ): void;
};
