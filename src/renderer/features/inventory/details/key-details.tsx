/** The inspector: one key whole, with its actions. */
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { latchkeyFieldName, readLatchkeyField } from '#shared/domain/latchkey-field.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { KeyNotes } from '../../annotations/key-notes.tsx';
import { GhostNote } from '../../ghost-keys/ghost-note.tsx';
import { KeyUse } from '../../observations/key-use.tsx';
import { QuarantineNote } from '../../quarantine/quarantine-note.tsx';
import { RunNote } from '../../runs/run-note.tsx';
import { statusWords } from '../cell-words.ts';
import { Activity } from './activity.tsx';
import { CopyableId } from './copyable-id.tsx';
import { rereadDetail, useDetail } from './detail-store.ts';
import { Facts, Metadata } from './facts.tsx';
import { KeyActions } from './key-actions.tsx';
import styles from './key-details.module.css';
import { hasLineage, LineageLines } from './lineage.tsx';
import { ScopeSummary } from './scope-summary.tsx';

export function KeyDetails({
  regionRef,
  onLeave,
  onClose,
}: {
  regionRef: RefObject<HTMLElement | null>;
  /** Escape was pressed, or the key and with it the focus went away. */
  onLeave: () => void;
  /** Where the inspector is there only while it is wanted. */
  onClose?: (() => void) | undefined;
}) {
  const { detail, problem } = useDetail();
  const keyId = detail?.id;

  // A deleted key takes its buttons with it; whoever was on one of them goes on in the table.
  useEffect(() => {
    if (keyId === undefined) return undefined;
    return () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) onLeave();
      });
    };
  }, [keyId, onLeave]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  }

  return (
    <section
      ref={regionRef}
      className={styles.region}
      aria-label="Key details"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {onClose && (
        <button type="button" className={styles.close} aria-label="Close details" onClick={onClose}>
          <X size={15} aria-hidden="true" />
        </button>
      )}
      {detail ? (
        <Detail key={detail.id} detail={detail} />
      ) : problem ? (
        <div className={styles.scroller}>
          <Notice tone="bad" message={problem.message} hint={problem.hint}>
            <Button onClick={rereadDetail}>Try again</Button>
          </Notice>
        </div>
      ) : (
        <EmptyState title="No key open">
          Choose a row to see what a key may do, who made it, and what can be done with it.
        </EmptyState>
      )}
    </section>
  );
}

function Detail({ detail }: { detail: KeyDetail }) {
  const status = statusWords(detail);
  const foreign = foreignMetadata(detail.metadata);
  return (
    <>
      {/* Focusable, since a region that scrolls must do so from the keyboard as well. */}
      <div className={styles.scroller}>
        <header className={styles.header}>
          <div className={styles.identity}>
            <h2 className={styles.name}>{detail.name || 'No name'}</h2>
            <p className={styles.handles}>
              {detail.prefix && <span title="Visible beginning of the secret">{detail.prefix}… · </span>}
              <CopyableId id={detail.remoteId} />
            </p>
          </div>
          <div className={styles.badges}>
            <Badge tone={status.tone} title={status.meaning}>
              {status.label}
            </Badge>
            {detail.thisLogin && (
              <Badge tone="accent" title={`Latchkey signs in to ${detail.workspaceName} with this key.`}>
                This login
              </Badge>
            )}
          </div>
        </header>
        <RunNote detail={detail} />
        <QuarantineNote detail={detail} />
        <GhostNote detail={detail} />
        <Facts detail={detail} />
        <KeyUse detail={detail} />
        <KeyNotes key={detail.id} detail={detail} />
        <Section title="Scope">
          <ScopeSummary grant={detail.grant} folders={detail.folderIds.length} />
        </Section>
        {hasLineage(detail) && (
          <Section title="Lineage">
            <LineageLines detail={detail} />
          </Section>
        )}
        {Object.keys(foreign).length > 0 && (
          <Section title="Metadata">
            <Metadata metadata={foreign} />
          </Section>
        )}
        <Section title="Activity">
          <Activity entries={detail.activity} changes={detail.changes} firstSeenAt={detail.firstSeenAt} />
        </Section>
      </div>
      <KeyActions detail={detail} />
    </>
  );
}

/** Our own field is shown as what it says; one that cannot be read is shown as it came. */
function foreignMetadata(metadata: KeyDetail['metadata']): KeyDetail['metadata'] {
  if (readLatchkeyField(metadata).kind !== 'read') return metadata;
  const { [latchkeyFieldName]: _ours, ...foreign } = metadata;
  return foreign;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.sectionTitle}>{title}</h3>
      {children}
    </section>
  );
}
