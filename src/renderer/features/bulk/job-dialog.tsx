/** A planned, running or ended change of many keys, in one dialog that stays while it moves on. */
import { useEffect, useRef, useState } from 'react';
import type { BulkJob } from '#shared/ipc/bulk.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { isDestructive } from './bulk-actions.ts';
import { dismissJob, forgetJob, keepJob, useBulkJob } from './bulk-store.ts';
import { meant, notDone, titleOf } from './bulk-words.ts';
import { DryRun } from './dry-run.tsx';
import { JobFooter } from './job-footer.tsx';
import { Outcome } from './outcome.tsx';
import { Progress } from './progress.tsx';
import { allTyped } from './slug-fields.tsx';
import { useBulkWorkspaces } from './use-bulk-workspaces.ts';

export function JobDialog({ job: known }: { job: BulkJob }) {
  const [shown, setShown] = useState(known);
  const job = useBulkJob(shown);
  const request = useRequest();
  const [slugs, setSlugs] = useState<Readonly<Record<string, string>>>({});
  const { state, counts } = job;
  const step = state === 'planned' || state === 'running' ? state : 'ended';
  // While it runs nothing of this is on screen.
  const version = step === 'running' ? step : `${job.id} ${state} ${Object.values(counts).join(' ')}`;
  const workspaces = useBulkWorkspaces(job.id, version);
  const concerned = (workspaces ?? []).filter((each) => meant(each.counts) > 0);
  const only = concerned.length === 1 ? concerned[0] : undefined;
  const needsSlugs = step === 'planned' && job.action.kind === 'delete' && counts.change > 1;

  // Cancel, or whatever leaves things as they are: the focus begins there at every step.
  const harmless = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is the reason to move the focus
  useEffect(() => harmless.current?.focus(), [step, job.id]);

  const close = () => {
    if (step === 'planned') void dismissJob(job.id);
    // What ended well has nothing left to say; main keeps it until it is undone or Latchkey ends.
    else if (step === 'ended' && notDone(counts) === 0) forgetJob(job.id);
    closeDialog();
  };
  const follow = (next: BulkJob | null) => {
    if (!next) return;
    keepJob(next);
    setShown(next);
  };
  const start = async () => follow(await request.run(() => bridge().bulkStart({ jobId: job.id, slugs })));
  const destroys = isDestructive(job.action.kind) && !job.undo && step !== 'ended';

  return (
    <Dialog
      title={titleOf(job.action.kind, job.undo)}
      subject={plural(meant(counts) || counts.nothing + counts.refused, 'key')}
      {...(only && { workspace: only })}
      {...(destroys && { frame: only ? `var(--workspace-${only.colour})` : 'var(--bad-solid)' })}
      width="broad"
      initialFocus={harmless}
      onClose={close}
      onSubmit={() => {
        if (step === 'planned' && counts.change > 0 && (!needsSlugs || allTyped(concerned, slugs)))
          void start();
      }}
      footer={
        <JobFooter
          job={job}
          step={step}
          harmless={harmless}
          request={request}
          ready={workspaces !== null && (!needsSlugs || allTyped(concerned, slugs))}
          onClose={close}
          onFollow={follow}
        />
      }
    >
      {step === 'planned' && (
        <DryRun
          job={job}
          workspaces={workspaces}
          slugs={needsSlugs ? slugs : null}
          onSlugsChange={setSlugs}
        />
      )}
      {step === 'running' && <Progress job={job} />}
      {step === 'ended' && <Outcome job={job} workspaces={workspaces} version={version} />}
      <RequestNotice request={request} />
    </Dialog>
  );
}
