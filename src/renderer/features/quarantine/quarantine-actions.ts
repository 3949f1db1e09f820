/** Into quarantine and out of it, with the message that takes it back. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { day } from '../../lib/time.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { showDetail } from '../inventory/details/detail-store.ts';

/** After a key went into quarantine. `before`: as it was; what was disabled then is not enabled by taking this back. */
export function confirmQuarantine(before: KeyDetail, key: KeyDetail): void {
  showDetail(key);
  const { quarantine } = key;
  if (!quarantine) return;
  showToast({
    text: `Put ${key.name || 'the key'} in quarantine until ${day(quarantine.due)}`,
    about: key.id,
    undo: () => void undoQuarantine(key, before.disabled),
  });
}

async function undoQuarantine({ id, name }: KeyDetail, stayDisabled: boolean): Promise<void> {
  const result = await answer(bridge().quarantineRestore({ keyId: id, stayDisabled }));
  if (result.ok) {
    showDetail(result.value);
    const key = name || 'the key';
    showToast({ text: stayDisabled ? `Took ${key} out of quarantine` : `Restored ${key}`, about: id });
    return;
  }
  const { code, message, hint } = result.error;
  // A conflict is that it is not there any more, or about to go.
  const stays = code === 'conflict' ? '' : `${name || 'The key'} is still in quarantine.`;
  showUndoFailure([stays, message, hint].filter(Boolean).join(' '));
}
