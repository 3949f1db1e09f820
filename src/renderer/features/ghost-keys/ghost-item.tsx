/** One lost secret: its key, or the keys that may be it, and what can be done. */
import { useState } from 'react';
import type { GhostKey } from '#shared/ipc/ghost-keys.ts';
import { openDialog } from '../../app/dialogs.ts';
import { bridge } from '../../lib/bridge.ts';
import { useRequest } from '../../lib/use-request.ts';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { RequestNotice } from '../../ui/request-notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { useWorkspace } from '../workspaces/workspaces-store.ts';
import styles from './ghost-item.module.css';
import { madeInWords, reasons } from './ghost-words.ts';
import { loadGhosts } from './ghosts-store.ts';

export function GhostItem({ ghost }: { ghost: GhostKey }) {
  const workspace = useWorkspace(ghost.workspaceId);
  const [chosen, setChosen] = useState<string | null>(null);
  const request = useRequest();
  const { name, candidates } = ghost;
  const [only, ...others] = candidates;
  const candidate = others.length === 0 ? only : candidates.find(({ keyId }) => keyId === chosen);

  const keep = async () => {
    if (!candidate) return;
    const kept = await request.run(() => bridge().ghostKeysKeep({ keyId: candidate.keyId }));
    if (!kept) return;
    showToast({ text: `${name} stays, without its secret`, about: candidate.keyId });
    await loadGhosts();
  };
  const release = async () => {
    const released = await request.run(() => bridge().ghostKeysRelease({ intentId: ghost.intentId }));
    if (released) await loadGhosts();
  };

  return (
    <li className={styles.item}>
      <div className={styles.heading}>
        <h3 className={styles.name}>{name}</h3>
        {workspace && (
          <span className={styles.workspace}>
            <WorkspaceSquare colour={workspace.colour} size={10} />
            {workspace.name}
          </span>
        )}
      </div>
      {others.length === 0 && only ? (
        <p className={styles.facts}>
          {only.prefix && <code>{only.prefix}… · </code>}
          {madeInWords(only)}. {reasons[ghost.reason]}
        </p>
      ) : (
        <>
          <p className={styles.facts}>
            {candidates.length} keys of this name were made at that time. One of them has lost its secret; any
            other is somebody else’s and may be in use.
          </p>
          <RadioCards
            mono
            legend={`Which one is ${name}?`}
            cards={candidates.map((each) => ({
              value: each.keyId,
              label: each.prefix ? `${each.prefix}…` : each.name,
              description: `${madeInWords(each)}. ${each.sameGrant ? 'Has the scope that was asked for.' : 'Has another scope than was asked for.'}`,
            }))}
            value={chosen}
            onValueChange={setChosen}
          />
        </>
      )}
      <RequestNotice request={request} />
      <div className={styles.actions}>
        {others.length > 0 && (
          <Button variant="link" onClick={() => void release()}>
            None of these
          </Button>
        )}
        <Button busy={request.busy} disabled={!candidate} onClick={() => void keep()}>
          Keep without its secret<span className="visually-hidden"> {name}</span>
        </Button>
        <Button
          variant="danger-quiet"
          disabled={!candidate || request.busy}
          onClick={() => candidate && openDialog({ kind: 'delete-ghost', ghost, candidate })}
        >
          Delete…<span className="visually-hidden"> {name}</span>
        </Button>
      </div>
    </li>
  );
}
