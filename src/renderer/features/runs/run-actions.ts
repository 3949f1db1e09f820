/** The ways into a rotation: begin one, open one, and go on to where its secret is handed over. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { type DialogRequest, openDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { showFailure } from '../../ui/toast.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { isLive } from './run-steps.ts';

/** Asks how, and begins; one key under way already is opened instead. */
export async function rotateKeys(keyIds: readonly string[]): Promise<void> {
  const [only, ...others] = keyIds;
  if (only === undefined) return;
  if (others.length === 0) {
    const result = await answer(bridge().runsOfKey({ keyId: only }));
    if (result.ok && result.value.run && isLive(result.value.run)) {
      openDialog({ kind: 'run', run: result.value.run });
      return;
    }
  }
  openDialog({ kind: 'start-runs', keyIds });
}

/** Opens a run, wherever one is. */
export async function openRun(runId: string): Promise<void> {
  const result = await answer(bridge().runsGet({ runId }));
  if (result.ok) openDialog({ kind: 'run', run: result.value });
  else showFailure([result.error.message, result.error.hint].filter(Boolean).join(' '));
}

/** Opens what hands the twin's secret over; afterwards `next` is on screen, which is the run itself else. */
export function handOver(run: Run, next: DialogRequest = { kind: 'run', run }): void {
  const workspace = useWorkspaces.getState().list?.find(({ id }) => id === run.workspaceId);
  const { twin, waits } = run;
  if (!workspace || !twin || waits?.kind !== 'hand-over' || !waits.handOver) return;
  openDialog({
    kind: 'store-secret',
    created: {
      keyId: twin.keyId ?? '',
      handOverId: waits.handOver.handOverId,
      name: twin.name,
      prefix: twin.prefix,
      hiddenLength: waits.handOver.hiddenLength,
    },
    workspace,
    next,
  });
}
