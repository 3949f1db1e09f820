/** A change that Latchkey's end broke off: nobody should have to wonder how far it got. */
import { answer, bridge } from '../../lib/bridge.ts';
import { grouped } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { dismissJob, inSight, keepJob, showJob, useBulk } from './bulk-store.ts';
import { notDone, titleOf } from './bulk-words.ts';

export function BulkBanner() {
  const jobs = useBulk((state) => state.jobs);
  const job = inSight(jobs).find(({ state }) => state === 'interrupted');
  if (!job) return null;
  const retry = async () => {
    const result = await answer(bridge().bulkRetry({ jobId: job.id }));
    if (result.ok) keepJob(result.value);
    showJob(result.ok ? result.value : job);
  };
  return (
    <Notice
      tone="warn"
      banner
      message="A bulk change was interrupted."
      hint={`${titleOf(job.action.kind, job.undo)}: ${grouped(job.counts.done)} done, ${grouped(notDone(job.counts))} not.`}
    >
      <Button variant="link" onClick={() => showJob(job)}>
        Show keys
      </Button>
      <Button variant="link" onClick={() => void retry()}>
        Retry
      </Button>
      <Button variant="link" onClick={() => void dismissJob(job.id)}>
        Dismiss
      </Button>
    </Notice>
  );
}
