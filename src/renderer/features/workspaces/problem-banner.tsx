/** What stands between the workspaces in view and their platform, with the one action that helps. */
import type { Workspace } from '#shared/ipc/connections.ts';
import { openDialog } from '../../app/dialogs.ts';
import { answer } from '../../lib/bridge.ts';
import { ago } from '../../lib/time.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { tryKeychain } from '../connections/keychain-notice.tsx';
import { useView } from '../inventory/view-store.ts';
import { syncNow, useSync } from '../sync/sync-store.ts';
import { useWorkspaces } from './workspaces-store.ts';

/** At most one line: a lost sign-in first, since it does not mend itself. */
export function ProblemBanner() {
  const workspaceId = useView((view) => view.workspaceId);
  const list = useWorkspaces((state) => state.list) ?? [];
  const inView = list.filter(({ id }) => workspaceId === null || id === workspaceId);
  const signIn = inView.filter(({ state }) => state === 'sign-in');
  const [first, ...others] = signIn;
  if (first) return <SignInBanner workspace={first} others={others.length} />;
  // Of all workspaces the status bar says enough; a workspace that was chosen says more.
  const chosen = workspaceId === null ? undefined : inView[0];
  return chosen && chosen.state !== 'ready' ? <StateBanner workspace={chosen} /> : null;
}

function SignInBanner({ workspace, others }: { workspace: Workspace; others: number }) {
  const more = others > 0 ? ` ${others} more after this one.` : '';
  return (
    <Notice
      tone="bad"
      banner
      message={`${workspace.name} needs a new sign-in.`}
      hint={`${workspace.problem?.message ?? ''}${more} What was read before is kept.`}
    >
      <Button variant="link" onClick={() => openDialog({ kind: 'sign-in-again', workspace })}>
        Sign in again
      </Button>
    </Notice>
  );
}

function StateBanner({ workspace }: { workspace: Workspace }) {
  const now = useNow();
  const running = useSync((state) => state.status.running);
  const { name, state, problem, syncedAt } = workspace;
  // Reading anew would only hear again what the keychain said a moment ago.
  const tryAgain = () => void (problem?.code === 'keychain' ? answer(tryKeychain()) : syncNow(workspace.id));
  const copy = syncedAt ? `You see the copy from ${ago(syncedAt, now)}.` : 'It has not been read yet.';
  return (
    <Notice
      tone={state === 'offline' ? 'info' : 'bad'}
      banner
      message={state === 'offline' ? `${name} is offline.` : `${name} could not be read.`}
      hint={[problem?.message, copy, state === 'offline' ? null : problem?.hint].filter(Boolean).join(' ')}
    >
      <Button variant="link" busy={running} onClick={tryAgain}>
        Try again
      </Button>
    </Notice>
  );
}
