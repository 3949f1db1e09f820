/** Takes the place of *New key* where there is no workspace to make one in, and shows the way there. */
import type { Workspace } from '#shared/ipc/connections.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

export function NoWorkspaceDialog({
  list,
  reason,
}: {
  list: readonly Workspace[];
  /** What a sign-in would not help against. */
  reason: string | null;
}) {
  const signedOut = list.find(({ state }) => state === 'sign-in');
  if (reason) {
    return (
      <Dialog
        title="New key"
        width="narrow"
        onClose={closeDialog}
        footer={<Button onClick={closeDialog}>Close</Button>}
      >
        <p>{reason}</p>
      </Dialog>
    );
  }
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
