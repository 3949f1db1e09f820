import { useEffect, useRef, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, type Request, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { confirmLeft, confirmRename } from '../inventory/details/undo.ts';
import { NameField } from './name-field.tsx';
import { NameThreeWay } from './name-three-way.tsx';
import { useMeanwhile } from './use-meanwhile.ts';

export function RenameDialog({ subject }: { subject: KeyDetail }) {
  const [name, setName] = useState(subject.name);
  const field = useRef<HTMLInputElement>(null);
  // A new name mostly replaces the old one; an arrow key keeps it for small corrections.
  useEffect(() => field.current?.select(), []);
  const request = useRequest();
  const changed = name.trim() !== subject.name;

  const comparing = useRequest();
  const deciding = useRequest();
  const meanwhile = useMeanwhile(subject.id);

  const save = async (made: Request, expected: string) => {
    const renamed = await made.run(() =>
      meanwhile.watch(() => bridge().keysRename({ keyId: subject.id, name, expected })),
    );
    if (!renamed) return;
    closeDialog();
    confirmRename({ ...subject, name: expected }, renamed);
  };

  if (meanwhile.theirs) {
    const theirs = meanwhile.theirs.name;
    return (
      <NameThreeWay
        subject={subject}
        theirs={theirs}
        yours={name.trim()}
        request={deciding}
        onTakeTheirs={() => {
          closeDialog();
          confirmLeft({ ...subject, name: theirs });
        }}
        onSave={() => void save(deciding, theirs)}
        onCancel={() => {
          deciding.clear();
          meanwhile.leave();
        }}
      />
    );
  }
  return (
    <Dialog
      title="Rename key"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      width="narrow"
      onClose={closeDialog}
      locked={request.busy}
      problem={request.problem}
      onSubmit={() => void save(request, subject.name)}
      footer={
        <>
          <Button onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button type="submit" variant="primary" busy={request.busy} disabled={!changed}>
            Save
          </Button>
        </>
      }
    >
      <NameField
        name={name}
        onNameChange={(next) => {
          setName(next);
          if (request.problem?.code !== 'stale') request.clear();
        }}
        workspaceId={subject.workspaceId}
        exceptKeyId={subject.id}
        touched={changed}
        inputRef={field}
        refusal={problemOf(request, 'name')}
      />
      <RequestNotice request={request} fields={['name']}>
        {request.problem?.code === 'stale' && (
          <Button busy={comparing.busy} onClick={() => void comparing.run(meanwhile.compare)}>
            Compare
          </Button>
        )}
      </RequestNotice>
      <RequestNotice request={comparing} />
    </Dialog>
  );
}
