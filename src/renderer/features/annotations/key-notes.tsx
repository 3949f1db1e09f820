/** What is noted about the key in the inspector. What nobody noted yet says what would be worth noting. */
import { type ReactNode, useState } from 'react';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { readLatchkeyField } from '#shared/domain/latchkey-field.ts';
import { openDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { Breakable } from '../../ui/breakable.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showDetail } from '../inventory/details/detail-store.ts';
import styles from './key-notes.module.css';

export function KeyNotes({ detail }: { detail: KeyDetail }) {
  const { owner, consumers, purpose, notes } = detail;
  return (
    <section className={styles.section} aria-label="Details">
      <div className={styles.heading}>
        <h3 className={styles.title}>Details</h3>
        <Button variant="link" onClick={() => openDialog({ kind: 'edit-details', key: detail })}>
          Edit details
        </Button>
      </div>
      {detail.sharing.problem && <NotWritten detail={detail} problem={detail.sharing.problem} />}
      {owner || consumers.length > 0 || purpose || notes ? (
        <dl className={styles.list}>
          <Note label="Owner" missing="Nobody yet: a person or a team">
            {owner && <Breakable text={owner} marks="@" />}
          </Note>
          <Note label="Used by" missing="Not noted: what needs it">
            {consumers.length > 0 && consumers.join(', ')}
          </Note>
          <Note label="Purpose" missing="Not noted: what it is for">
            {purpose}
          </Note>
          {notes && (
            <Note label="Notes">
              <span className={styles.notes}>{notes}</span>
            </Note>
          )}
        </dl>
      ) : (
        <p className={styles.missing}>Nothing noted yet: who owns this key, what uses it, and what for.</p>
      )}
      <Shared detail={detail} />
    </section>
  );
}

function Note({ label, missing = '', children }: { label: string; missing?: string; children: ReactNode }) {
  return (
    <div className={styles.note}>
      <dt className={styles.label}>{label}</dt>
      <dd className={children ? styles.value : styles.missing}>{children || missing}</dd>
    </div>
  );
}

/**
 * Only where the workspace shares: elsewhere there is nothing a person could be waiting for. *Written* is said of what
 * the key itself was seen to carry, and of nothing else.
 */
function Shared({ detail: { sharing, metadata } }: { detail: KeyDetail }) {
  const { on, unsent, problem } = sharing;
  if (!on || problem) return null;
  if (unsent) return <p className={styles.shared}>Being written into the key.</p>;
  if (readLatchkeyField(metadata).kind !== 'read') return null;
  return <p className={styles.shared}>Written into the key, where other administrators see it.</p>;
}

function NotWritten({ detail, problem }: { detail: KeyDetail; problem: ErrorInfo }) {
  const [busy, setBusy] = useState(false);
  if (!detail.sharing.on || !detail.sharing.unsent) return null;

  const tryAgain = async () => {
    setBusy(true);
    const result = await answer(bridge().annotationsShare({ keyId: detail.id }));
    setBusy(false);
    if (result.ok) showDetail(result.value);
  };
  return (
    <div className={styles.problem}>
      <Notice
        tone="warn"
        message="Kept here; not written to the platform."
        hint={[problem.message, problem.hint].filter(Boolean).join(' ')}
      >
        <Button busy={busy} onClick={() => void tryAgain()}>
          Write again
        </Button>
      </Notice>
    </div>
  );
}
