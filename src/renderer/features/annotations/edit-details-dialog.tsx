/** What is noted about one key: where it is used, whose it is, what uses it, what for. */
import { useState } from 'react';
import { annotationProblem } from '#shared/domain/annotations.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { showDetail } from '../inventory/details/detail-store.ts';
import { AnnotationLine, EnvironmentField, NotesField } from './annotation-fields.tsx';
import { confirmAnnotated } from './confirm-annotated.ts';
import { type Draft, draftOf, patchOf, problemBeside } from './draft.ts';
import styles from './edit-details-dialog.module.css';
import { SharingChoice } from './sharing-choice.tsx';
import { useSharing } from './use-sharing.ts';

const fields = ['environment', 'owner', 'consumers', 'purpose', 'notes'] as const;

export function EditDetailsDialog({ subject }: { subject: KeyDetail }) {
  const [draft, setDraft] = useState(() => draftOf(subject));
  const sharing = useSharing(subject.workspaceId);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const request = useRequest();

  const patch = patchOf(draft, subject);
  const noted = Object.keys(patch).length > 0;
  const share = chosen ?? sharing?.on ?? false;
  const switched = sharing !== null && share !== sharing.on;
  const wrong = annotationProblem(patch) !== null;

  const edit = (change: Partial<Draft>) => {
    setDraft({ ...draft, ...change });
    request.clear();
  };
  const beside = (field: (typeof fields)[number]) => problemBeside(field, patch, request.problem);

  const save = async () => {
    if (wrong || !(noted || switched)) return;
    // Before what is noted, which then goes into the key with it.
    const { id: keyId, workspaceId } = subject;
    const saved = await request.run(async () => {
      if (switched) {
        const result = await bridge().annotationsSetSharing({ workspaceId, on: share });
        if (!result.ok) return result;
      }
      return noted ? bridge().annotationsSetOne({ keyId, patch }) : bridge().inventoryKey({ keyId });
    });
    if (!saved) return;
    closeDialog();
    showDetail(saved);
    if (noted) confirmAnnotated(subject, patch);
  };

  return (
    <Dialog
      title="Edit details"
      subject={subject.name || 'No name'}
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      onClose={closeDialog}
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button
            type="submit"
            variant="primary"
            busy={request.busy}
            disabled={wrong || !(noted || switched)}
          >
            Save
          </Button>
        </>
      }
    >
      <div className={styles.pair}>
        <EnvironmentField
          value={draft.environment}
          onChange={(environment) => edit({ environment })}
          problem={beside('environment')}
        />
        <AnnotationLine
          field="owner"
          value={draft.owner}
          onChange={(owner) => edit({ owner })}
          problem={beside('owner')}
        />
      </div>
      <AnnotationLine
        field="consumers"
        value={draft.consumers}
        onChange={(consumers) => edit({ consumers })}
        problem={beside('consumers')}
      />
      <AnnotationLine
        field="purpose"
        value={draft.purpose}
        onChange={(purpose) => edit({ purpose })}
        problem={beside('purpose')}
      />
      <NotesField value={draft.notes} onChange={(notes) => edit({ notes })} problem={beside('notes')} />
      <SharingChoice workspaceName={subject.workspaceName} state={sharing} on={share} onChange={setChosen} />
      <RequestNotice request={request} fields={fields} />
    </Dialog>
  );
}
