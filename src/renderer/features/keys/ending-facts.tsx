/** Which key ends, and whose work with it: what stops working, who uses it, and when it was used. */
import type { ReactNode } from 'react';
import { grantSentence } from '#shared/domain/grant-text.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import styles from './ending-facts.module.css';
import { createdInWords, lastUsedInWords } from './key-words.ts';

/** Which key it is about, with what of its secret everybody may see. */
export function EndingKey({ subject: { name, prefix } }: { subject: KeyDetail }) {
  return (
    <p className={styles.name}>
      {name || 'No name'}
      {prefix && <code className={styles.prefix}>{prefix}…</code>}
    </p>
  );
}

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

export function Fact({ term, children }: { term: string; children: ReactNode }) {
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
