import { useRef, useState } from 'react';
import { type Connection, longestOwnName } from '#shared/ipc/connections.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { problemOf, useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { subtitleOf } from './connection-words.ts';
import { loadConnections } from './connections-store.ts';

/** A name for a sign-in, to tell several to one host apart. Kept here only. */
export function RenameConnectionDialog({ connection }: { connection: Connection }) {
  const [label, setLabel] = useState(connection.label ?? '');
  const field = useRef<HTMLInputElement>(null);
  const request = useRequest();

  const save = async () => {
    const saved = await request.run(() => bridge().connectionsRename({ connectionId: connection.id, label }));
    if (!saved) return;
    await loadConnections();
    closeDialog();
  };

  return (
    <Dialog
      title="Name this sign-in"
      width="narrow"
      onClose={closeDialog}
      initialFocus={field}
      problem={request.problem}
      onSubmit={() => void save()}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button type="submit" variant="primary" busy={request.busy}>
            Save
          </Button>
        </>
      }
    >
      <p>{subtitleOf(connection)}</p>
      <Field
        label="Name"
        hint="Kept on this computer only. Leave it empty to go by the account."
        problem={problemOf(request, 'name')}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            value={label}
            maxLength={longestOwnName + 20}
            placeholder={connection.account ?? 'For example Production, read only'}
            onChange={(event) => {
              setLabel(event.target.value);
              request.clear();
            }}
          />
        )}
      </Field>
      <RequestNotice request={request} fields={['name']} />
    </Dialog>
  );
}
