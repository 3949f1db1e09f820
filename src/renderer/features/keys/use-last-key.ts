/** What the last key of a workspace was, read when the form opens and when its workspace is changed. */
import { useEffect, useRef } from 'react';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../../lib/bridge.ts';

type LastKey = CallOutput<'keys.lastDefaults'>;

/** `onRead` gets it once for each workspace, null where there is none; a refused read leaves the form as it is. */
export function useLastKey(workspaceId: string, onRead: (last: LastKey) => void): void {
  const latest = useRef(onRead);
  useEffect(() => {
    latest.current = onRead;
  });
  useEffect(() => {
    let wanted = true;
    void answer(bridge().keysLastDefaults({ workspaceId })).then((result) => {
      if (wanted && result.ok) latest.current(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [workspaceId]);
}
