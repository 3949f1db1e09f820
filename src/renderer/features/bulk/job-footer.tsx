import type { RefObject } from 'react';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import type { Request } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { isDestructive } from './bulk-actions.ts';
import styles from './bulk-dialog.module.css';
import { dismissJob } from './bulk-store.ts';
import { notDone, pressWords } from './bulk-words.ts';

/** The ways on from each step; the harmless one is named first and has the focus. */
export function JobFooter({
  job,
  step,
  harmless,
  request,
  ready,
  onClose,
  onFollow,
}: {
  job: BulkJob;
  step: 'planned' | 'running' | 'ended';
  harmless: RefObject<HTMLButtonElement | null>;
  request: Request;
  /** Everything that has to be read or typed before it begins is. */
  ready: boolean;
  onClose: () => void;
  onFollow: (job: BulkJob | null) => void;
}) {
  const { id: jobId, counts } = job;
  const { kind } = job.action;
  const left = notDone(counts);

  if (step === 'planned') {
    return (
      <>
        <Button ref={harmless} onClick={onClose}>
          {counts.change > 0 ? 'Cancel' : 'Close'}
        </Button>
        {counts.change > 0 && (
          <Button
            type="submit"
            variant={isDestructive(kind) ? 'danger' : 'primary'}
            busy={request.busy}
            disabled={!ready}
          >
            {pressWords(kind, counts.change)}
          </Button>
        )}
      </>
    );
  }

  if (step === 'running') {
    const stop = async () => onFollow(await request.run(() => bridge().bulkStop({ jobId })));
    return (
      <>
        <Button ref={harmless} onClick={onClose}>
          Continue in the background
        </Button>
        <Button busy={job.stopping || request.busy} onClick={() => void stop()}>
          Stop
        </Button>
      </>
    );
  }

  const retry = async () => onFollow(await request.run(() => bridge().bulkRetry({ jobId })));
  const undo = async () => onFollow(await request.run(() => bridge().bulkUndo({ jobId })));
  const dismiss = () => {
    void dismissJob(jobId);
    closeDialog();
  };
  return (
    <>
      {left > 0 && (
        <Button className={styles.apart} onClick={dismiss}>
          Dismiss
        </Button>
      )}
      {job.undoable && (
        <Button busy={request.busy} onClick={() => void undo()}>
          Undo
        </Button>
      )}
      <Button ref={harmless} onClick={onClose}>
        Close
      </Button>
      {left > 0 && (
        <Button variant="primary" busy={request.busy} onClick={() => void retry()}>
          Retry {plural(left, 'key')}
        </Button>
      )}
    </>
  );
}
