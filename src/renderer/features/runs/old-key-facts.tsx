import { useEffect, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import { EndingFacts } from '../keys/ending-facts.tsx';

/** What ends with the old key; nothing where the inventory does not have it any more. */
export function OldKeyFacts({ keyId }: { keyId: string }) {
  const now = useNow();
  const [key, setKey] = useState<KeyDetail | null>(null);
  useEffect(() => {
    let shown = true;
    void answer(bridge().inventoryKey({ keyId })).then((result) => {
      if (shown && result.ok) setKey(result.value);
    });
    return () => {
      shown = false;
    };
  }, [keyId]);
  return key && <EndingFacts subject={key} now={now} />;
}
