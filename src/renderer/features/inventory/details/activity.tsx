/** What happened to the key, newest first: what was done from here, and what syncs saw that others did. */
import type { ReactNode } from 'react';
import type { KeyChange } from '#shared/domain/change.ts';
import type { KeyActivity } from '#shared/domain/key.ts';
import { ago, exactTime } from '../../../lib/time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { isOfUse, whatHappened, wordsOf } from '../../changes/change-words.ts';
import styles from './activity.module.css';

/** The past tense only for what is known to have happened. */
const actionWords: Readonly<Record<KeyActivity['action'], { done: string; attempt: string }>> = {
  create: { done: 'Created', attempt: 'Creating' },
  rename: { done: 'Renamed', attempt: 'Renaming' },
  'edit-scope': { done: 'Scope edited', attempt: 'Editing the scope' },
  disable: { done: 'Disabled', attempt: 'Disabling' },
  enable: { done: 'Enabled', attempt: 'Enabling' },
  protect: { done: 'Protected', attempt: 'Protecting' },
  roll: { done: 'Rolled', attempt: 'Rolling' },
  restore: { done: 'Metadata restored', attempt: 'Restoring the metadata' },
  delete: { done: 'Deleted', attempt: 'Deleting' },
  quarantine: { done: 'Quarantine', attempt: 'Quarantine' },
  policy: { done: 'Rotation policy changed', attempt: 'Changing the rotation policy' },
  snooze: { done: 'Snooze', attempt: 'Snooze' },
  plan: { done: 'Rotation planned', attempt: 'Planning the rotation' },
  annotate: { done: 'Details changed', attempt: 'Changing the details' },
  share: { done: 'Details shared', attempt: 'Sharing the details' },
};

type Entry = { at: string; key: string; heading: ReactNode; detail: string };

/** `firstSeenAt`: where what Latchkey knows of the key begins. */
export function Activity({
  entries,
  changes,
  firstSeenAt,
}: {
  entries: readonly KeyActivity[];
  changes: readonly KeyChange[];
  firstSeenAt: string;
}) {
  const now = useNow();
  const all: Entry[] = [
    ...entries.map((entry) => ({
      at: entry.at,
      key: `${entry.at} ${entry.action}`,
      heading: <Outcome entry={entry} />,
      detail: detailOf(entry),
    })),
    ...changes.map((change) => ({
      at: change.at,
      key: `change ${change.seq}`,
      heading: <Elsewhere change={change} />,
      detail: whatHappened(change),
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <ol className={styles.list}>
      {all.map(({ at, key, heading, detail }) => (
        <li key={key}>
          <div className={styles.heading}>
            {heading}
            <When at={at} now={now} />
          </div>
          {detail && <p className={styles.detail}>{detail}</p>}
        </li>
      ))}
      <li className={styles.heading}>
        <span>First seen by Latchkey</span>
        <When at={firstSeenAt} now={now} />
      </li>
    </ol>
  );
}

function detailOf({ action, outcome, detail }: KeyActivity): string {
  // What it would have done is no news before it is known to have happened.
  if (outcome === 'open')
    return `Whether it happened shows at the next sync that reaches the platform: ${detail}`;
  // "Disabled." under "Disabled" says nothing more.
  return detail === `${actionWords[action].done}.` ? '' : detail;
}

function When({ at, now }: { at: string; now: number }) {
  return (
    <time className={styles.time} dateTime={at} title={exactTime(at)}>
      {ago(at, now)}
    </time>
  );
}

function Elsewhere({ change }: { change: KeyChange }) {
  return (
    <span>
      {wordsOf(change.what).done}
      {!isOfUse(change.what) && <span className={styles.elsewhere}> elsewhere</span>}
    </span>
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
      return <span className={styles.open}>{attempt}: waiting for an answer</span>;
  }
}
