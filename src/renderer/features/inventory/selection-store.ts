/** The one selected key, and where it stands in the list. */
import { create } from 'zustand';
import { answer, bridge } from '../../lib/bridge.ts';
import { isInView, knownRow } from './rows-store.ts';
import { useView } from './view-store.ts';

type Selection = {
  keyId: string | null;
  /** 0-based position of the row the keyboard is on; null before anything was selected. */
  position: number | null;
  /** The keyboard went to a row that has not been read yet: it is selected as soon as it has been. */
  awaiting: boolean;
  /** Rises whenever the row at `position` should be scrolled into view. */
  reveals: number;
};

export const useSelection = create<Selection>(() => ({
  keyId: null,
  position: null,
  awaiting: false,
  reveals: 0,
}));

/** Selects the row at a position, scrolls to it, and waits for it where it has not been read yet. */
export function selectPosition(position: number): void {
  const row = knownRow(position);
  useSelection.setState((state) => ({
    keyId: row?.id ?? state.keyId,
    position,
    awaiting: row === undefined,
    reveals: state.reveals + 1,
  }));
}

/** Selects a key wherever it stands; a search or a workspace that hides it gives way. */
export async function selectKey(keyId: string): Promise<void> {
  useSelection.setState({ keyId, awaiting: false });
  if ((await positionOf(keyId)) === null) useView.setState({ search: '', workspaceId: null });
  const position = await positionOf(keyId);
  if (position === null) return;
  useSelection.setState((state) =>
    state.keyId === keyId ? { position, reveals: state.reveals + 1 } : state,
  );
}

export function deselect(): void {
  useSelection.setState({ keyId: null, awaiting: false });
}

async function positionOf(keyId: string): Promise<number | null> {
  const result = await answer(bridge().inventoryPosition({ query: useView.getState(), keyId }));
  return result.ok ? result.value.position : null;
}

/** After another query: a key that is not in the list any more is not selected any more either. */
async function followQuery(): Promise<void> {
  const { keyId } = useSelection.getState();
  useSelection.setState({ position: null, awaiting: false });
  if (keyId === null) return;
  const query = useView.getState();
  const position = await positionOf(keyId);
  if (query !== useView.getState() || keyId !== useSelection.getState().keyId) return;
  useSelection.setState({ position, keyId: position === null ? null : keyId });
}

/** After a change of the inventory: the key stays selected, and in view where it was in view. */
async function followInventory(): Promise<void> {
  const { keyId, position: before } = useSelection.getState();
  if (keyId === null) return;
  const wasInView = before !== null && isInView(before);
  const position = await positionOf(keyId);
  if (position === null) return;
  useSelection.setState((state) => {
    if (state.keyId !== keyId || state.position === position) return state;
    return { position, reveals: wasInView ? state.reveals + 1 : state.reveals };
  });
}

export function followSelection(): () => void {
  const stopView = useView.subscribe(() => void followQuery());
  const stopInventory = bridge().onInventoryChanged(() => void followInventory());
  return () => {
    stopView();
    stopInventory();
  };
}
