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

let reading: Promise<void> | null = null;
let next: Promise<void> | null = null;

/**
 * Reads the list; settles once one has been read that was asked for after this call. One reading at a time: a sync of
 * hundreds of workspaces says hundreds of times that something changed.
 */
export function loadWorkspaces(): Promise<void> {
  if (reading) {
    next ??= reading.then(() => {
      next = null;
      return loadWorkspaces();
    });
    return next;
  }
  reading = read().finally(() => {
    reading = null;
  });
  return reading;
}

async function read(): Promise<void> {
  const result = await answer(bridge().workspacesList({}));
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
