/** A policy for one key alone, or none of its own. */
import { useState } from 'react';
import { environmentLabels } from '#shared/domain/environment.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { type ChosenDays, daysText, isLonger } from '#shared/domain/policies.ts';
import { type Rotation, rotationOf } from '#shared/domain/rotation-due.ts';
import { dayText } from '#shared/domain/search/days.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { showToast, showUndoFailure } from '../../ui/toast.tsx';
import { rotationWords } from '../inventory/cell-words.ts';
import { showDetail } from '../inventory/details/detail-store.ts';
import { daysOfDraft, draftOfDays } from './policy-draft.ts';
import { PolicyField } from './policy-field.tsx';
import { ReasonField } from './reason-field.tsx';

export function KeyPolicyDialog({ subject }: { subject: KeyDetail }) {
  const { own, inherited } = subject.policy;
  const request = useRequest();
  const now = useNow();
  const [draft, setDraft] = useState(() => draftOfDays(own ? own.days : 'inherit', inherited));
  const [reason, setReason] = useState(own?.reason ?? '');
  const days = daysOfDraft(draft);
  const longer = days !== undefined && days !== 'inherit' && isLonger(days, inherited);

  const save = async () => {
    if (days === undefined) return;
    const said = days === 'inherit' ? '' : reason;
    const saved = await request.run(() =>
      bridge().policiesSetForKey({ keyId: subject.id, days, reason: said }),
    );
    if (!saved) return;
    closeDialog();
    showDetail(saved);
    showToast({
      text: `${subject.name || 'The key'} rotates ${daysText(saved.rotation.days)}`,
      about: subject.id,
      undo: () => void takeBack(subject),
    });
  };

  return (
    <Dialog
      title="Rotation policy"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      subject={subject.name}
      width="narrow"
      onClose={closeDialog}
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={request.busy} aria-disabled={days === undefined}>
            Save
          </Button>
        </>
      }
    >
      <PolicyField
        label="This key rotates"
        inheritLabel={inheritLabel(subject)}
        draft={draft}
        onChange={setDraft}
        hint={days === undefined ? '' : then(subject, days, now)}
      />
      {days !== 'inherit' && (
        <ReasonField
          value={reason}
          onChange={setReason}
          request={request}
          hint={
            longer
              ? `Needed: it lives longer than other ${environmentLabels[subject.environment]} keys.`
              : 'Goes into the key’s activity.'
          }
        />
      )}
      <RequestNotice request={request} fields={['reason']} />
    </Dialog>
  );
}

function inheritLabel({ environment, policy }: KeyDetail): string {
  if (environment === 'unassigned') return 'Not by a policy, without an environment';
  return `As its environment, ${environmentLabels[environment]}: ${daysText(policy.inherited)}`;
}

/** What comes of it, by the rule itself. */
function then(key: KeyDetail, days: ChosenDays, now: number): string {
  const rotation = {
    ...key.rotation,
    days: days === 'inherit' ? key.policy.inherited : days,
    from: days === 'inherit' ? ('environment' as const) : ('key' as const),
  };
  const next: Rotation = rotationOf({ ...key, rotation }, now);
  if (next.kind === 'due') return `Then due on ${dayText(next.day)} (${rotationWords(next)}).`;
  if (next.kind === 'snoozed')
    return `Then due on ${dayText(next.day)}; snoozed until ${dayText(next.until)}.`;
  if (next.kind === 'as-needed') return 'Then it never falls due by itself.';
  return `${rotationWords(next)}.`;
}

async function takeBack({ id, name, policy: { own } }: KeyDetail): Promise<void> {
  const result = await answer(
    bridge().policiesSetForKey({
      keyId: id,
      days: own ? own.days : 'inherit',
      reason: own?.reason ?? '',
    }),
  );
  if (!result.ok) {
    showUndoFailure([result.error.message, result.error.hint].filter(Boolean).join(' '));
    return;
  }
  showDetail(result.value);
  showToast({ text: `${name || 'The key'} has its policy of before`, about: id });
}
