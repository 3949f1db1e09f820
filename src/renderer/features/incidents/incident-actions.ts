/** The way to say that a key is compromised, wherever it is on screen. */
import { openDialog, useDialogs } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showFailure } from '../../ui/toast.tsx';
import { useSelection } from '../inventory/selection-store.ts';

/** Asks once more, saying what stops; a key whose replacement is under way leads there. */
export async function markCompromised(keyId: string): Promise<void> {
  // Another question that came up meanwhile is not pushed away.
  const { open } = useDialogs.getState();
  const [key, plan] = await Promise.all([
    answer(bridge().inventoryKey({ keyId })),
    answer(bridge().incidentsPlan({ keyId })),
  ]);
  if (useDialogs.getState().open !== open) return;
  if (!key.ok || !plan.ok) {
    const { error } = key.ok ? (plan as Extract<typeof plan, { ok: false }>) : key;
    showFailure([error.message, error.hint].filter(Boolean).join(' '));
    return;
  }
  const { underWay } = plan.value;
  if (underWay?.as === 'old' && underWay.run.reason === 'compromised')
    openDialog({ kind: 'run', run: underWay.run });
  else openDialog({ kind: 'compromised', key: key.value, plan: plan.value });
}

/** What its key of the keyboard means: the key that is looked at. */
export function compromisedInView(): void {
  const { keyId } = useSelection.getState();
  if (keyId !== null) void markCompromised(keyId);
}
