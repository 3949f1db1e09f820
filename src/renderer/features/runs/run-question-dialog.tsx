/** Asks once more before a run deletes or takes something back, and returns to the run either way. */
import { useRef } from 'react';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { Result } from '#shared/ipc/define.ts';
import { openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import { OldKeyFacts } from './old-key-facts.tsx';
import { questionWords, type RunQuestion } from './question-words.ts';
import { keepRun, useRun } from './runs-store.ts';

export function RunQuestionDialog({ run: known, question }: { run: Run; question: RunQuestion }) {
  const { run } = useRun(known);
  const keep = useRef<HTMLButtonElement>(null);
  const workspace = useWorkspace(run.workspaceId);
  const request = useRequest();
  const { title, press, keep: keepLabel, sentences, destroys } = questionWords(question, run);

  const back = () => openDialog({ kind: 'run', run });
  const act = async () => {
    const next = await request.run(() => callOf(question, run));
    if (!next) return;
    keepRun(next);
    openDialog({ kind: 'run', run: next });
  };

  return (
    <Dialog
      title={title}
      subject={run.old.name || 'No name'}
      {...(workspace && { workspace })}
      {...(destroys && workspace && { frame: `var(--workspace-${workspace.colour})` })}
      width="narrow"
      initialFocus={keep}
      onClose={back}
      locked={request.busy}
      footer={
        <>
          <Button ref={keep} onClick={back} disabled={request.busy}>
            {keepLabel}
          </Button>
          <Button
            variant={destroys ? 'danger' : 'primary'}
            busy={request.busy}
            disabled={question === 'undo' && !run.undo}
            onClick={() => void act()}
          >
            {press}
          </Button>
        </>
      }
    >
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {question === 'delete' && run.old.keyId && <OldKeyFacts keyId={run.old.keyId} />}
      <RequestNotice request={request} />
    </Dialog>
  );
}

function callOf(question: RunQuestion, { id: runId, undo }: Run): Promise<Result<Run>> {
  switch (question) {
    case 'delete':
      return bridge().runsCarryOn({ runId, step: 'delete' });
    case 'cancel':
      return bridge().runsCancel({ runId });
    case 'new-twin':
      return bridge().runsNewTwin({ runId });
    case 'undo':
      return bridge().runsUndo({ runId, step: undo?.step ?? 'twin' });
  }
}
