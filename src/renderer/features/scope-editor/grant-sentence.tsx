import type { Grant } from '#shared/domain/grant.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import styles from './grant-sentence.module.css';

const opening = 'This key can';

const asLogin = `${opening} do what the key of this login can. Latchkey does not know that key.`;

/** The grant in one plain sentence, read out as it changes; null: that of the login's own key, which is not known. */
export function GrantSentence({ grant, folders = 0 }: { grant: Grant | null; folders?: number }) {
  const sentence = grant ? grantSentence(grant, folders) : asLogin;
  return (
    <p className={styles.sentence} aria-live="polite">
      <strong className={styles.opening}>{opening}</strong>
      {sentence.slice(opening.length)}
    </p>
  );
}
