/** The ways on and back from where a run stands: one primary action, Undo, and taking everything back. */
import type { RefObject } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button, type ButtonProps } from '../../ui/button.tsx';
import { handOver } from './run-actions.ts';
import styles from './run-dialog.module.css';
import { currentStep, isLive } from './run-steps.ts';
import { isLost } from './run-words.ts';
import { keepRun } from './runs-store.ts';
import { canCancel, isEarly, type StepAction, stepAction } from './step-action.ts';

export function RunFooter({
  run,
  request,
  primary,
  close,
}: {
  run: Run;
  request: Request;
  primary: RefObject<HTMLButtonElement | null>;
  close: RefObject<HTMLButtonElement | null>;
}) {
  const now = useNow();
  const action = stepAction(run);
  const step = currentStep(run);
  const { busy } = request;

  async function act(): Promise<void> {
    if (!action || !step) return;
    if (action.kind === 'hand-over') handOver(run);
    else if (action.kind === 'ask') openDialog({ kind: 'run-question', run, question: action.question });
    else await carryOn();
  }

  async function carryOn(): Promise<void> {
    if (!step) return;
    const next = await request.run(() => bridge().runsCarryOn({ runId: run.id, step }));
    if (next) keepRun(next);
  }

  return (
    <>
      <div className={styles.left}>
        {canCancel(run) && (
          <Button
            variant="danger-quiet"
            aria-disabled={busy}
            onClick={() => !busy && openDialog({ kind: 'run-question', run, question: 'cancel' })}
          >
            Cancel rotation…
          </Button>
        )}
        {run.undo && (
          <Button
            aria-disabled={busy}
            onClick={() => !busy && openDialog({ kind: 'run-question', run, question: 'undo' })}
          >
            Undo…
          </Button>
        )}
      </div>
      <Button ref={close} variant={isLive(run) ? 'plain' : 'primary'} onClick={closeDialog}>
        {isLive(run) ? 'Close' : 'Done'}
      </Button>
      {isLost(run) && (
        <Button aria-disabled={busy} onClick={() => void carryOn()}>
          It was handed over
        </Button>
      )}
      {action && (
        <Button
          key={step}
          ref={primary}
          variant={weightOf(action, isEarly(run, now))}
          busy={busy}
          onClick={() => void act()}
        >
          {action.label}
        </Button>
      )}
    </>
  );
}

/** What time brings by itself is not what the eye should go to. */
function weightOf(action: StepAction, early: boolean): NonNullable<ButtonProps['variant']> {
  if (action.kind === 'ask' && action.question === 'delete') return early ? 'danger-quiet' : 'danger';
  return early ? 'plain' : 'primary';
}
