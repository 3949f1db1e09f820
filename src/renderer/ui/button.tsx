/** A push button in the four weights of this window; `primary` at most once on screen. */
import type { ButtonHTMLAttributes, Ref } from 'react';
import { useLate } from '../lib/use-late.ts';
import styles from './button.module.css';

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  variant?: 'primary' | 'plain' | 'danger' | 'danger-quiet' | 'link';
  /** An action is under way: presses are ignored, and a spinner appears if it takes long. The width stays. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

export function Button({
  variant = 'plain',
  busy = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const spinning = useLate(busy);
  return (
    <button
      {...rest}
      type={type}
      className={`${styles.button} ${styles[variant]} ${className ?? ''}`}
      // Not `disabled`: that would drop the focus, and with it a keyboard user's place.
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      <span className={spinning ? styles.hidden : styles.label}>{children}</span>
      {spinning && <span className={styles.spinner} aria-hidden="true" />}
    </button>
  );
}
