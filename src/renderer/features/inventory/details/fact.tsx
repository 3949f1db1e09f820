/** One line of the inspector: what it is called, and what it is. */
import type { ReactNode } from 'react';
import styles from './facts.module.css';

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label} title={label}>
        {label}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
