/** What somebody else made of a key that is being edited here, once a change was refused for it. */
import { useCallback, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../lib/bridge.ts';

export type Meanwhile = {
  /** The key as it is now; null as long as nobody was faster, or nobody looks at it. */
  theirs: KeyDetail | null;
  /** Makes a change, and looks at the key anew where it is refused as stale. Answers what the change was answered with. */
  watch: <Value>(call: () => Promise<Result<Value>>) => Promise<Result<Value>>;
  /** Looks at the key once more. */
  compare: () => Promise<Result<KeyDetail>>;
  /** Back to what was being edited. */
  leave: () => void;
};

export function useMeanwhile(keyId: string): Meanwhile {
  const [theirs, setTheirs] = useState<KeyDetail | null>(null);
  const compare = useCallback(async () => {
    const result = await answer(bridge().inventoryKey({ keyId }));
    if (result.ok) setTheirs(result.value);
    return result;
  }, [keyId]);
  const watch = useCallback(
    async <Value>(call: () => Promise<Result<Value>>) => {
      const result = await call();
      if (!result.ok && result.error.code === 'stale') await compare();
      return result;
    },
    [compare],
  );
  const leave = useCallback(() => setTheirs(null), []);
  return { theirs, watch, compare, leave };
}
