/** Confirms changes that can be taken back, with the way to take them back. */
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
import { showToast, showUndoFailure } from '../../../ui/toast.tsx';
import { showDetail } from './detail-store.ts';

/** What was in quarantine goes back there, to be deleted on the same day. */
export function confirmSetDisabled({ id, name, quarantine }: KeyDetail, disabled: boolean): void {
  const [done, undone] = disabled ? ['Disabled', 'Enabled'] : ['Enabled', 'Disabled'];
  const isPlanned = quarantine !== null && !disabled;
  showToast({
    text: `${done} ${name || 'the key'}`,
    about: id,
    undo: () =>
      void takeBack(
        id,
        () =>
          isPlanned
            ? bridge().quarantinePut({ keyId: id, plan: { due: quarantine.due } })
            : bridge().keysSetDisabled({ keyId: id, disabled: !disabled }),
        isPlanned ? `Put ${name || 'the key'} back in quarantine` : `${undone} ${name || 'the key'} again`,
        `${name || 'The key'} is still ${disabled ? 'disabled' : 'enabled'}.`,
      ),
  });
}

/** A key that had no name cannot get none again, so there the confirmation comes alone. */
export function confirmRename(before: KeyDetail, after: KeyDetail): void {
  const undo = () =>
    void takeBack(
      after.id,
      () => bridge().keysRename({ keyId: after.id, name: before.name, expected: after.name }),
      `Renamed back to ${before.name}`,
      `The key is still called ${after.name}.`,
    );
  showToast({
    text: `Renamed to ${after.name}`,
    about: after.id,
    ...(before.name.trim() !== '' && { undo }),
  });
}

/** Somebody else's change of the key was left as it is. */
export function confirmLeft({ id, name }: KeyDetail): void {
  showToast({ text: `${name || 'The key'} stays as it is now`, about: id });
}

async function takeBack(
  keyId: string,
  call: () => Promise<Result<KeyDetail>>,
  undone: string,
  still: string,
): Promise<void> {
  const result = await answer(call());
  if (!result.ok) {
    showUndoFailure([still, result.error.message, result.error.hint].filter(Boolean).join(' '));
    return;
  }
  showDetail(result.value);
  showToast({ text: undone, about: keyId });
}
