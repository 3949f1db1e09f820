/** The workspaces as the sidebar shows them, read anew whenever main says that something about them changed. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { refreshNow } from '../../lib/use-now.ts';

type WorkspacesState = {
  /** In the order of the sidebar; null until the first answer. */
  list: readonly Workspace[] | null;
  problem: ErrorInfo | null;
};

export const useWorkspaces = create<WorkspacesState>(() => ({ list: null, problem: null }));

let lastRequest = 0;

/** Reads the list. Of several readings under way only the latest counts. */
export async function loadWorkspaces(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const result = await answer(bridge().workspacesList({}));
  if (request !== lastRequest) return;
  // A failed reading keeps the list that is on screen: it is older, not wrong.
  if (!result.ok) useWorkspaces.setState({ problem: result.error });
  else useWorkspaces.setState({ list: result.value, problem: null });
  refreshNow();
}

export function useWorkspace(id: string | null): Workspace | undefined {
  return useWorkspaces((state) => state.list?.find((workspace) => workspace.id === id));
}

/** Loads the list and keeps it up to date; returns how to stop. */
export function followWorkspaces(): () => void {
  void loadWorkspaces();
  return bridge().onWorkspacesChanged(() => void loadWorkspaces());
}
