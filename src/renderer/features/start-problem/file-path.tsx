import styles from './start-problem.module.css';

/** A path in full, to be selected and copied: it is longer than a line and must not be cut. */
export function FilePath({ label, path }: { label: string; path: string }) {
  return (
    <p className={styles.file}>
      <span className={styles.fileLabel}>{label}</span>
      <code className={styles.path}>{path}</code>
    </p>
  );
}
