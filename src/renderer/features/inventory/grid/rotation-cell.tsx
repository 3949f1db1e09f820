import type { KeyRow } from '#shared/domain/key.ts';
import { rotationOf } from '#shared/domain/rotation-due.ts';
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { rotationWords } from '../cell-words.ts';
import cells from './cells.module.css';
import { Dash } from './dash.tsx';
import styles from './rotation-cell.module.css';

/** How much of its time a key has used up, as a bar, and how many days it has left. */
export function RotationCell({ row, now }: { row: KeyRow; now: number }) {
  const rotation = rotationOf(row, now);
  const words = rotationWords(rotation);
  if (rotation.kind === 'as-needed') return <span className={cells.quiet}>{words}</span>;
  if (rotation.kind !== 'due') return <Dash meaning={words} />;
  const { daysLeft, ofDays } = rotation;
  const used = Math.min(1, Math.max(0, (ofDays - daysLeft) / ofDays));
  const tone = daysLeft < 0 ? styles.bad : daysLeft <= dueSoonDays ? styles.warn : styles.good;
  return (
    <span className={`${styles.rotation} ${tone}`} title={`Every ${ofDays} days`}>
      <span className={styles.bar} aria-hidden="true">
        <span className={styles.used} style={{ width: `${Math.round(used * 100)}%` }} />
      </span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}
