import { openDialog } from '../../app/dialogs.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { syncNow, useSync } from '../sync/sync-store.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { useGhosts } from './ghosts-store.ts';

/** Over every screen until it is decided: a key that nobody can use, and nobody knows of, is a door left open. */
export function GhostBanner() {
  const { ghosts, waiting } = useGhosts();
  const list = useWorkspaces((state) => state.list) ?? [];
  const syncing = useSync((state) => state.status.running);
  const nameOf = (id: string) => list.find((workspace) => workspace.id === id)?.name ?? 'its workspace';
  const [ghost, ...others] = ghosts;
  if (ghost) {
    return (
      <Notice
        tone="warn"
        banner
        message={
          others.length === 0
            ? `${ghost.name} in ${nameOf(ghost.workspaceId)} has lost its secret.`
            : `${plural(ghosts.length, 'new key')} have lost their secrets.`
        }
        hint={others.length === 0 ? 'Delete it, or keep it without.' : 'Delete them, or keep them without.'}
      >
        <Button variant="link" onClick={() => openDialog({ kind: 'ghost-keys' })}>
          Decide…
        </Button>
      </Notice>
    );
  }
  const [first, ...more] = waiting;
  if (!first) return null;
  const alsoWaiting =
    more.length > 0 ? ` The same goes for ${plural(more.length, 'more key', 'more keys')}.` : '';
  return (
    <Notice
      banner
      message={`It is not known yet whether ${first.name} was made in ${nameOf(first.workspaceId)}.`}
      hint={`The next sync that reaches the platform finds out.${alsoWaiting}`}
    >
      <Button variant="link" busy={syncing} onClick={() => void syncNow(first.workspaceId)}>
        Sync it now
      </Button>
    </Notice>
  );
}
