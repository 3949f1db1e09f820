import { useEffect, useState } from 'react';
import type { BulkWorkspace } from '#shared/ipc/bulk.ts';
import { answer, bridge } from '../../lib/bridge.ts';

/** The workspaces of a job with their counts; null until they are read. `version`: changes when the counts may differ. */
export function useBulkWorkspaces(jobId: string, version: string): readonly BulkWorkspace[] | null {
  const [list, setList] = useState<readonly BulkWorkspace[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the reason to read again
  useEffect(() => {
    let isCurrent = true;
    void answer(bridge().bulkWorkspaces({ jobId })).then((result) => {
      if (isCurrent && result.ok) setList(result.value);
    });
    return () => {
      isCurrent = false;
    };
  }, [jobId, version]);
  return list;
}
