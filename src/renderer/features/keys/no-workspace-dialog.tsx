/** Takes the place of *New key* where there is no workspace to make one in, and shows the way there. */
import type { Workspace } from '#shared/ipc/connections.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function NoWorkspaceDialog({ list }: { list: readonly Workspace[] }) {
  const signedOut = list[0];
  return (
    <Dialog
      title="New key"
      width="narrow"
      onClose={closeDialog}
      footer={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          {signedOut ? (
            <Button
              variant="primary"
              onClick={() => openDialog({ kind: 'sign-in-again', workspace: signedOut })}
            >
              Sign in again
            </Button>
          ) : (
            <Button variant="primary" onClick={() => openDialog({ kind: 'connect' })}>
              Connect a workspace
            </Button>
          )}
        </>
      }
    >
      <p>
        {signedOut
          ? `A key can be made where Latchkey is signed in. ${signedOut.name} asks for a new sign-in first.`
          : 'A key belongs to a workspace, and none is connected yet.'}
      </p>
    </Dialog>
  );
}
