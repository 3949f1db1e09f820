/** The workspaces, each with its colour and how many keys it has; choosing one shows its keys alone. */
import { Plus } from 'lucide-react';
import type { ConnectionState, Workspace } from '#shared/ipc/connections.ts';
import { openDialog } from '../../app/dialogs.ts';
import { shortcutLabel, shortcutName } from '../../lib/platform-keys.ts';
import { grouped } from '../../lib/plural.ts';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { placeOf } from '../connections/connection-words.ts';
import { showWorkspace, useView } from '../inventory/view-store.ts';
import styles from './workspace-list.module.css';
import { useWorkspaces } from './workspaces-store.ts';

/** The last position with a shortcut of its own. */
const lastShortcut = 9;

const stateWords: Readonly<Record<ConnectionState, string | null>> = {
  ready: null,
  offline: 'Offline',
  'sign-in': 'Sign in',
  error: 'Problem',
};

export function WorkspaceList() {
  const list = useWorkspaces((state) => state.list) ?? [];
  const selectedId = useView((view) => view.workspaceId);
  return (
    <nav className={styles.nav} aria-label="Workspaces">
      <p className={styles.title} aria-hidden="true">
        Workspaces
      </p>
      <ul className={styles.list}>
        <li>
          <button
            type="button"
            className={styles.item}
            aria-current={selectedId === null}
            aria-keyshortcuts={shortcutName('0')}
            title={`All workspaces (${shortcutLabel('0')})`}
            onClick={() => showWorkspace(null)}
          >
            <span className={styles.all} aria-hidden="true" />
            <span className={styles.name}>All workspaces</span>
          </button>
        </li>
        {list.map((workspace) => (
          <li key={workspace.id}>
            <WorkspaceItem workspace={workspace} selected={workspace.id === selectedId} />
          </li>
        ))}
      </ul>
      <button type="button" className={styles.connect} onClick={() => openDialog({ kind: 'connect' })}>
        <Plus size={14} aria-hidden="true" />
        Connect a workspace
      </button>
    </nav>
  );
}

function WorkspaceItem({ workspace, selected }: { workspace: Workspace; selected: boolean }) {
  const { name, platformName, colour, keyCount, position, state, problem } = workspace;
  const hasShortcut = position <= lastShortcut;
  const word = stateWords[state];
  const hint = [
    hasShortcut ? `${name} (${shortcutLabel(`${position}`)})` : name,
    ...(name === platformName ? [] : [platformName]),
    signInOf(workspace),
    problem?.message,
  ];
  return (
    <button
      type="button"
      className={styles.item}
      aria-current={selected}
      aria-keyshortcuts={hasShortcut ? shortcutName(`${position}`) : undefined}
      title={hint.filter(Boolean).join('\n')}
      onClick={() => showWorkspace(workspace.id)}
    >
      <WorkspaceSquare colour={colour} />
      <span className={styles.name}>{name}</span>
      {word && <span className={state === 'offline' ? styles.offline : styles.trouble}>{word}</span>}
      <span className={styles.count}>
        {grouped(keyCount)}
        <span className="visually-hidden">{keyCount === 1 ? ' key' : ' keys'}</span>
      </span>
    </button>
  );
}

/** Two workspaces can have one name: their sign-ins tell them apart. */
function signInOf({ label, account, baseUrl }: Workspace): string {
  return [label ?? account, placeOf(baseUrl)].filter(Boolean).join(' · ');
}
