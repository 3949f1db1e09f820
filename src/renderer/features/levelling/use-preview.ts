/** What levelling would do, asked anew with every choice. */
import { useCallback, useEffect, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { LevellingPreview } from '#shared/ipc/levelling.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import type { Choice } from './level-choices.tsx';

type State = {
  /** Of the choice before while `busy`, so that nothing jumps; null until the first answer. */
  preview: LevellingPreview | null;
  busy: boolean;
  problem: ErrorInfo | null;
  /** Asks once more for the same. */
  again: () => void;
};

export function usePreview({ workspaceIds, tolerance, workdaysOnly, movePlanned }: Choice): State {
  const [state, setState] = useState<Omit<State, 'again'>>({ preview: null, busy: true, problem: null });
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `times` asks again for the same.
  useEffect(() => {
    let current = true;
    setState((before) => ({ ...before, busy: true }));
    const ids = workspaceIds === null ? null : [...workspaceIds];
    const asked = bridge().levellingPreview({ workspaceIds: ids, tolerance, workdaysOnly, movePlanned });
    void answer(asked).then((result) => {
      if (!current) return;
      setState(({ preview }) =>
        result.ok
          ? { preview: result.value, busy: false, problem: null }
          : { preview, busy: false, problem: result.error },
      );
    });
    return () => {
      current = false;
    };
  }, [workspaceIds, tolerance, workdaysOnly, movePlanned, times]);
  const again = useCallback(() => setTimes((count) => count + 1), []);
  return { ...state, again };
}
