/** A word on a quiet ground: a status, a scope, a tag. The colour supports the word and never replaces it. */
import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

export function Badge({
  tone = 'neutral',
  shrinks = false,
  mono = false,
  title,
  children,
}: {
  tone?: BadgeTone;
  /** Gives way with an ellipsis where space is short. */
  shrinks?: boolean;
  mono?: boolean;
  title?: string | undefined;
  children: ReactNode;
}) {
  const classes = [styles.badge, styles[tone], shrinks && styles.shrinks, mono && styles.mono];
  return (
    <span
      className={classes.filter(Boolean).join(' ')}
      title={title ?? (shrinks && typeof children === 'string' ? children : undefined)}
    >
      {children}
    </span>
  );
}
