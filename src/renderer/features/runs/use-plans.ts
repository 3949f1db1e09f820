/** What a run of each key would be, read once when the start dialog opens. */
import { useEffect, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { RunPreview } from '#shared/ipc/runs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { type Request, useRequest } from '../../lib/use-request.ts';

/** `key`: what the inventory says of it; null where it went meanwhile. */
export type Plan = { preview: RunPreview; key: KeyDetail | null };

export function usePlans(keyIds: readonly string[]): { plans: readonly Plan[] | null; request: Request } {
  const [plans, setPlans] = useState<readonly Plan[] | null>(null);
  const request = useRequest();
  const { run } = request;
  useEffect(() => {
    const read = async () => {
      const preview = await run(() => bridge().runsPreview({ keyIds: [...keyIds], reason: 'planned' }));
      if (!preview) return;
      const keys = await Promise.all(
        preview.keys.map(({ keyId }) => answer(bridge().inventoryKey({ keyId }))),
      );
      setPlans(
        preview.keys.map((each, index) => {
          const found = keys[index];
          return { preview: each, key: found?.ok ? found.value : null };
        }),
      );
    };
    void read();
  }, [keyIds, run]);
  return { plans, request };
}
