import { useEffect, useRef, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { confirmRename } from '../inventory/details/undo.ts';
import { NameField } from './name-field.tsx';

export function RenameDialog({ subject }: { subject: KeyDetail }) {
  const [name, setName] = useState(subject.name);
  const field = useRef<HTMLInputElement>(null);
  // A new name mostly replaces the old one; an arrow key keeps it for small corrections.
  useEffect(() => field.current?.select(), []);
  const request = useRequest();
  const changed = name.trim() !== subject.name;

  const save = async () => {
    const renamed = await request.run(() => bridge().keysRename({ keyId: subject.id, name }));
    if (!renamed) return;
    closeDialog();
    confirmRename(subject, renamed);
  };

  return (
    <Dialog
      title="Rename key"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
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
          request.clear();
        }}
        workspaceId={subject.workspaceId}
        exceptKeyId={subject.id}
        touched={changed}
        inputRef={field}
        refusal={problemOf(request, 'name')}
      />
      <RequestNotice request={request} fields={['name']} />
    </Dialog>
  );
}
