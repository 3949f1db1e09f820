/** The two keys of a run, old and new, with the way to each. */
import type { ReactNode } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { goToScreen } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { selectKey } from '../inventory/selection-store.ts';
import styles from './run-keys.module.css';
import { oldKeyWords, twinWords } from './run-words.ts';
import { canReplaceTwin } from './step-action.ts';

export function RunKeys({ run, now }: { run: Run; now: number }) {
  return (
    <dl className={styles.keys}>
      <Line label="Old key" runKey={run.old} says={oldKeyWords(run, now)} />
      {run.twin ? (
        <Line label="Twin" runKey={run.twin} says={twinWords(run)}>
          {canReplaceTwin(run) && (
            <Button
              variant="link"
              onClick={() => openDialog({ kind: 'run-question', run, question: 'new-twin' })}
            >
              Secret lost?
            </Button>
          )}
        </Line>
      ) : (
        <div className={styles.line}>
          <dt className={styles.label}>Twin</dt>
          <dd className={styles.value}>
            <span className={styles.name}>{run.twinName}</span>
            <span className={styles.says}>{twinWords(run)}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Line({
  label,
  runKey,
  says,
  children,
}: {
  label: string;
  runKey: Run['old'];
  says: string;
  children?: ReactNode;
}) {
  const { keyId, name, prefix, remoteId } = runKey;
  const show = (id: string) => {
    closeDialog();
    goToScreen('inventory');
    void selectKey(id);
  };
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <span className={styles.name}>{name || 'No name'}</span>
        <code className={styles.handle} title={remoteId}>
          {prefix ? `${prefix}…` : remoteId}
        </code>
        <span className={styles.says}>{says}</span>
        {children}
        {keyId && (
          <Button
            variant="link"
            className={styles.show}
            aria-label={`Show ${label.toLowerCase()} ${name || remoteId}`}
            onClick={() => show(keyId)}
          >
            Show
          </Button>
        )}
      </dd>
    </div>
  );
}
