import styles from './mark.module.css';

/** Latchkey's mark: a key's bow in a rounded square. Decoration, the name stands beside it. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <rect className={styles.ground} width="20" height="20" rx="5" />
      <g className={styles.key}>
        <circle cx="11" cy="8.5" r="3.5" />
        <path d="M7.5 6 V15" />
      </g>
    </svg>
  );
}
