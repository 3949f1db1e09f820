/** What somebody set, for all workspaces and for each of them; read once, when it is first shown. */
import { useEffect, useState } from 'react';
import type { Policy } from '#shared/domain/policies.ts';
import { answer, bridge } from '../../lib/bridge.ts';

/** Null until main has answered, and where it could not. */
export function usePolicies(): readonly Policy[] | null {
  const [policies, setPolicies] = useState<readonly Policy[] | null>(null);
  useEffect(() => {
    let shown = true;
    void answer(bridge().policiesList({})).then((result) => {
      if (shown && result.ok) setPolicies(result.value.policies);
    });
    return () => {
      shown = false;
    };
  }, []);
  return policies;
}
