/** What becomes of one key: its twin, what comes along, who has to switch. */
import type { ReactNode } from 'react';
import { grantSentence } from '#shared/domain/grant-text.ts';
import { listed } from '../../lib/listed.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './start-dialog.module.css';
import { comesAlong } from './start-words.ts';
import type { Plan } from './use-plans.ts';

export function Plans({ plan }: { plan: Plan }) {
  const { preview, key } = plan;
  if (preview.refusal) {
    return <Notice tone="bad" urgent message={preview.refusal.message} hint={preview.refusal.hint} />;
  }
  const { consumers } = preview;
  return (
    <>
      <p>
        A twin is made beside it, and both keys work until nothing uses the old one any more. Every step can
        be taken back until the old key is deleted.
      </p>
      <dl className={styles.facts}>
        <Fact term="Twin">
          <strong className={styles.name}>{preview.twinName}</strong>
        </Fact>
        <Fact term="Comes along">{comesAlong(plan)}</Fact>
        {key && <Fact term="Can do">{grantSentence(key.grant).replace(/^This key can /, 'Can ')}</Fact>}
        <Fact term="Consumers">
          {consumers.length > 0
            ? `${listed(consumers)}. Each is ticked off once it has the new secret.`
            : 'Nobody noted who uses this key. You say when everything has switched.'}
        </Fact>
      </dl>
    </>
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
