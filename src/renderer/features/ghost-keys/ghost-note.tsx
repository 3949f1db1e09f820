import type { KeyDetail } from '#shared/domain/key.ts';
import { openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './ghost-note.module.css';

/** What the inspector says about a key whose secret is lost. */
export function GhostNote({ detail }: { detail: KeyDetail }) {
  if (!detail.secretLost || detail.status === 'vanished') return null;
  return (
    <div className={styles.note}>
      {detail.secretLost === 'undecided' ? (
        <Notice
          tone="warn"
          message="Its secret may be lost."
          hint="A key of this name was made from here, and its secret was never handed over."
        >
          <Button onClick={() => openDialog({ kind: 'ghost-keys' })}>Decide…</Button>
        </Notice>
      ) : (
        <Notice
          message="Kept without its secret."
          hint="It was never handed over, so nobody is known to have it."
        />
      )}
    </div>
  );
}
