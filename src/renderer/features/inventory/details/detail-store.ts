/** The selected key whole. One reading at a time: while arrows run through the list only the last key is read. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
import { deselect, useSelection } from '../selection-store.ts';

type DetailState = {
  /** Stays on screen until the next one has been read. */
  detail: KeyDetail | null;
  problem: ErrorInfo | null;
};

export const useDetail = create<DetailState>(() => ({ detail: null, problem: null }));

let reading = false;
let again = false;

/** Reads the selected key, or once more after the reading under way. */
async function read(): Promise<void> {
  again = reading;
  if (reading) return;
  const { keyId } = useSelection.getState();
  if (keyId === null) {
    useDetail.setState({ detail: null, problem: null });
    return;
  }
  reading = true;
  const result = await answer(bridge().inventoryKey({ keyId }));
  reading = false;
  const stillMeant = keyId === useSelection.getState().keyId;
  if (stillMeant && result.ok) useDetail.setState({ detail: result.value, problem: null });
  else if (stillMeant && !result.ok && result.error.code === 'not-found') deselect();
  else if (stillMeant && !result.ok) useDetail.setState({ detail: null, problem: result.error });
  if (again || !stillMeant) void read();
}

/** Takes what a change of the key answered with, without waiting for the next reading. */
export function showDetail(detail: KeyDetail): void {
  if (useSelection.getState().keyId === detail.id) useDetail.setState({ detail, problem: null });
}

export function rereadDetail(): void {
  void read();
}

export function followDetail(): () => void {
  const stopSelection = useSelection.subscribe((selection, before) => {
    if (selection.keyId !== before.keyId) void read();
  });
  const stopInventory = bridge().onInventoryChanged(() => void read());
  return () => {
    stopSelection();
    stopInventory();
  };
}
