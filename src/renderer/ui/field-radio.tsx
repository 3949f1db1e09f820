/** Radio buttons that are fields: each covers what it stands in, draws its edge, and takes every press on it. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './field-radio.module.css';

export function RadioGroup({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** What it stands in is positioned, and what stands beside it too; `--field-radius` rounds it. */
export function FieldRadio(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return <input {...props} type="radio" className={styles.radio} />;
}
