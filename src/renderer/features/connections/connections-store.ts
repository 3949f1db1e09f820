/** The sign-ins as the connections screen shows them, and which one is looked at. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Connection } from '#shared/ipc/connections.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { refreshNow } from '../../lib/use-now.ts';

type ConnectionsState = {
  /** In the order in which they were made; null until the first answer. */
  list: readonly Connection[] | null;
  problem: ErrorInfo | null;
  /** Null: the first of the list. */
  selectedId: string | null;
};

export const useConnections = create<ConnectionsState>(() => ({
  list: null,
  problem: null,
  selectedId: null,
}));

let lastRequest = 0;

/** Reads the list. Of several readings under way only the latest counts. */
export async function loadConnections(): Promise<void> {
  lastRequest += 1;
  const request = lastRequest;
  const result = await answer(bridge().connectionsList({}));
  if (request !== lastRequest) return;
  useConnections.setState(result.ok ? { list: result.value, problem: null } : { problem: result.error });
  refreshNow();
}

export function selectConnection(id: string): void {
  useConnections.setState({ selectedId: id });
}

/** The one that is looked at: the first where the chosen one is gone. */
export function selectedOf({ list, selectedId }: ConnectionsState): Connection | undefined {
  return list?.find(({ id }) => id === selectedId) ?? list?.[0];
}

/** Loads the list and keeps it up to date; returns how to stop. */
export function followConnections(): () => void {
  void loadConnections();
  const stops = [
    bridge().onConnectionsChanged(() => void loadConnections()),
    // A workspace that was read or not says how its connection is.
    bridge().onWorkspacesChanged(() => void loadConnections()),
    bridge().onAppSecretStoreChanged(() => void loadConnections()),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
