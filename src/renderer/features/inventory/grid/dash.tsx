import styles from './cells.module.css';

/** Nothing to say is drawn as a dash and spoken as the reason. */
export function Dash({ meaning }: { meaning: string }) {
  return (
    <span className={styles.quiet} title={meaning}>
      <span aria-hidden="true">—</span>
      <span className="visually-hidden">{meaning}</span>
    </span>
  );
}
