/** Every sign-in with how it is, the one that is looked at beside it, and the workspaces in the order of the sidebar. */
import { useMemo, useRef } from 'react';
import type { Connection, Workspace } from '#shared/ipc/connections.ts';
import { openDialog } from '../../app/dialogs.ts';
import { focusMainList } from '../../app/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { ConnectionDetails } from './connection-details.tsx';
import { ConnectionList } from './connection-list.tsx';
import { type ConnectionEntry, signInSubject, titleOf } from './connection-words.ts';
import { loadConnections, selectConnection, selectedOf, useConnections } from './connections-store.ts';
import styles from './connections-view.module.css';
import { KeychainNotice } from './keychain-notice.tsx';
import { WorkspaceOrder } from './workspace-order.tsx';

export function ConnectionsView() {
  const { list, problem } = useConnections();
  const workspaces = useWorkspaces((state) => state.list);
  const selected = useConnections(selectedOf);
  const details = useRef<HTMLElement>(null);
  const entries = useMemo(() => entriesOf(list ?? [], workspaces ?? []), [list, workspaces]);
  const current = entries.find(({ connection }) => connection === selected);
  const missing = entries.filter(({ connection }) => connection.keptIn === 'nowhere');
  const signIn = (entry: ConnectionEntry | undefined) => {
    if (!entry) return;
    selectConnection(entry.connection.id);
    openDialog({ kind: 'sign-in-again', workspace: signInSubject(entry) });
  };

  return (
    <div className={styles.screen}>
      <div className={styles.lists}>
        <KeychainNotice
          banner
          missing={missing.map((entry) => titleOf(entry.connection, entry.workspaces))}
          onSignIn={() => signIn(missing[0])}
        />
        {problem && (
          <Notice tone="bad" banner urgent message={problem.message} hint={problem.hint}>
            <Button variant="link" onClick={() => void loadConnections()}>
              Try again
            </Button>
          </Notice>
        )}
        <section className={styles.signIns} aria-labelledby="sign-ins-title">
          <header className={styles.header}>
            <h2 id="sign-ins-title" className={styles.title}>
              Sign-ins
            </h2>
            <Button onClick={() => openDialog({ kind: 'connect' })}>Connect another workspace</Button>
          </header>
          <ConnectionList
            entries={entries}
            selected={selected?.id ?? null}
            onEnter={() => details.current?.focus()}
          />
        </section>
        <section className={styles.order} aria-labelledby="order-title">
          <header className={styles.header}>
            <h2 id="order-title" className={styles.title}>
              Workspaces
            </h2>
            <p className={styles.hint}>In the order of the sidebar. The first nine have a shortcut.</p>
          </header>
          <WorkspaceOrder list={workspaces ?? []} entries={entries} />
        </section>
      </div>
      <div className={styles.details}>
        {current && <ConnectionDetails entry={current} regionRef={details} onLeave={focusMainList} />}
      </div>
    </div>
  );
}

function entriesOf(list: readonly Connection[], workspaces: readonly Workspace[]): ConnectionEntry[] {
  return list.map((connection) => ({
    connection,
    workspaces: workspaces.filter(({ connectionId }) => connectionId === connection.id),
  }));
}
