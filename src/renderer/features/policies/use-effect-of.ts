/** What the choices on screen would move, asked anew at each change of them. */
import { useEffect, useState } from 'react';
import type { PolicyEffect } from '#shared/domain/policies.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { answer, bridge } from '../../lib/bridge.ts';

type Choices = CallOutput<'policies.set'>['before'];

/** Null until main has answered, and where there is nothing to ask. */
export function useEffectOf(workspaceId: string | null, choices: Choices): PolicyEffect | null {
  const asked = JSON.stringify(choices);
  const [known, setKnown] = useState<{ asked: string; effect: PolicyEffect } | null>(null);
  useEffect(() => {
    const wanted = JSON.parse(asked) as Choices;
    if (wanted.length === 0) return undefined;
    let latest = true;
    void answer(bridge().policiesPreview({ workspaceId, choices: wanted })).then((result) => {
      if (latest && result.ok) setKnown({ asked, effect: result.value });
    });
    return () => {
      latest = false;
    };
  }, [workspaceId, asked]);
  return known?.asked === asked ? known.effect : null;
}
