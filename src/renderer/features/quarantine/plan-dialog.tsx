/** Sets anew when a key in quarantine is deleted, counted from today. */
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
import { showToast } from '../../ui/toast.tsx';
import { showDetail } from '../inventory/details/detail-store.ts';
import { DaysChoice } from './days-choice.tsx';

export function PlanDialog({ subject }: { subject: KeyDetail }) {
  const cancel = useRef<HTMLButtonElement>(null);
  const now = useNow();
  const request = useRequest();
  const [days, setDays] = useState<number | null>(defaultQuarantineDays);

  const save = async () => {
    if (days === null) return;
    const planned = await request.run(() => bridge().quarantinePut({ keyId: subject.id, plan: { days } }));
    if (!planned?.quarantine) return;
    closeDialog();
    showDetail(planned);
    showToast({
      text: `${planned.name || 'The key'} will be deleted on ${day(planned.quarantine.due)}`,
      about: planned.id,
    });
  };

  return (
    <Dialog
      title={subject.disabled ? 'Change date' : 'Quarantine again'}
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      subject={subject.name}
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
          <Button variant="primary" busy={request.busy} disabled={days === null} onClick={() => void save()}>
            {subject.disabled ? 'Change date' : 'Quarantine'}
          </Button>
        </>
      }
    >
      <p>
        {subject.disabled
          ? 'Until then the key stays disabled, and can be restored.'
          : 'Somebody enabled this key again. It is disabled once more, now; whatever uses it is refused from then on.'}
      </p>
      <DaysChoice days={days} onDaysChange={setDays} now={now} />
      <RequestNotice request={request} />
    </Dialog>
  );
}
