import type { Grant } from '#shared/domain/grant.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import styles from './grant-sentence.module.css';

const opening = 'This key can';

/** The grant in one plain sentence, read out as it changes. */
export function GrantSentence({ grant }: { grant: Grant }) {
  const sentence = grantSentence(grant);
  return (
    <p className={styles.sentence} aria-live="polite">
      <strong className={styles.opening}>{opening}</strong>
      {sentence.slice(opening.length)}
    </p>
  );
}
