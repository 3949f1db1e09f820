/** The left column: views, workspaces, and whose credentials are in use and where they are kept. */

import { KeyRound } from 'lucide-react';
import type { SecretStoreState } from '#shared/ipc/app.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { useView } from '../features/inventory/view-store.ts';
import { SavedSearchList } from '../features/saved-searches/saved-search-list.tsx';
import { WorkspaceList } from '../features/workspaces/workspace-list.tsx';
import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { plural } from '../lib/plural.ts';
import { useAppInfo } from './app-info-store.ts';
import { Mark } from './mark.tsx';
import { goToScreen, useScreen } from './screen-store.ts';
import { screens } from './screens.tsx';
import styles from './sidebar.module.css';

export function Sidebar() {
  return (
    <aside className={styles.sidebar} aria-label="Latchkey">
      <div className={styles.brand}>
        <Mark />
        <h1 className={styles.name}>Latchkey</h1>
      </div>
      <Screens />
      <SavedSearchList />
      <WorkspaceList />
      <Account />
    </aside>
  );
}

function Screens() {
  const current = useScreen(({ screen }) => screen);
  return (
    <nav aria-label="Views" className={styles.views}>
      {screens.map(({ id, label, Count }) => (
        <button
          key={id}
          type="button"
          className={styles.view}
          aria-current={id === current ? 'page' : undefined}
          onClick={() => goToScreen(id)}
        >
          {label}
          {Count && (
            <span className={styles.count}>
              <Count />
            </span>
          )}
        </button>
      ))}
    </nav>
  );
}

/** Who acts in the workspace on screen, or in all of them, and where the credentials are. */
function Account() {
  const list = useWorkspaces((state) => state.list) ?? [];
  const workspaceId = useView((view) => view.workspaceId);
  const driver = useAppInfo((state) => state.info?.secretStore.driver);
  const inView = list.filter(({ id }) => workspaceId === null || id === workspaceId);
  const accounts = [...new Set(inView.flatMap(({ label, account }) => label ?? account ?? []))];
  const connections = new Set(inView.map(({ connectionId }) => connectionId)).size;
  const who = connections === 1 && accounts[0] ? accounts[0] : plural(connections, 'sign-in');
  return (
    <div className={styles.account}>
      <KeyRound className={styles.accountIcon} size={14} aria-hidden="true" />
      <div className={styles.accountWords}>
        <p className={styles.who} title={accounts.join(', ') || undefined}>
          {who}
        </p>
        {driver && <p className={styles.where}>{whereKept(driver, inView)}</p>}
      </div>
    </div>
  );
}

function whereKept(driver: SecretStoreState['driver'], inView: readonly Workspace[]): string {
  // The sandbox hands its sign-ins out at every start; they are never stored.
  if (inView.every(({ embedded }) => embedded)) return 'From the sandbox';
  return driver === 'memory' ? 'For this session only' : 'In the system keychain';
}
