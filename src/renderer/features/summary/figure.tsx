/** One figure of the summary: a number that filters the table by what it counts. */
import { grouped } from '../../lib/plural.ts';
import styles from './figure.module.css';

export function Figure({
  label,
  count,
  pressed,
  tone,
  onPress,
}: {
  label: string;
  /** Null until it has been counted. */
  count: number | null;
  /** Whether the search holds what it filters by; left out for the one that only takes filters away. */
  pressed?: boolean;
  /** How a number other than nothing is meant. */
  tone?: 'warn' | 'bad';
  onPress: () => void;
}) {
  const colour = count !== null && count > 0 && tone ? styles[tone] : '';
  return (
    <button type="button" className={styles.figure} aria-pressed={pressed} onClick={onPress}>
      <span className={styles.label}>{label}</span> {/* A space as wide as a digit holds the place. */}
      <span className={`${styles.count} ${colour}`}>{count === null ? '\u2007' : grouped(count)}</span>
    </button>
  );
}
