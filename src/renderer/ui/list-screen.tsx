/** A screen that is a list: what it is, what went wrong while reading it, and the list or the sentence in place of one. */
import type { ReactNode } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { Button } from './button.tsx';
import styles from './list-screen.module.css';
import { Notice } from './notice.tsx';

type ListScreenProps = {
  header?: ReactNode;
  problem: ErrorInfo | null;
  onRetry: () => void;
  /** What stands there when nothing is listed; not beside a problem. */
  instead: ReactNode | false;
  /** In pixels: how far the list's own header may reach. */
  insteadBelow?: number;
  /** The list, with what lies over it. */
  children: ReactNode;
};

export function ListScreen({
  header,
  problem,
  onRetry,
  instead,
  insteadBelow = 32,
  children,
}: ListScreenProps) {
  return (
    <div className={styles.screen}>
      {header}
      {problem && (
        <div className={styles.problem}>
          <Notice tone="bad" urgent message={problem.message} hint={problem.hint}>
            <Button onClick={onRetry}>Try again</Button>
          </Notice>
        </div>
      )}
      <div className={styles.list}>
        {children}
        {instead && !problem && (
          <div className={styles.instead} style={{ top: insteadBelow }}>
            {instead}
          </div>
        )}
      </div>
    </div>
  );
}

/** The header of a screen that needs no more than its name and one sentence. */
export function ListHeader({ title, lead }: { title: string; lead: string }) {
  return (
    <header className={styles.header}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.lead}>{lead}</p>
    </header>
  );
}
