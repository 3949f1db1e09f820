/** The runs under way, for whoever does not look at one of them: the palette finds them, and a message tells what moved. */
import { create } from 'zustand';
import type { Run } from '#shared/domain/rotation-run.ts';
import { type DialogRequest, openDialog, useDialogs } from '../../app/dialogs.ts';
import { atMostEvery } from '../../lib/at-most-every.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showToast } from '../../ui/toast.tsx';
import { newsOf } from './run-news.ts';

/** Runs of each kind that are followed; whoever has more looks at the board. */
const most = 200;
/** Between two readings while many runs move at once, in milliseconds. */
const pause = 400;

export const useLiveRuns = create<{ runs: readonly Run[] }>(() => ({ runs: [] }));

/** Whoever has one of these open sees for themselves. */
const ownDialogs: ReadonlySet<DialogRequest['kind']> = new Set([
  'start-runs',
  'run',
  'run-question',
  'runs-together',
  'delete-together',
  'store-secret',
]);

/** Null where it could not be read: what is known stays. */
async function readLive(): Promise<Run[] | null> {
  const read = (state: 'running' | 'waiting') =>
    answer(bridge().runsRows({ workspaceId: null, state, offset: 0, limit: most }));
  const [running, waiting] = await Promise.all([read('running'), read('waiting')]);
  return running.ok && waiting.ok ? [...running.value.rows, ...waiting.value.rows] : null;
}

let latest = 0;

async function reread(): Promise<void> {
  latest += 1;
  const mine = latest;
  const before = useLiveRuns.getState().runs;
  const now = await readLive();
  if (!now || mine !== latest) return;
  const left = before.filter((run) => !now.some(({ id }) => id === run.id));
  // Its end is in no list of the living.
  const ended = await Promise.all(left.map(({ id }) => answer(bridge().runsGet({ runId: id }))));
  if (mine !== latest) return;
  useLiveRuns.setState({ runs: now });
  const after = [...now, ...ended.flatMap((result) => (result.ok ? [result.value] : []))];
  for (const run of after)
    tell(
      before.find(({ id }) => id === run.id),
      run,
    );
}

/** A run that moves behind the window's back is worth a word; where one is on screen it says so itself. */
function tell(before: Run | undefined, run: Run): void {
  const text = before && newsOf(before, run, Date.now());
  const open = useDialogs.getState().open?.kind;
  if (!text || (open && ownDialogs.has(open))) return;
  showToast({ text, about: run.id, show: () => openDialog({ kind: 'run', run }) });
}

/** Follows what main says; returns how to stop. */
export function followRuns(): () => void {
  void reread();
  return bridge().onRunsChanged(atMostEvery(pause, reread));
}
