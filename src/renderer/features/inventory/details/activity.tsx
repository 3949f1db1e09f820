/** What was done to the key through Latchkey, newest first. */
import type { KeyActivity } from '#shared/domain/key.ts';
import { ago, exactTime } from '../../../lib/time.ts';
import { useNow } from '../../../lib/use-now.ts';
import styles from './activity.module.css';

/** The past tense only for what is known to have happened. */
const actionWords: Readonly<Record<KeyActivity['action'], { done: string; attempt: string }>> = {
  create: { done: 'Created', attempt: 'Creating' },
  rename: { done: 'Renamed', attempt: 'Renaming' },
  'edit-scope': { done: 'Scope edited', attempt: 'Editing the scope' },
  disable: { done: 'Disabled', attempt: 'Disabling' },
  enable: { done: 'Enabled', attempt: 'Enabling' },
  protect: { done: 'Protected', attempt: 'Protecting' },
  delete: { done: 'Deleted', attempt: 'Deleting' },
};

export function Activity({ entries }: { entries: readonly KeyActivity[] }) {
  const now = useNow();
  if (entries.length === 0) return <p className={styles.none}>Nothing was done to this key from here.</p>;
  return (
    <ol className={styles.list}>
      {[...entries]
        .sort((a, b) => b.at.localeCompare(a.at))
        .map((entry) => (
          <li key={`${entry.at} ${entry.action}`} className={styles.entry}>
            <div className={styles.heading}>
              <Outcome entry={entry} />
              <time className={styles.time} dateTime={entry.at} title={exactTime(entry.at)}>
                {ago(entry.at, now)}
              </time>
            </div>
            {entry.detail && <p className={styles.detail}>{entry.detail}</p>}
          </li>
        ))}
    </ol>
  );
}

function Outcome({ entry }: { entry: KeyActivity }) {
  const { done, attempt } = actionWords[entry.action];
  switch (entry.outcome) {
    case 'done':
      return <span>{done}</span>;
    case 'failed':
      return <span className={styles.failed}>{attempt} failed</span>;
    case 'open':
      return <span className={styles.open}>{attempt}: sent, no answer yet</span>;
  }
}
