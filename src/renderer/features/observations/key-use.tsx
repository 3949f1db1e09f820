/** How a key is used, in the inspector: in words and as a strip. Not there where its platform tells nothing. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { stripOf } from '#shared/domain/use-strip.ts';
import { useNow } from '../../lib/use-now.ts';
import { Badge } from '../../ui/badge.tsx';
import styles from './key-use.module.css';
import { useObservations } from './use-observations.ts';
import { UseStrip } from './use-strip.tsx';
import { wordsOfUse } from './use-words.ts';

export function KeyUse({ detail }: { detail: KeyDetail }) {
  const observations = useObservations(detail.id);
  const now = useNow();
  const { kind } = detail.lastUsed;
  if (kind === 'not-reported' || kind === 'not-seen') return null;
  const words = observations && wordsOfUse(detail, observations, now);
  return (
    <section className={styles.use}>
      <div className={styles.heading}>
        <h3 className={styles.title}>Use</h3>
        {words?.state && (
          <Badge tone={words.state.tone} title={words.state.meaning}>
            {words.state.label}
          </Badge>
        )}
      </div>
      <p className={styles.sentence}>{words?.sentence}</p>
      {observations && <UseStrip days={stripOf(observations, now)} />}
    </section>
  );
}
