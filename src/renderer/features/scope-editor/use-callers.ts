/** Who acts in these workspaces, as far as it is known here. */
import { useCallback, useEffect, useState } from 'react';
import type { Caller } from '#shared/domain/preflight.ts';
import { answer, bridge } from '../../lib/bridge.ts';

const nobody: readonly Caller[] = [];

/**
 * Empty until it is read, and from `overrule` on: what is known is as old as the last sync, and whoever knows better must
 * be able to try. Another workspace brings the rules back.
 */
export function useCallers(workspaceIds: readonly string[]): {
  callers: readonly Caller[];
  overrule: () => void;
} {
  const [known, setKnown] = useState<{ of: string; callers: readonly Caller[] }>({ of: '', callers: nobody });
  const wanted = JSON.stringify(workspaceIds);
  useEffect(() => {
    let isCurrent = true;
    const ids = JSON.parse(wanted) as string[];
    void answer(bridge().keysCallers({ workspaceIds: ids })).then((result) => {
      if (isCurrent && result.ok) setKnown({ of: wanted, callers: result.value });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  const overrule = useCallback(() => setKnown({ of: wanted, callers: nobody }), [wanted]);
  return { callers: known.of === wanted ? known.callers : nobody, overrule };
}
