/** Deletes a key without a secret, in the frame of its workspace, and offers to make another in its place. */
import { useEffect, useRef, useState } from 'react';
import type { GhostCandidate, GhostKey } from '#shared/ipc/ghost-keys.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './delete-ghost-dialog.module.css';
import { madeInWords } from './ghost-words.ts';
import { loadGhosts, useGhosts } from './ghosts-store.ts';

export function DeleteGhostDialog({ ghost, candidate }: { ghost: GhostKey; candidate: GhostCandidate }) {
  const workspace = useWorkspace(ghost.workspaceId);
  const cancel = useRef<HTMLButtonElement>(null);
  const another = useRef<HTMLButtonElement>(null);
  const [deleted, setDeleted] = useState(false);
  const request = useRequest();
  useEffect(() => {
    if (deleted) another.current?.focus();
  }, [deleted]);

  const deleteIt = async () => {
    const done = await request.run(() => bridge().ghostKeysDelete({ keyId: candidate.keyId }));
    if (!done) return;
    setDeleted(true);
    await loadGhosts();
  };
  const consequence =
    ghost.candidates.length > 1
      ? 'If another key of this name is the lost one, whatever uses this one stops working.'
      : 'Nobody is known to have its secret, so nothing should stop working.';
  /** To what is still to be decided. */
  const goBack = () => {
    if (useGhosts.getState().ghosts.length > 0) openDialog({ kind: 'ghost-keys' });
    else closeDialog();
  };

  return (
    <Dialog
      title={deleted ? 'Key deleted' : 'Delete key'}
      {...(workspace && {
        workspace,
        ...(!deleted && { frame: `var(--workspace-${workspace.colour})` }),
      })}
      width="narrow"
      initialFocus={cancel}
      onClose={goBack}
      locked={request.busy}
      footer={
        deleted ? (
          <>
            <Button onClick={goBack}>Close</Button>
            <Button
              ref={another}
              variant="primary"
              onClick={() => openDialog({ kind: 'new-key', workspaceId: ghost.workspaceId, like: ghost })}
            >
              Make another
            </Button>
          </>
        ) : (
          <>
            <Button ref={cancel} onClick={goBack} disabled={request.busy}>
              Cancel
            </Button>
            <Button variant="danger" busy={request.busy} onClick={() => void deleteIt()}>
              Delete
            </Button>
          </>
        )
      }
    >
      <p className={styles.name}>
        {candidate.name}
        {candidate.prefix && <code className={styles.prefix}>{candidate.prefix}…</code>}
      </p>
      {deleted ? (
        <p role="status">
          The key is gone from its workspace. Another one starts with the same name, scope and details.
        </p>
      ) : (
        <p>
          {madeInWords(candidate)}. Deleting is immediate and final. {consequence}
        </p>
      )}
      <RequestNotice request={request} />
    </Dialog>
  );
}
