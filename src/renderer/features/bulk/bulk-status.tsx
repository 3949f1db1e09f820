import { plural } from '../../lib/plural.ts';
import styles from './bulk-status.module.css';
import { inSight, showJob, useBulk } from './bulk-store.ts';
import { ended, meant, statusWords } from './bulk-words.ts';

/** In the status bar: the change that runs, or one that left keys undone; opens its dialog. */
export function BulkStatus() {
  const jobs = useBulk((state) => state.jobs);
  // What was interrupted has a banner of its own.
  const [first, ...others] = inSight(jobs).filter(({ state }) => state !== 'interrupted');
  if (!first) return null;
  const more = others.length > 0 ? `, and ${plural(others.length, 'more')}` : '';
  return (
    <button type="button" className={styles.status} onClick={() => showJob(first)}>
      {first.state === 'running' && (
        <progress
          className={styles.bar}
          aria-hidden="true"
          max={Math.max(1, meant(first.counts))}
          value={ended(first.counts)}
        />
      )}
      <span className={styles.words}>
        {statusWords(first)}
        {more}
      </span>
    </button>
  );
}
