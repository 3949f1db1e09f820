/** What is known about a compromised key: read while it is on screen, and after every change of a run. */
import { useEffect, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Incident } from '#shared/domain/incident.ts';
import { answer, bridge } from '../../lib/bridge.ts';

export function useIncident(runId: string): {
  incident: Incident | null;
  keep: (incident: Incident) => void;
  problem: ErrorInfo | null;
} {
  const [incident, keep] = useState<Incident | null>(null);
  const [problem, setProblem] = useState<ErrorInfo | null>(null);
  useEffect(() => {
    let shown = true;
    let latest = 0;
    const read = async () => {
      latest += 1;
      const mine = latest;
      const result = await answer(bridge().incidentsGet({ runId }));
      if (!shown || mine !== latest) return;
      setProblem(result.ok ? null : result.error);
      if (result.ok) keep(result.value.incident);
    };
    void read();
    const stop = bridge().onRunsChanged(() => void read());
    return () => {
      shown = false;
      stop();
    };
  }, [runId]);
  return { incident, keep, problem };
}
