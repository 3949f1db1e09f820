/** Checks a key's name with main while it is typed, a moment after the last keystroke. */
import { useEffect, useState } from 'react';
import { answer, bridge } from '../../lib/bridge.ts';

const pauseMs = 250;

/**
 * What is wrong with the name, or null. An untouched name is not checked: nobody has done anything wrong yet.
 * The last answer stays until the next one, so that a complaint does not flicker with every letter.
 */
export function useNameCheck(question: {
  workspaceId: string;
  name: string;
  /** The key that is being renamed, which may keep its own name. */
  exceptKeyId: string | null;
  touched: boolean;
}): string | null {
  const { workspaceId, name, exceptKeyId, touched } = question;
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!touched) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const result = await answer(bridge().keysCheckName({ workspaceId, name, exceptKeyId }));
      // A check that could not be made is no verdict on the name; main looks again before it sends anything.
      if (wanted) setProblem(result.ok ? result.value.problem : null);
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workspaceId, name, exceptKeyId, touched]);
  return problem;
}
