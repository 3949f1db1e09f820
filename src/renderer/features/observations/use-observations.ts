import { useEffect, useState } from 'react';
import type { Observations } from '#shared/domain/observations.ts';
import { answer, bridge } from '../../lib/bridge.ts';

/**
 * A key's history of use, read again whenever something was read from its platform: also a sync that found nothing new
 * vouches for more time. Null until it has been read, and where it cannot be.
 */
export function useObservations(keyId: string): Observations | null {
  const [read, setRead] = useState<{ keyId: string; observations: Observations | null } | null>(null);
  useEffect(() => {
    let isMeant = true;
    async function ask(): Promise<void> {
      const result = await answer(bridge().observationsGet({ keyId }));
      if (isMeant && result.ok) setRead({ keyId, observations: result.value.observations });
    }
    void ask();
    const stops = [
      bridge().onInventoryChanged(() => void ask()),
      bridge().onWorkspacesChanged(() => void ask()),
    ];
    return () => {
      isMeant = false;
      for (const stop of stops) stop();
    };
  }, [keyId]);
  return read?.keyId === keyId ? read.observations : null;
}
