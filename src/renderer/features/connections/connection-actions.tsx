/** What can be done about one sign-in. */
import { openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import styles from './connection-actions.module.css';
import { type ConnectionEntry, signInSubject } from './connection-words.ts';
import { loadConnections } from './connections-store.ts';

export function ConnectionActions({ entry }: { entry: ConnectionEntry }) {
  const { connection } = entry;
  const request = useRequest();
  const { id, embedded } = connection;

  const check = async () => {
    const checked = await request.run(() => bridge().connectionsCheck({ connectionId: id }));
    if (checked) await loadConnections();
  };
  /** The embedded sandbox has no credential to paste: it comes with the sandbox. */
  const startSandbox = async () => {
    const started = await request.run(() => bridge().appExploreSandbox({}));
    if (started) await loadConnections();
  };
  const signIn = () => openDialog({ kind: 'sign-in-again', workspace: signInSubject(entry) });

  return (
    <footer className={styles.footer}>
      <RequestNotice request={request} />
      <div className={styles.actions}>
        <Button busy={request.busy} onClick={() => void check()}>
          Check now
        </Button>
        {embedded ? (
          connection.state !== 'ready' && (
            <Button onClick={() => void startSandbox()}>Start the sandbox again</Button>
          )
        ) : (
          <Button onClick={signIn}>Sign in again…</Button>
        )}
        <Button onClick={() => openDialog({ kind: 'rename-connection', connection })}>Name…</Button>
        <Button
          variant="danger-quiet"
          className={styles.apart ?? ''}
          onClick={() => openDialog({ kind: 'remove-connection', connection })}
        >
          Remove…
        </Button>
      </div>
    </footer>
  );
}
