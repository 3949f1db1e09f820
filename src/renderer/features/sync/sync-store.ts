/** Whether the workspaces are being read, and how far it got. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { SyncStatus } from '#shared/ipc/sync.ts';
import { answer, bridge } from '../../lib/bridge.ts';

type SyncState = { status: SyncStatus; problem: ErrorInfo | null };

const idle: SyncStatus = { running: false, stopped: false, done: 0, total: 0 };

export const useSync = create<SyncState>(() => ({ status: idle, problem: null }));

/** Reads one workspace, or all of them for null. How each went stands in its workspace; `problem` is for the run as a whole. */
export async function syncNow(workspaceId: string | null): Promise<void> {
  if (useSync.getState().status.running) return;
  const result = await answer(bridge().syncNow({ workspaceId }));
  useSync.setState(
    result.ok ? { status: result.value, problem: null } : { status: idle, problem: result.error },
  );
}

/** Breaks off what is being read; what was read whole stays. */
export async function stopSync(): Promise<void> {
  const result = await answer(bridge().syncStop({}));
  if (!result.ok) useSync.setState({ problem: result.error });
}

/** Follows runs that main starts by itself as well; returns how to stop. */
export function followSync(): () => void {
  let heard = false;
  const stop = bridge().onSyncStatus((status) => {
    heard = true;
    useSync.setState({ status, problem: null });
  });
  void answer(bridge().syncStatus({})).then((result) => {
    // An event that came first is newer than this answer.
    if (result.ok && !heard) useSync.setState({ status: result.value });
  });
  return stop;
}
