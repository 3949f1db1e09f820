/** What became of the copy on the clipboard: still there, cleared by us, or replaced by something else. */
import { useEffect, useState } from 'react';
import { bridge } from '../../lib/bridge.ts';

/** `at`: when it will be cleared if it is still there, in milliseconds since 1970. */
export type ClipboardState = { kind: 'copied'; at: number } | { kind: 'cleared' } | { kind: 'replaced' };

export function useClipboard(handOverId: string): {
  state: ClipboardState | null;
  /** A copy was made that will be cleared at this time (RFC 3339). */
  copied: (clearsAt: string) => void;
} {
  const [state, setState] = useState<ClipboardState | null>(null);
  useEffect(
    () =>
      bridge().onHandOverClipboard((event) => {
        if (event.handOverId === handOverId) setState({ kind: event.state });
      }),
    [handOverId],
  );
  return { state, copied: (clearsAt) => setState({ kind: 'copied', at: Date.parse(clearsAt) }) };
}
