/** What a grant gains and loses, one line each. */
import type { GrantDiff } from '#shared/domain/grant-diff.ts';
import { roboflowLeaf } from '#shared/domain/roboflow-scopes.ts';
import styles from './change-list.module.css';
import { scopeWords } from './scope-words.ts';

const fullAccessWords = {
  gained: 'Gains full access: everything in the workspace, now and whatever is added later.',
  lost: 'Loses full access. From then on it can do what is chosen here and nothing else.',
} as const;
const publicityWords = {
  gained: 'Becomes public: anyone may hold it.',
  lost: 'Is no longer public. Copies that are out in the open keep working until the key is deleted.',
} as const;

type Differences = Pick<GrantDiff, 'gained' | 'lost' | 'fullAccess' | 'publicity'>;

export function ChangeList({ diff }: { diff: Differences }) {
  const { fullAccess, publicity } = diff;
  return (
    <ul className={styles.list}>
      {fullAccess && <Change gained={fullAccess === 'gained'} text={fullAccessWords[fullAccess]} />}
      {publicity && <Change gained={publicity === 'gained'} text={publicityWords[publicity]} />}
      {diff.gained.map((scope) => (
        <Change key={scope} gained text={`Adds: ${scopeWords(scope)}`} scope={scope} />
      ))}
      {diff.lost.map((scope) => (
        <Change key={scope} gained={false} text={`Removes: ${scopeWords(scope)}`} scope={scope} />
      ))}
    </ul>
  );
}

/** A line of such a list. */
export function Change({ gained, text, scope }: { gained: boolean; text: string; scope?: string }) {
  return (
    <li className={gained ? styles.gained : styles.lost}>
      <span className={styles.mark} aria-hidden="true">
        {gained ? '+' : '−'}
      </span>
      <span className={styles.text}>
        {text} {scope && roboflowLeaf(scope) && <code className={styles.scope}>{scope}</code>}
      </span>
    </li>
  );
}
