/** One change over many keys: choose, look at what it would do, follow it, see what became of each key. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BulkAction, BulkActionKind, BulkJob } from '#shared/ipc/bulk.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import styles from './bulk-dialog.module.css';
import { dismissJob, keepJob } from './bulk-store.ts';
import { titleOf } from './bulk-words.ts';
import { ChooseDialog } from './choose-dialog.tsx';
import { JobDialog } from './job-dialog.tsx';

export function BulkDialog({
  action: kind,
  selection,
  count,
}: {
  action: BulkActionKind;
  selection: Selection;
  count: number;
}) {
  const [job, setJob] = useState<BulkJob | null>(null);
  const { request, plan } = usePlan(selection, setJob);

  if (job) return <JobDialog job={job} />;
  if (kind === 'disable' || kind === 'enable') {
    return <LookingDialog kind={kind} count={count} request={request} plan={plan} />;
  }
  return <ChooseDialog kind={kind} count={count} request={request} onChosen={plan} />;
}

/** Where there is nothing to choose: the dry run begins by itself. */
function LookingDialog({
  kind,
  count,
  request,
  plan,
}: {
  kind: 'disable' | 'enable';
  count: number;
  request: ReturnType<typeof useRequest>;
  plan: (action: BulkAction) => void;
}) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => plan({ kind }), [plan, kind]);
  return (
    <Dialog
      title={titleOf(kind)}
      subject={plural(count, 'key')}
      width="broad"
      initialFocus={cancel}
      onClose={closeDialog}
      footer={
        <Button ref={cancel} onClick={closeDialog}>
          Cancel
        </Button>
      }
    >
      {request.busy && <p className={styles.quiet}>Looking at {plural(count, 'key')}…</p>}
      <RequestNotice request={request}>
        <Button onClick={() => plan({ kind })}>Try again</Button>
      </RequestNotice>
    </Dialog>
  );
}

/** A dry run that comes when nobody waits for it any more is forgotten. */
function usePlan(selection: Selection, onPlanned: (job: BulkJob) => void) {
  const request = useRequest();
  const { run } = request;
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  const plan = useCallback(
    (action: BulkAction) => {
      const call = async () => {
        const result = await bridge().bulkPlan({ action, selection });
        if (result.ok && !isOpen.current) void dismissJob(result.value.id);
        return result;
      };
      void run(call).then((job) => {
        if (!job) return;
        keepJob(job);
        onPlanned(job);
      });
    },
    [run, selection, onPlanned],
  );
  return { request, plan };
}
