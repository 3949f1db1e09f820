/** What saving would change: what the key gains and loses, in words, and what that means for whoever holds it. */
import type { GrantDiff } from '#shared/domain/grant-diff.ts';
import { ChangeList } from './change-list.tsx';
import styles from './grant-changes.module.css';

const wider = 'This widens the key: whoever holds it can do more as soon as it is saved.';
const narrower = 'Whatever relies on what is removed fails as soon as it is saved.';
const sameAbilities = 'The key can do the same as before.';

export function GrantChanges({ diff }: { diff: GrantDiff }) {
  return (
    <section className={styles.changes} aria-label="Changes" aria-live="polite">
      {diff.changed && (
        <>
          <ChangeList diff={diff} />
          <p className={styles.consequence}>{consequence(diff)}</p>
        </>
      )}
    </section>
  );
}

function consequence({ widens, lost, fullAccess, publicity }: GrantDiff): string {
  const narrows = lost.length > 0 || fullAccess === 'lost';
  if (!widens && !narrows && publicity === null) return sameAbilities;
  return [...(widens ? [wider] : []), ...(narrows ? [narrower] : [])].join(' ');
}
