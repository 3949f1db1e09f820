/**
 * Marks a key as compromised: says what stops working and what follows, in the frame of its workspace. Its secret ends first,
 * then it is replaced.
 */
import { useRef, useState } from 'react';
import { mostWhatHappened } from '#shared/domain/incident.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { IncidentPlan } from '#shared/ipc/incidents.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { EndingFacts, EndingKey } from '../keys/ending-facts.tsx';
import { keepRun } from '../runs/runs-store.ts';
import { canOnlyDelete, endingWords, underWayWords, wayOut } from './compromised-words.ts';

export function CompromisedDialog({ subject, plan }: { subject: KeyDetail; plan: IncidentPlan }) {
  const cancel = useRef<HTMLButtonElement>(null);
  const now = useNow();
  const request = useRequest();
  const [whatHappened, setWhatHappened] = useState('');
  const { refusal, warnings, underWay } = plan;
  const isTwin = underWay?.as === 'twin';
  const taken = underWayWords(plan);

  const start = async () => {
    const run = await request.run(() => bridge().incidentsStart({ keyId: subject.id, whatHappened }));
    if (!run) return;
    keepRun(run);
    openDialog({ kind: 'run', run });
  };

  return (
    <Dialog
      title="Mark as compromised"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      frame={`var(--workspace-${subject.workspaceColour})`}
      initialFocus={cancel}
      onClose={closeDialog}
      locked={request.busy}
      notice={<RequestNotice request={request} />}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          {refusal && canOnlyDelete(refusal) && (
            <Button variant="danger-quiet" onClick={() => openDialog({ kind: 'delete-key', key: subject })}>
              Delete instead…
            </Button>
          )}
          {isTwin && <TwinButton run={underWay.run} request={request} />}
          {!refusal && !isTwin && (
            <Button variant="danger" busy={request.busy} onClick={() => void start()}>
              {plan.ends === 'disable' ? 'Disable and replace' : 'Delete and replace'}
            </Button>
          )}
        </>
      }
    >
      <EndingKey subject={subject} />
      {refusal && <Notice tone="bad" urgent message={refusal.message} hint={refusal.hint} />}
      {taken !== null && <Notice tone="warn" message={taken} />}
      {!refusal && !isTwin && (
        <>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
          {endingWords(subject, plan).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </>
      )}
      <EndingFacts subject={subject} now={now} />
      {!refusal && !isTwin && (
        <Field
          label="What happened (optional)"
          hint="For the incident note, and it can be written later. Leave the secret itself out."
        >
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              maxLength={mostWhatHappened}
              value={whatHappened}
              onChange={(event) => setWhatHappened(event.target.value)}
            />
          )}
        </Field>
      )}
    </Dialog>
  );
}

/** A twin is not replaced beside the rotation that made it, but by it. */
function TwinButton({
  run,
  request,
}: {
  run: NonNullable<IncidentPlan['underWay']>['run'];
  request: ReturnType<typeof useRequest>;
}) {
  const way = wayOut(run);
  const another = async () => {
    const next = await request.run(() => bridge().runsNewTwin({ runId: run.id }));
    if (!next) return;
    keepRun(next);
    openDialog({ kind: 'run', run: next });
  };
  if (way === 'new-twin')
    return (
      <Button variant="danger" busy={request.busy} onClick={() => void another()}>
        Delete and make another
      </Button>
    );
  if (way === 'cancel')
    return (
      <Button
        variant="danger-quiet"
        onClick={() => openDialog({ kind: 'run-question', run, question: 'cancel' })}
      >
        Cancel rotation…
      </Button>
    );
  return <Button onClick={() => openDialog({ kind: 'run', run })}>Open rotation</Button>;
}
