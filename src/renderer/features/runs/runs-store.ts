/** Rotation runs as the window knows them: each is read when it is shown, and again whenever one of them changed. */
import { useEffect, useMemo, useState } from 'react';
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { Result } from '#shared/ipc/define.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { isLive } from './run-steps.ts';

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

/**
 * Runs begun together with this one, itself among them; null until they were read. One that ended since Latchkey was
 * started stays among them, at its end.
 */
export function useRunsTogether({ id: runId, togetherId }: Run): {
  runs: readonly Run[] | null;
  problem: ErrorInfo | null;
} {
  const [read, setRead] = useState(false);
  const problem = useFollowed(
    () => readTogether(runId, togetherId),
    (found) => {
      keepRuns(found);
      setRead(true);
    },
    runId,
  );
  const known = useKnown(({ runs }) => runs);
  const runs = useMemo(() => ofTogether(known, togetherId), [known, togetherId]);
  return { runs: read ? runs : null, problem };
}

function ofTogether(known: ReadonlyMap<string, Run>, togetherId: string | null): Run[] {
  return [...known.values()].filter((run) => run.togetherId === togetherId);
}

/** Main answers with the living alone; how the others ended is asked one by one. */
async function readTogether(runId: string, togetherId: string | null): Promise<Result<Run[]>> {
  const result = await bridge().runsTogether({ runId });
  if (!result.ok) return result;
  const { runs: live } = result.value;
  const left = ofTogether(useKnown.getState().runs, togetherId).filter(
    (run) => isLive(run) && !live.some(({ id }) => id === run.id),
  );
  const ended = await Promise.all(left.map(({ id }) => answer(bridge().runsGet({ runId: id }))));
  return { ok: true, value: [...live, ...ended.flatMap((each) => (each.ok ? [each.value] : []))] };
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
