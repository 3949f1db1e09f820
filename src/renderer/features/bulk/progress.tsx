import type { BulkJob } from '#shared/ipc/bulk.ts';
import { grouped } from '../../lib/plural.ts';
import { useCountdown } from '../../lib/use-countdown.ts';
import styles from './bulk-dialog.module.css';
import { ended, meant, runningWords } from './bulk-words.ts';

/** How far it is. What a screen reader hears is the bar's own value; the rest is not spoken at every key. */
export function Progress({ job }: { job: BulkJob }) {
  const { counts } = job;
  const [done, all] = [ended(counts), meant(counts)];
  const missed = counts.failed + counts.unsure;
  return (
    <div className={styles.progress}>
      <p className={styles.progressWords}>
        <span>{runningWords(job)}</span>
        <span className={styles.figures}>
          {grouped(done)} of {grouped(all)}
          {missed > 0 && <span className={styles.missed}> · {grouped(missed)} failed</span>}
        </span>
      </p>
      <progress className={styles.bar} aria-label={runningWords(job)} max={Math.max(1, all)} value={done} />
      <p className={styles.quiet} aria-live="polite">
        {job.stopping ? 'Stopping: what is under way ends, nothing more is sent.' : <Waiting job={job} />}
      </p>
    </div>
  );
}

function Waiting({ job: { waitingUntil } }: { job: BulkJob }) {
  const seconds = useCountdown(waitingUntil === null ? 0 : Date.parse(waitingUntil));
  if (seconds === 0) return 'You can close this: it goes on by itself.';
  return `The platform asked to slow down. It goes on in ${seconds} s.`;
}
