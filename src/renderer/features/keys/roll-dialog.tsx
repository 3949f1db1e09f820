/** Rolls a key: says what ends and what follows, and goes straight on to handing the new secret over. */
import { useRef } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { closeDialog, openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { platformInSentence } from '../../lib/platform-name.ts';
import { useNow } from '../../lib/use-now.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { selectKey } from '../inventory/selection-store.ts';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './ending-facts.module.css';
import { EndingKey, Fact } from './ending-facts.tsx';
import { createdInWords, lastUsedInWords } from './key-words.ts';

export function RollDialog({ subject }: { subject: KeyDetail }) {
  const cancel = useRef<HTMLButtonElement>(null);
  const workspace = useWorkspace(subject.workspaceId);
  const request = useRequest();
  const { consumers, owner } = subject;
  const now = useNow();
  const platform = platformInSentence(subject.platform);

  const rollIt = async () => {
    const rolled = await request.run(() => bridge().keysRoll({ keyId: subject.id }));
    if (!rolled || !workspace) return;
    openDialog({ kind: 'store-secret', created: rolled, workspace });
    void selectKey(rolled.keyId);
  };

  return (
    <Dialog
      title="Roll key"
      workspace={{ colour: subject.workspaceColour, name: subject.workspaceName }}
      frame={`var(--workspace-${subject.workspaceColour})`}
      width="narrow"
      initialFocus={cancel}
      onClose={closeDialog}
      // Closing would lose the only way to the new secret.
      locked={request.busy}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button variant="danger" busy={request.busy} onClick={() => void rollIt()}>
            Roll key
          </Button>
        </>
      }
    >
      <EndingKey subject={subject} />
      <p>
        The old secret stops working at once. There is no overlap: whatever uses it is refused until it has
        the new one, which you hand over next.
      </p>
      <p>
        {`The key id changes from ${subject.remoteId} to one that ${platform} chooses. `}
        Name, scope and folders stay as they are, and environment, notes and history follow to the new key.
        {subject.disabled && ' It stays disabled.'}
      </p>
      {subject.isDefault && (
        <p>{`It is the default key of ${subject.workspaceName}. Whether the new one is, ${platform} does not say.`}</p>
      )}
      <dl className={styles.facts}>
        <Fact term="Used by">{consumers.length > 0 ? consumers.join(', ') : 'Nobody noted it'}</Fact>
        <Fact term="Last used">{lastUsedInWords(subject, now)}</Fact>
        <Fact term="Created">{createdInWords(subject)}</Fact>
        {owner !== null && <Fact term="Owner">{owner}</Fact>}
      </dl>
      <RequestNotice request={request} />
    </Dialog>
  );
}
