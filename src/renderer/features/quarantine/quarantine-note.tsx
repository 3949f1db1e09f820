/** What the inspector says about a key in quarantine, with the ways out. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { day, howLong } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ActionButton } from '../inventory/details/action-button.tsx';
import { whyNoChange } from '../inventory/details/action-rules.ts';
import { showDetail } from '../inventory/details/detail-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './quarantine-note.module.css';
import { whenDue } from './quarantine-words.ts';

export function QuarantineNote({ detail }: { detail: KeyDetail }) {
  const now = useNow();
  const request = useRequest();
  const workspace = useWorkspace(detail.workspaceId);
  const { quarantine } = detail;
  // Of a key that is gone its own status says all.
  if (!quarantine || detail.status === 'vanished') return null;
  const { hold } = quarantine;
  const noChange = whyNoChange(detail, workspace);

  const restore = async () => {
    const restored = await request.run(() => bridge().quarantineRestore({ keyId: detail.id }));
    if (!restored) return;
    showDetail(restored);
    showToast({ text: `Restored ${detail.name || 'the key'}`, about: detail.id });
  };

  return (
    <div className={styles.note}>
      <Notice
        tone={hold ? 'warn' : 'info'}
        message={
          hold?.kind === 'ask'
            ? 'Quarantine ended, and this key was held back.'
            : `Quarantined: will be deleted on ${day(quarantine.due)}, ${whenDue(quarantine.due, now)}.`
        }
        hint={hold?.message ?? `In quarantine for ${howLong(quarantine.since, now)}${by(quarantine.by)}.`}
      >
        <ActionButton
          // Keeping what is enabled already changes nothing at the platform.
          reason={detail.disabled ? noChange : null}
          busy={request.busy}
          onPress={() => void restore()}
        >
          {detail.disabled ? 'Restore' : 'Keep this key'}
        </ActionButton>
        <ActionButton reason={noChange} onPress={() => openDialog({ kind: 'plan-deletion', key: detail })}>
          {detail.disabled ? 'Change date…' : 'Quarantine again…'}
        </ActionButton>
      </Notice>
      <RequestNotice request={request} />
    </div>
  );
}

function by(account: string | null): string {
  return account === null ? '' : `, put there by ${account}`;
}
