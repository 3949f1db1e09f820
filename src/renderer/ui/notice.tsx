/** Something the reader should know where they are looking: what happened, the next step, and at most a few actions. */
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert } as const;

export function Notice({
  tone = 'info',
  message,
  hint,
  urgent = false,
  banner = false,
  children,
}: {
  tone?: keyof typeof icons;
  message: ReactNode;
  hint?: ReactNode;
  /** Spoken at once: for the answer to something the reader just did. */
  urgent?: boolean;
  /** One line over the full width, without a frame. */
  banner?: boolean;
  /** Actions. */
  children?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div
      className={`${styles.notice} ${styles[tone]} ${banner ? styles.banner : styles.box}`}
      role={urgent ? 'alert' : undefined}
    >
      <Icon className={styles.icon} size={15} strokeWidth={2} aria-hidden="true" />
      <div className={styles.words}>
        <span className={styles.message}>{message}</span>
        {hint && <span className={styles.hint}> {hint}</span>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
