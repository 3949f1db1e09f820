import type { Grant } from '#shared/domain/grant.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import styles from './grant-sentence.module.css';

const opening = 'This key can';

/** The grant in one plain sentence, read out as it changes. */
export function GrantSentence({ grant, folders = 0 }: { grant: Grant; folders?: number }) {
  const sentence = grantSentence(grant, folders);
  return (
    <p className={styles.sentence} aria-live="polite">
      <strong className={styles.opening}>{opening}</strong>
      {sentence.slice(opening.length)}
    </p>
  );
}
