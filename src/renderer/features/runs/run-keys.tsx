/** The two keys of a run, old and new, with the way to each. */
import type { Run } from '#shared/domain/rotation-run.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { goToScreen } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { selectKey } from '../inventory/selection-store.ts';
import styles from './run-keys.module.css';
import { oldKeyWords, twinWords } from './run-words.ts';

export function RunKeys({ run, now }: { run: Run; now: number }) {
  return (
    <dl className={styles.keys}>
      <Line label="Old key" runKey={run.old} says={oldKeyWords(run, now)} />
      {run.twin ? (
        <Line label="Twin" runKey={run.twin} says={twinWords(run)} />
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

function Line({ label, runKey, says }: { label: string; runKey: Run['old']; says: string }) {
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
