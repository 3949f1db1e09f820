/** Workspaces: what they are called, their place and state, and who acts in them. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Caller } from '#shared/domain/preflight.ts';
import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import type { ConnectionState, Workspace } from '#shared/ipc/connections.ts';

export type WorkspaceReads = {
  workspaces(): Workspace[];
};

export type CallerReads = {
  /** Who acts in these workspaces, as far as is known here; one for each that there is. */
  callers(workspaceIds: readonly string[]): Caller[];
};

export type WorkspaceWrites = {
  /** `displayName`: null goes back to the platform's own. */
  changeWorkspace(
    workspaceId: string,
    change: { displayName?: string | null; colour?: WorkspaceColour },
  ): void;
  /** Puts a workspace at a place of the sidebar, counted from 1; those after it move on. */
  moveWorkspace(workspaceId: string, position: number): void;
  /** How the last try to read one workspace went, when it failed; its keys stay as they are. */
  markWorkspaceProblem(workspaceId: string, state: ConnectionState, problem: ErrorInfo): void;
};
