/** Several lines of text; grows with what is in it, up to a point. */
import type { TextareaHTMLAttributes } from 'react';
import styles from './text-area.module.css';

export function TextArea(props: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea autoComplete="off" spellCheck={false} rows={3} {...props} className={styles.area} />;
}
