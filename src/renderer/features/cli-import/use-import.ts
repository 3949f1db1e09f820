/** Imports the chosen workspaces one after the other, so that each has its own result as soon as it is there. */
import { useEffect, useRef, useState } from 'react';
import type { CliFilePlace, CliWorkspace } from '#shared/ipc/cli-import.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';
import type { ImportLine, ImportState } from './cli-words.ts';

export type Importing = {
  /** Null before the first import. */
  lines: readonly ImportLine[] | null;
  busy: boolean;
  start: (place: CliFilePlace, baseUrl: string, workspaces: readonly CliWorkspace[]) => Promise<void>;
  /** Those that were refused or stopped, once more. */
  retry: (place: CliFilePlace, baseUrl: string) => Promise<void>;
  /** The one under way is broken off, and those behind it are not begun. */
  stop: () => void;
  reset: () => void;
};

export function useImport(): Importing {
  const [lines, setLines] = useState<readonly ImportLine[] | null>(null);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);
  const running = useRef(false);

  const set = (id: string, state: ImportState) =>
    setLines((all) => all?.map((line) => (line.workspace.id === id ? { ...line, state } : line)) ?? null);

  async function run(place: CliFilePlace, baseUrl: string, workspaces: readonly CliWorkspace[]) {
    if (running.current) return;
    running.current = true;
    stopped.current = false;
    setBusy(true);
    for (const { id, slug } of workspaces) {
      if (stopped.current) {
        set(id, { kind: 'stopped' });
        continue;
      }
      set(id, { kind: 'checking' });
      const result = await answer(bridge().cliImportConnect({ place, id, slug, baseUrl }));
      if (result.ok) {
        const { outcome, keptIn } = result.value;
        set(id, outcome === 'already' ? { kind: 'already' } : { kind: 'connected', keptIn });
      } else {
        const { error } = result;
        set(id, error.code === 'cancelled' ? { kind: 'stopped' } : { kind: 'refused', error });
      }
    }
    await loadWorkspaces();
    running.current = false;
    setBusy(false);
  }

  const stop = () => {
    if (!running.current) return;
    stopped.current = true;
    void answer(bridge().cliImportStop({}));
  };
  const stopLast = useRef(stop);
  stopLast.current = stop;
  // A dialog that is closed takes its work with it.
  useEffect(() => () => stopLast.current(), []);

  return {
    lines,
    busy,
    async start(place, baseUrl, workspaces) {
      setLines(workspaces.map((workspace) => ({ workspace, state: { kind: 'waiting' } })));
      await run(place, baseUrl, workspaces);
    },
    async retry(place, baseUrl) {
      const again = (lines ?? []).filter(({ state }) => state.kind === 'refused' || state.kind === 'stopped');
      for (const { workspace } of again) set(workspace.id, { kind: 'waiting' });
      await run(
        place,
        baseUrl,
        again.map(({ workspace }) => workspace),
      );
    },
    stop,
    reset: () => setLines(null),
  };
}
