/**
 * The change of a key that is under way without a dialog, or what it was refused with. Outside of the inspector that
 * shows it, since the command palette starts the same changes.
 */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { KeyAction } from './action-rules.ts';
import { rereadDetail, showDetail } from './detail-store.ts';
import { believePlan } from './overruled-plans.ts';
import { confirmSetDisabled } from './undo.ts';

type KeyChange = {
  running: KeyAction | null;
  problem: ErrorInfo | null;
  /** Protecting waits for a yes. */
  askingProtect: boolean;
};

const quiet: KeyChange = { running: null, problem: null, askingProtect: false };

const useChanges = create<{ keyId: string | null; change: KeyChange }>(() => ({
  keyId: null,
  change: quiet,
}));

export function useKeyChange(keyId: string): KeyChange {
  return useChanges((state) => (state.keyId === keyId ? state.change : quiet));
}

/** The key is not looked at any more, or the question was answered with no. */
export function forgetChange(keyId: string): void {
  if (useChanges.getState().keyId === keyId) useChanges.setState({ keyId: null, change: quiet });
}

export function askToProtect(keyId: string): void {
  useChanges.setState({ keyId, change: { ...quiet, askingProtect: true } });
}

/** Lifting it again is the dashboard's: there is nothing to undo. */
export async function protect(key: KeyDetail): Promise<void> {
  const done = await change(key, 'protect', () => bridge().keysProtect({ keyId: key.id }));
  if (done) showToast({ text: `Protected ${key.name || 'the key'}`, about: key.id });
}

export async function setDisabled(key: KeyDetail, disabled: boolean): Promise<void> {
  const done = await change(key, disabled ? 'disable' : 'enable', () =>
    bridge().keysSetDisabled({ keyId: key.id, disabled }),
  );
  if (done) confirmSetDisabled(key, disabled);
}

/** Makes the call and answers whether it was done. While one is under way a second about the same key is ignored. */
async function change(
  { id: keyId, workspaceId }: KeyDetail,
  action: KeyAction,
  call: () => Promise<Result<KeyDetail>>,
): Promise<boolean> {
  const { keyId: busyKey, change: current } = useChanges.getState();
  if (busyKey === keyId && current.running) return false;
  useChanges.setState({ keyId, change: { ...quiet, running: action } });
  const result = await answer(call());
  const problem = result.ok ? null : result.error;
  if (useChanges.getState().keyId === keyId) useChanges.setState({ change: { ...quiet, problem } });
  if (result.ok) showDetail(result.value);
  else if (result.error.code === 'plan') {
    believePlan(workspaceId);
    rereadDetail();
  }
  return result.ok;
}
