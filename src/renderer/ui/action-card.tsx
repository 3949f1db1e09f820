import { useId } from 'react';
import styles from './action-card.module.css';

/** An action that needs a word of explanation. The whole card takes the press; only the first line is its name. */
export function ActionCard({
  label,
  description,
  primary = false,
  mono = false,
  expanded,
  onPress,
}: {
  label: string;
  description: string;
  primary?: boolean;
  /** The description is something to type. */
  mono?: boolean;
  /** For an action that opens something below it: whether that is open. */
  expanded?: boolean;
  onPress: () => void;
}) {
  const id = useId();
  return (
    <div className={`${styles.card} ${primary ? styles.primary : ''}`}>
      <button
        type="button"
        className={styles.button}
        aria-describedby={id}
        aria-expanded={expanded}
        onClick={onPress}
      >
        {label}
      </button>
      <span id={id} className={`${styles.description} ${mono ? styles.mono : ''}`}>
        {description}
      </span>
    </div>
  );
}
