/** Takes a sign-in off this computer: says what goes, what is kept, and that nothing happens at the platform. */
import { type ReactNode, useRef } from 'react';
import { platforms } from '#shared/domain/platform.ts';
import type { Connection } from '#shared/ipc/connections.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { closeDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { grouped, plural } from '../../lib/plural.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { loadWorkspaces, useWorkspaces } from '../workspaces/workspaces-store.ts';
import { subtitleOf, titleOf } from './connection-words.ts';
import { loadConnections } from './connections-store.ts';
import styles from './remove-connection-dialog.module.css';

/** More would push what is kept out of sight. */
const listed = 6;

const credential: Readonly<Record<Connection['keptIn'], string>> = {
  keychain: 'The credential, from the keychain of this computer',
  session: 'The credential, from memory',
  sandbox: 'The sign-in of the sandbox, until you explore it again',
  nowhere: 'The sign-in. Its credential is gone already',
};

export function RemoveConnectionDialog({ connection }: { connection: Connection }) {
  const cancel = useRef<HTMLButtonElement>(null);
  const request = useRequest();
  const list = useWorkspaces((state) => state.list) ?? [];
  const own = list.filter(({ connectionId }) => connectionId === connection.id);
  const keys = own.reduce((sum, { keyCount }) => sum + keyCount, 0);
  const title = titleOf(connection, own);
  const { label: platform } = platforms[connection.platform];

  const remove = async () => {
    const removed = await request.run(() => bridge().connectionsRemove({ connectionId: connection.id }));
    if (!removed) return;
    await Promise.all([loadWorkspaces(), loadConnections()]);
    closeDialog();
    showToast({
      about: connection.id,
      text: [`${title} was removed.`, ...leftovers(removed, platform)].join(' '),
    });
  };

  return (
    <Dialog
      title="Remove sign-in"
      subject={title}
      frame={own.length === 1 ? `var(--workspace-${own[0]?.colour})` : 'var(--bad-solid)'}
      width="normal"
      initialFocus={cancel}
      onClose={closeDialog}
      locked={request.busy}
      footer={
        <>
          <Button ref={cancel} onClick={closeDialog} disabled={request.busy}>
            Cancel
          </Button>
          <Button variant="danger" busy={request.busy} onClick={() => void remove()}>
            Remove
          </Button>
        </>
      }
    >
      <p className={styles.quiet}>{subtitleOf(connection)}</p>
      <Part title="Removed from this computer">
        <li>{credential[connection.keptIn]}</li>
        {own.length > 0 && (
          <li>
            {plural(own.length, 'workspace')} and the copy of {plural(keys, 'key')}:
            <ul className={styles.workspaces}>
              {own.slice(0, listed).map(({ id, name, colour, keyCount }) => (
                <li key={id} className={styles.workspace}>
                  <WorkspaceSquare colour={colour} size={10} />
                  {name}
                  <span className={styles.quiet}>{grouped(keyCount)}</span>
                </li>
              ))}
              {own.length > listed && <li className={styles.quiet}>and {own.length - listed} more</li>}
            </ul>
          </li>
        )}
      </Part>
      <Part title="Kept">
        {connection.signInWay === 'browser' && (
          <li>Your account at {platform}. Only this sign-in is ended there.</li>
        )}
        <li>Everything at {platform}: no key is changed or deleted there, and they go on working.</li>
        <li>The activity: what was done through Latchkey.</li>
        <li>
          What you set on keys (environment, owner, notes), names and colours. They are back when you connect
          the same workspace again.
        </li>
      </Part>
      {connection.quarantined > 0 && (
        <Notice
          tone="warn"
          message={`${plural(connection.quarantined, 'key')} in quarantine will not be deleted.`}
          hint="They leave quarantine and stay disabled at the platform, until somebody enables or deletes them there."
        />
      )}
      {connection.openIntents > 0 && (
        <Notice
          tone="warn"
          message={`The outcome of ${plural(connection.openIntents, 'change')} is not known yet.`}
          hint="Check now finds it out. After removing, it stays open in the activity until the workspace is connected again."
        />
      )}
      <RequestNotice request={request} />
    </Dialog>
  );
}

/** What removing could not do. */
function leftovers(
  { credentialLeft, stillSignedIn }: CallOutput<'connections.remove'>,
  platform: string,
): string[] {
  return [
    ...(credentialLeft
      ? ['The keychain did not answer: its credential is deleted there as soon as it does.']
      : []),
    ...(stillSignedIn
      ? [`${platform} could not be told: there, take Latchkey off the applications you allowed.`]
      : []),
  ];
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
