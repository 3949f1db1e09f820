/** Rotation runs as the window knows them: each is read when it is shown, and again whenever one of them changed. */
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../lib/bridge.ts';

/** By id. Kept for the session: a run that was seen once is drawn at once when it is opened again. */
const useKnown = create<{ runs: ReadonlyMap<string, Run> }>(() => ({ runs: new Map() }));

/** Takes what a call answered with, without waiting for the next reading. */
export function keepRun(run: Run): void {
  keepRuns([run]);
}

function keepRuns(list: readonly Run[]): void {
  useKnown.setState(({ runs }) => ({
    runs: new Map([...runs, ...list.map((run) => [run.id, run] as const)]),
  }));
}

/** The run as it is now; `known` until it was read. */
export function useRun(known: Run): { run: Run; problem: ErrorInfo | null } {
  const { id } = known;
  const run = useKnown(({ runs }) => runs.get(id)) ?? known;
  const problem = useFollowed(() => bridge().runsGet({ runId: id }), keepRun, id);
  return { run, problem };
}

/** The run this key is in, or was in last; null where there is none, and until that is known. */
export function useRunOfKey(keyId: string): Run | null {
  const [found, setFound] = useState<{ keyId: string; runId: string | null } | null>(null);
  const runId = found?.keyId === keyId ? found.runId : null;
  useFollowed(
    () => bridge().runsOfKey({ keyId }),
    ({ run }) => {
      if (run) keepRun(run);
      setFound({ keyId, runId: run?.id ?? null });
    },
    keyId,
  );
  return useKnown(({ runs }) => (runId === null ? null : (runs.get(runId) ?? null)));
}

/** Runs begun together with this one that are not over, itself among them; null until they were read. */
export function useRunsTogether(run: Run): { runs: readonly Run[] | null; problem: ErrorInfo | null } {
  const [ids, setIds] = useState<readonly string[] | null>(null);
  const problem = useFollowed(
    () => bridge().runsTogether({ runId: run.id }),
    (found) => {
      keepRuns(found.runs);
      // One that ended while it is looked at stays, at its last step.
      setIds((shown) => [...new Set([...(shown ?? []), ...found.runs.map(({ id }) => id)])]);
    },
    run.id,
  );
  const known = useKnown(({ runs }) => runs);
  return { runs: ids?.flatMap((id) => known.get(id) ?? []) ?? null, problem };
}

/** Reads while it is on screen, and after every change; answers why the last reading failed. */
function useFollowed<Value>(
  read: () => Promise<Result<Value>>,
  take: (value: Value) => void,
  subject: string,
): ErrorInfo | null {
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read, and what is done with it, follows from the subject
  useEffect(() => {
    let shown = true;
    let latest = 0;
    const reread = async () => {
      latest += 1;
      const mine = latest;
      const result = await answer(read());
      if (!shown || mine !== latest) return;
      setProblem(result.ok ? null : result.error);
      if (result.ok) take(result.value);
    };
    void reread();
    const stop = bridge().onRunsChanged(() => void reread());
    return () => {
      shown = false;
      stop();
    };
  }, [subject]);
  return problem;
}
