/** Lets keys rest for some days, with a reason. It ends by itself. */
import { useRef, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { mostSnoozeDays } from '#shared/domain/key-rotation.ts';
import { dateOf, dayOf, dayText } from '#shared/domain/search/days.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { plural } from '../../lib/plural.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberChoice } from '../../ui/number-choice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { ReasonField } from './reason-field.tsx';
import { confirmSnooze } from './snooze-actions.ts';

const offered = [7, 14, 30].map((value) => ({ value, label: `${value} days` }));

export function SnoozeDialog({
  selection,
  count,
  subject,
}: {
  selection: Selection;
  count: number;
  /** The one key that is meant, where it is one. */
  subject: KeyDetail | null;
}) {
  const form = useRef<HTMLInputElement>(null);
  const request = useRequest();
  const today = dayOf(useNow());
  const [days, setDays] = useState<number | null>(7);
  const [reason, setReason] = useState('');

  const save = async () => {
    if (days === null) return;
    const until = today + days;
    const done = await request.run(() =>
      bridge().policiesSnooze({ selection, until: dateOf(until), reason }),
    );
    if (!done) return;
    closeDialog();
    confirmSnooze(done, until, subject?.name);
  };

  return (
    <Dialog
      title="Snooze"
      {...(subject
        ? {
            workspace: { colour: subject.workspaceColour, name: subject.workspaceName },
            subject: subject.name,
          }
        : { subject: plural(count, 'key') })}
      width="narrow"
      initialFocus={form}
      onClose={closeDialog}
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={request.busy} aria-disabled={days === null}>
            Snooze
          </Button>
        </>
      }
    >
      <p>
        Nobody is reminded, and {count === 1 ? 'it counts' : 'they count'} as neither due nor overdue. The day
        on which {count === 1 ? 'it is' : 'they are'} due stays what it is.
      </p>
      <NumberChoice
        label="Rest for"
        unit="days"
        numberLabel="Number of days"
        offered={offered}
        least={1}
        most={mostSnoozeDays}
        value={days}
        onValueChange={setDays}
        note={days !== null && `Ends by itself on ${dayText(today + days)}.`}
      />
      <ReasonField
        ref={form}
        value={reason}
        onChange={setReason}
        request={request}
        hint="Why this can wait. Goes into the key’s activity."
      />
      <RequestNotice request={request} fields={['reason']} />
    </Dialog>
  );
}
