/** What ends with a key and whose work it is, as every dialog says it that deletes one. */
import type { ReactNode } from 'react';
import { grantSentence } from '#shared/domain/grant-text.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import styles from './delete-dialog.module.css';
import { createdInWords, lastUsedInWords } from './key-words.ts';

export function EndingFacts({ subject, now }: { subject: KeyDetail; now: number }) {
  const { consumers, owner } = subject;
  return (
    <dl className={styles.facts}>
      <Fact term="Stops working">{stopsWorking(subject)}</Fact>
      <Fact term="Used by">{consumers.length > 0 ? consumers.join(', ') : 'Nobody noted it'}</Fact>
      <Fact term="Last used">{lastUsedInWords(subject, now)}</Fact>
      <Fact term="Created">{createdInWords(subject)}</Fact>
      {owner !== null && <Fact term="Owner">{owner}</Fact>}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

/** The same words as the scope sentence, said as what ends. */
function stopsWorking({ grant, disabled }: KeyDetail): string {
  if (disabled) return 'Nothing right now: the key is disabled.';
  const can = grantSentence(grant).replace(/^This key can /, '');
  return `${can.charAt(0).toUpperCase()}${can.slice(1)}`;
}
