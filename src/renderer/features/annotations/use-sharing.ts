import { useEffect, useState } from 'react';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../../lib/bridge.ts';

export type SharingState = CallOutput<'annotations.sharing'>;

/** Whether a workspace writes annotations into its keys; null until that is known. */
export function useSharing(workspaceId: string): SharingState | null {
  const [state, setState] = useState<SharingState | null>(null);
  useEffect(() => {
    let wanted = true;
    void answer(bridge().annotationsSharing({ workspaceId })).then((result) => {
      if (wanted && result.ok) setState(result.value);
    });
    return () => {
      wanted = false;
    };
  }, [workspaceId]);
  return state;
}
