/** Which key this one took the place of, which one took its place, and what is still missing of the old one. */
import type { ReactNode } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { Relative } from '#shared/domain/lineage.ts';
import { bridge } from '../../../lib/bridge.ts';
import { platformInSentence } from '../../../lib/platform-name.ts';
import { day, exactTime } from '../../../lib/time.ts';
import { useRequest } from '../../../lib/use-request.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RequestNotice } from '../../../ui/request-notice.tsx';
import { selectKey } from '../selection-store.ts';
import styles from './lineage.module.css';

export function hasLineage({ lineage }: KeyDetail): boolean {
  return lineage.replaces !== null || lineage.replacedBy !== null;
}

export function LineageLines({ detail }: { detail: KeyDetail }) {
  const { replaces, replacedBy } = detail.lineage;
  return (
    <>
      <dl className={styles.lines}>
        {replacedBy && <Line label="Replaced by" relative={replacedBy} />}
        {replaces && <Line label="Replaces" relative={replaces} />}
      </dl>
      {detail.status !== 'vanished' && <Owed key={detail.id} detail={detail} />}
    </>
  );
}

function Line({ label, relative }: { label: string; relative: Relative }) {
  const { keyId, name, remoteId, prefix, at } = relative;
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        <Handle>{remoteId}</Handle>
        <span className={styles.quiet}>
          {prefix && `${prefix}… · `}
          <span title={exactTime(at)}>rolled on {day(at)}</span>
        </span>
        {keyId ? (
          <Button
            variant="link"
            aria-label={`Show ${name || 'the key'} (${remoteId})`}
            onClick={() => void selectKey(keyId)}
          >
            Show
          </Button>
        ) : (
          <span className={styles.quiet}>not in the inventory any more</span>
        )}
      </dd>
    </div>
  );
}

function Handle({ children }: { children: ReactNode }) {
  return <code className={styles.handle}>{children}</code>;
}

/** Not all platforms carry metadata over; Latchkey does it then, and says where it could not. */
function Owed({ detail }: { detail: KeyDetail }) {
  const request = useRequest();
  const { owed } = detail.lineage;
  if (!owed) return null;
  const fields = owed.fields.join(', ');
  return (
    <Notice
      tone="warn"
      message={`Metadata of the replaced key is missing: ${fields}.`}
      hint={
        owed.problem
          ? [owed.problem.message, owed.problem.hint].filter(Boolean).join(' ')
          : `Latchkey writes it into the new key as soon as ${platformInSentence(detail.platform)} can be reached.`
      }
    >
      <Button
        busy={request.busy}
        onClick={() => void request.run(() => bridge().keysRestoreMetadata({ keyId: detail.id }))}
      >
        Restore now
      </Button>
      <RequestNotice request={request} />
    </Notice>
  );
}
