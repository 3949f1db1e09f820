/**
 * Deletes a key, or puts it in quarantine first, which is what it offers where that is possible. Says what stops working
 * and whose work it is, in the frame of its workspace.
 */
import { useRef, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { defaultQuarantineDays } from '#shared/domain/quarantine.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { day } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { dismissToast } from '../../ui/toast.tsx';
import { rereadDetail } from '../inventory/details/detail-store.ts';
import { believePlan } from '../inventory/details/overruled-plans.ts';
import { DaysChoice } from '../quarantine/days-choice.tsx';
import { whyNoQuarantine } from '../quarantine/no-quarantine.ts';
import { confirmQuarantine } from '../quarantine/quarantine-actions.ts';
import { whenDue } from '../quarantine/quarantine-words.ts';
import styles from './delete-dialog.module.css';
import { EndingFacts, EndingKey } from './ending-facts.tsx';

const final =
  'Deleting is immediate and final. Whatever uses this key is refused from its next request on, and the key cannot be brought back.';

export function DeleteDialog({ subject }: { subject: KeyDetail }) {
  const cancel = useRef<HTMLButtonElement>(null);
  const now = useNow();
  const request = useRequest();
  const [days, setDays] = useState<number | null>(defaultQuarantineDays);
  const [planRefusal, setPlanRefusal] = useState<string | null>(null);
  const noQuarantine = planRefusal ?? whyNoQuarantine(subject);
  const offersQuarantine = noQuarantine === null && subject.quarantine === null;

  const deleteIt = async () => {
    const deleted = await request.run(() => bridge().keysDelete({ keyId: subject.id }));
    if (!deleted) return;
    dismissToast(subject.id);
    closeDialog();
  };
  const quarantineIt = async () => {
    if (days === null) return;
    const put = await request.run(async () => {
      const result = await bridge().quarantinePut({ keyId: subject.id, plan: { days } });
      if (!result.ok && result.error.code === 'plan') {
        setPlanRefusal(result.error.message);
        believePlan(subject.workspaceId);
        rereadDetail();
      }
      return result;
    });
    if (!put) return;
    closeDialog();
    confirmQuarantine(subject, put);
  };

  return (
    <Dialog
      title="Delete key"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      frame={`var(--workspace-${subject.workspaceColour})`}
      width="narrow"
      initialFocus={cancel}
      onClose={closeDialog}
      locked={request.busy}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button
            variant={offersQuarantine ? 'danger-quiet' : 'danger'}
            busy={request.busy}
            onClick={() => void deleteIt()}
          >
            Delete
          </Button>
          {offersQuarantine && (
            <Button
              variant="primary"
              busy={request.busy}
              disabled={days === null}
              onClick={() => void quarantineIt()}
            >
              Quarantine
            </Button>
          )}
        </>
      }
    >
      <EndingKey subject={subject} />
      {offersQuarantine ? (
        <>
          <p>
            Quarantine disables the key now and deletes it later; until then it comes back with one click.
            Delete is immediate and final. Either way, whatever uses this key is refused from its next request
            on.
          </p>
          <DaysChoice days={days} onDaysChange={setDays} now={now} />
        </>
      ) : (
        <p>{final}</p>
      )}
      {subject.quarantine && (
        <p>
          It is in quarantine and would be deleted on {day(subject.quarantine.due)} (
          {whenDue(subject.quarantine.due, now)}).{' '}
          {subject.quarantine.hold?.kind === 'ask' && subject.quarantine.hold.message}
        </p>
      )}
      {noQuarantine !== null && (
        <p className={styles.note}>There is no quarantine for this key. {noQuarantine}</p>
      )}
      <EndingFacts subject={subject} now={now} />
      <RequestNotice request={request} />
    </Dialog>
  );
}
