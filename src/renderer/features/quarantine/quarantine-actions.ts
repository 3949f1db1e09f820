/** Into quarantine and out of it, with the message that takes it back. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { day } from '../../lib/time.ts';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { showDetail } from '../inventory/details/detail-store.ts';

/** After a key went into quarantine. */
export function confirmQuarantine(key: KeyDetail): void {
  showDetail(key);
  const { quarantine } = key;
  if (!quarantine) return;
  showToast({
    text: `Put ${key.name || 'the key'} in quarantine until ${day(quarantine.due)}`,
    about: key.id,
    undo: () => void undoQuarantine(key),
  });
}

async function undoQuarantine({ id, name }: KeyDetail): Promise<void> {
  const result = await answer(bridge().quarantineRestore({ keyId: id }));
  if (result.ok) {
    showDetail(result.value);
    showToast({ text: `Restored ${name || 'the key'}`, about: id });
    return;
  }
  const { code, message, hint } = result.error;
  // A conflict is that it is not there any more, or about to go.
  const stays = code === 'conflict' ? '' : `${name || 'The key'} is still in quarantine.`;
  showUndoFailure([stays, message, hint].filter(Boolean).join(' '));
}
