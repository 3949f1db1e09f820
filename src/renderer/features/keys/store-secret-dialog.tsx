/** Hands a new secret over, once. Stays until that has happened or somebody says that nobody needs it. */
import { useRef, useState } from 'react';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { HandOverFormat } from '#shared/ipc/hand-over.ts';
import { useAppInfo } from '../../app/app-info-store.ts';
import { closeDialog, type DialogRequest, openDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { platformInSentence } from '../../lib/platform-name.ts';
import { useRequest } from '../../lib/use-request.ts';
import { ActionCard } from '../../ui/action-card.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { ClipboardStatus } from './clipboard-status.tsx';
import { SecretLine } from './secret-line.tsx';
import { SnippetCopy } from './snippet-copy.tsx';
import { StoreSecretCommand } from './store-secret-command.tsx';
import styles from './store-secret-dialog.module.css';
import { StoreSecretFile } from './store-secret-file.tsx';
import { StoreSecretFooter } from './store-secret-footer.tsx';
import { useClipboard } from './use-clipboard.ts';

type Way = 'snippet' | 'file' | 'command';

export function StoreSecretDialog({
  created,
  workspace,
  next,
}: {
  created: CallOutput<'keys.create'>;
  workspace: Workspace;
  /** What takes its place once this is over. */
  next: DialogRequest | null;
}) {
  const { handOverId } = created;
  const opening = useRef<HTMLParagraphElement>(null);
  const [handedOver, setHandedOver] = useState(false);
  const clipboard = useClipboard(handOverId);
  const [way, setWay] = useState<Way | null>(null);
  const copying = useRequest();
  const saving = useRequest();
  const piping = useRequest();
  const revealing = useRequest();
  const finishing = useRequest();
  // Taken as true until known, so that nothing flashes up.
  const keepsOutOfPictures = useAppInfo((state) => state.info?.contentProtection ?? true);

  const copy = async (format: HandOverFormat, holdsSecret: boolean) => {
    const copied = await copying.run(() => bridge().handOverCopy({ handOverId, format }));
    if (!copied) return;
    clipboard.copied(copied.clearsAt);
    // Code that reads the secret from elsewhere leaves it unstored; main would not let it go either.
    if (holdsSecret) setHandedOver(true);
  };
  const toggle = (wanted: Way) => setWay(way === wanted ? null : wanted);
  const storesNow = saving.busy || piping.busy;
  const finish = async (unneeded: boolean) => {
    const over = await finishing.run(async () => {
      const result = await answer(bridge().handOverFinish({ handOverId, unneeded }));
      // Over already, for instance after main was started anew: there is nothing left to keep the dialog for.
      return !result.ok && result.error.code === 'handover-over' ? { ok: true, value: {} } : result;
    });
    if (!over) return;
    closeDialog();
    if (next) openDialog(next);
  };

  return (
    <Dialog
      title="Store this secret"
      // On nothing that can be pressed: the second half of a double Enter on *Generate key* must not reveal anything.
      initialFocus={opening}
      subject={created.name}
      workspace={workspace}
      onClose={() => void finish(false)}
      locked={!handedOver || storesNow}
      footer={
        <StoreSecretFooter
          handedOver={handedOver}
          busy={finishing.busy || storesNow}
          onDone={() => void finish(false)}
          onUnneeded={() => void finish(true)}
        />
      }
    >
      <p ref={opening} className={styles.once} tabIndex={-1}>
        {capitalised(platformInSentence(workspace.platform))} shows it once. Latchkey keeps no copy.
      </p>
      <SecretLine
        handOverId={handOverId}
        prefix={created.prefix}
        hiddenLength={created.hiddenLength}
        request={revealing}
        onRevealed={() => setHandedOver(true)}
      />
      {!keepsOutOfPictures && (
        <p className={styles.pictures}>
          Once revealed it can be seen in screenshots: this system cannot keep a window out of them.
        </p>
      )}
      <div className={styles.ways}>
        <ActionCard
          primary
          label="Copy secret"
          description="Cleared from the clipboard in 30 s"
          onPress={() => void copy('secret', true)}
        />
        <ActionCard
          label="Copy as…"
          description=".env, Python, Node, cURL"
          expanded={way === 'snippet'}
          onPress={() => toggle('snippet')}
        />
        <ActionCard
          label="Save to a file…"
          description="Alone, or as a line for .env"
          expanded={way === 'file'}
          onPress={() => toggle('file')}
        />
        <ActionCard
          label="Pipe to a command…"
          description="gh secret set NAME"
          mono
          expanded={way === 'command'}
          onPress={() => toggle('command')}
        />
      </div>
      <SnippetCopy
        handOverId={handOverId}
        open={way === 'snippet'}
        onCopy={(format, holdsSecret) => void copy(format, holdsSecret)}
      />
      <StoreSecretFile
        handOverId={handOverId}
        open={way === 'file'}
        request={saving}
        onSaved={() => setHandedOver(true)}
      />
      <StoreSecretCommand
        handOverId={handOverId}
        open={way === 'command'}
        request={piping}
        onHandedOver={() => setHandedOver(true)}
      />
      <ClipboardStatus
        state={clipboard.state}
        otherwise={handedOver ? 'Handed over.' : 'Not handed over yet.'}
      />
      <RequestNotice request={copying} />
      <RequestNotice request={revealing} />
      <RequestNotice request={saving} />
      <RequestNotice request={piping} />
      <RequestNotice request={finishing} />
    </Dialog>
  );
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
