/** Deletes a key for good: says what stops working and whose work it is, in the frame of its workspace. */
import { type ReactNode, useRef } from 'react';
import { grantSentence } from '#shared/domain/grant-text.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { dismissToast } from '../../ui/toast.tsx';
import styles from './delete-dialog.module.css';
import { createdInWords, lastUsedInWords } from './key-words.ts';

export function DeleteDialog({ subject }: { subject: KeyDetail }) {
  const cancel = useRef<HTMLButtonElement>(null);
  const now = useNow();
  const request = useRequest();

  const deleteIt = async () => {
    const deleted = await request.run(() => bridge().keysDelete({ keyId: subject.id }));
    if (!deleted) return;
    dismissToast(subject.id);
    closeDialog();
  };

  return (
    <Dialog
      title="Delete key"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      frame={`var(--workspace-${subject.workspaceColour})`}
      width="narrow"
      initialFocus={cancel}
      onClose={closeDialog}
      locked={request.busy}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button variant="danger" busy={request.busy} onClick={() => void deleteIt()}>
            Delete
          </Button>
        </>
      }
    >
      <p className={styles.name}>
        {subject.name}
        {subject.prefix && <code className={styles.prefix}>{subject.prefix}…</code>}
      </p>
      <p>
        Deleting is immediate and final. Whatever uses this key is refused from its next request on, and the
        key cannot be brought back.
      </p>
      <dl className={styles.facts}>
        <Fact term="Stops working">{stopsWorking(subject)}</Fact>
        <Fact term="Last used">{lastUsedInWords(subject, now)}</Fact>
        <Fact term="Created">{createdInWords(subject)}</Fact>
      </dl>
      <RequestNotice request={request} />
    </Dialog>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The same words as the scope sentence, said as what ends. */
function stopsWorking({ grant, disabled }: KeyDetail): string {
  if (disabled) return 'Nothing right now: the key is disabled.';
  const can = grantSentence(grant).replace(/^This key can /, '');
  return `${can.charAt(0).toUpperCase()}${can.slice(1)}`;
}
