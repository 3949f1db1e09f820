/** What saving would change: what the key gains and loses, in words, and what that means for whoever holds it. */
import { cellOf } from '#shared/domain/datature-vi-access.ts';
import type { GrantDiff } from '#shared/domain/grant-diff.ts';
import { roboflowLeaf } from '#shared/domain/roboflow-scopes.ts';
import styles from './grant-changes.module.css';

const fullAccessWords = {
  gained: 'Gains full access: everything in the workspace, now and whatever is added later.',
  lost: 'Loses full access. From then on it can do what is chosen here and nothing else.',
} as const;
const publicityWords = {
  gained: 'Becomes public: anyone may hold it.',
  lost: 'Is no longer public. Copies that are out in the open keep working until the key is deleted.',
} as const;

const wider = 'This widens the key: whoever holds it can do more as soon as it is saved.';
const narrower = 'Whatever relies on what is removed fails as soon as it is saved.';
const sameAbilities = 'The key can do the same as before.';

export function GrantChanges({ diff }: { diff: GrantDiff }) {
  const { fullAccess, publicity } = diff;
  return (
    <section className={styles.changes} aria-label="Changes" aria-live="polite">
      {diff.changed && (
        <>
          <ul className={styles.list}>
            {fullAccess && <Change gained={fullAccess === 'gained'} text={fullAccessWords[fullAccess]} />}
            {publicity && <Change gained={publicity === 'gained'} text={publicityWords[publicity]} />}
            {diff.gained.map((scope) => (
              <Change key={scope} gained text={`Adds: ${wordsFor(scope)}`} scope={scope} />
            ))}
            {diff.lost.map((scope) => (
              <Change key={scope} gained={false} text={`Removes: ${wordsFor(scope)}`} scope={scope} />
            ))}
          </ul>
          <p className={styles.consequence}>{consequence(diff)}</p>
        </>
      )}
    </section>
  );
}

function Change({ gained, text, scope }: { gained: boolean; text: string; scope?: string }) {
  return (
    <li className={gained ? styles.gained : styles.lost}>
      <span className={styles.mark} aria-hidden="true">
        {gained ? '+' : '−'}
      </span>
      <span>
        {text} {scope && roboflowLeaf(scope) && <code className={styles.scope}>{scope}</code>}
      </span>
    </li>
  );
}

function wordsFor(scope: string): string {
  if (scope === 'project') return 'manage projects, upload datasets, train models, make predictions';
  if (scope === 'inference') return 'run trained models';
  const cell = cellOf(scope);
  if (cell) return cell.phrases.join(', ');
  const leaf = roboflowLeaf(scope);
  return leaf ? `${leaf.verb} ${leaf.object}` : scope;
}

function consequence({ widens, lost, fullAccess, publicity }: GrantDiff): string {
  const narrows = lost.length > 0 || fullAccess === 'lost';
  if (!widens && !narrows && publicity === null) return sameAbilities;
  return [...(widens ? [wider] : []), ...(narrows ? [narrower] : [])].join(' ');
}
