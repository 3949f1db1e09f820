/** A sign-in that is broken off in main when its dialog is closed before the platform answered. */
import { useRef } from 'react';
import { closeDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import type { Request } from '../../lib/use-request.ts';
import { showToast } from '../../ui/toast.tsx';

/** `requestId` goes along with the call; `close` closes the dialog and stops the call. */
export function useCancellable({ busy }: Request): { requestId: string; close: () => void } {
  const id = useRef<string | null>(null);
  id.current ??= crypto.randomUUID();
  const requestId = id.current;

  const close = () => {
    closeDialog();
    if (!busy) return;
    void answer(bridge().connectionsCancel({ requestId })).then((result) => {
      if (result.ok && !result.value.stopped)
        showToast({ about: requestId, text: 'The sign-in was done before it could be stopped.' });
    });
  };
  return { requestId, close };
}
