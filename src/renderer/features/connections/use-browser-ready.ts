/** Hears when the browser was sent out for a sign-in, for as long as its dialog is there. */
import { useEffect, useState } from 'react';
import { bridge } from '../../lib/bridge.ts';

/** `until`: when the waiting ends, as a timestamp. */
export type BrowserReady = { opened: boolean; until: string };

/** `forget` before the next try: what is known is about the one before. */
export function useBrowserReady(requestId: string): {
  ready: BrowserReady | null;
  setOpened: (opened: boolean) => void;
  forget: () => void;
} {
  const [ready, setReady] = useState<BrowserReady | null>(null);
  useEffect(
    () =>
      bridge().onConnectionsBrowserReady(({ requestId: id, opened, until }) => {
        if (id === requestId) setReady({ opened, until });
      }),
    [requestId],
  );
  const setOpened = (opened: boolean) => setReady((before) => before && { ...before, opened });
  return { ready, setOpened, forget: () => setReady(null) };
}
