/** The workspaces in the order of the sidebar: moved by buttons, by Alt with an arrow, or by dragging. */

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Workspace } from '#shared/ipc/connections.ts';
import { openDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { shortcutLabel } from '../../lib/platform-keys.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { loadWorkspaces, useWorkspaces } from '../workspaces/workspaces-store.ts';
import { type ConnectionEntry, titleOf } from './connection-words.ts';
import { useRowDrag } from './use-row-drag.ts';
import styles from './workspace-order.module.css';

/** The last position with a shortcut of its own. */
const lastShortcut = 9;
/** The token --row-height, in pixels. */
const rowHeight = 36;

export function WorkspaceOrder({
  list,
  entries,
}: {
  list: readonly Workspace[];
  entries: readonly ConnectionEntry[];
}) {
  const { move, said, problem } = useMoving(list);
  const place = useRef<HTMLOListElement>(null);
  const { drag, handle } = useRowDrag(place, list.length, rowHeight, (id, position) =>
    move(id, { to: position }),
  );
  const titles = new Map(entries.map(({ connection }) => [connection.id, titleOf(connection, [])]));

  return (
    <>
      {problem && <Notice tone="bad" banner urgent message={problem} />}
      <ol
        ref={place}
        className={styles.list}
        data-dragging={drag ? '' : undefined}
        aria-label="Order of workspaces"
      >
        {list.map((workspace) => {
          const { id, position } = workspace;
          return (
            <li
              key={id}
              className={styles.row}
              data-dragged={drag?.id === id || undefined}
              data-drop={drag ? dropMark(drag, position) : undefined}
              onKeyDown={(event) => {
                const step = stepOf(event);
                if (step === 0) return;
                event.preventDefault();
                move(id, { by: step });
              }}
            >
              <Row
                workspace={workspace}
                signIn={titles.get(workspace.connectionId) ?? ''}
                last={position === list.length}
                grip={handle(id, position)}
                onMove={(step) => move(id, { by: step })}
              />
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

/** Before the row where it comes from below, after it where it comes from above. */
function dropMark({ from, over }: { from: number; over: number }, position: number) {
  if (over !== position || from === over) return undefined;
  return from > over ? 'before' : 'after';
}

function stepOf({ key, altKey }: KeyboardEvent): -1 | 0 | 1 {
  if (!altKey) return 0;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
}

/** To a place, or some places on from where it is when its turn comes. */
type Move = { to: number } | { by: -1 | 1 };

/** One move after the other, none lost, and the focus goes along: a row that is put elsewhere in the page loses it. */
function useMoving(list: readonly Workspace[]) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const before = useRef(Promise.resolve());
  const focused = useRef<HTMLElement | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new order that takes the focus away
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focused.current?.focus({ preventScroll: true });
    focused.current?.scrollIntoView({ block: 'nearest' });
    focused.current = null;
  }, [list]);

  function move(workspaceId: string, step: Move): void {
    before.current = before.current.then(() => moveNow(workspaceId, step));
  }

  async function moveNow(workspaceId: string, step: Move): Promise<void> {
    const current = useWorkspaces.getState().list ?? [];
    const workspace = current.find(({ id }) => id === workspaceId);
    if (!workspace) return;
    const position = 'to' in step ? step.to : workspace.position + step.by;
    if (position < 1 || position > current.length) return;
    const result = await answer(bridge().workspacesMove({ workspaceId, position }));
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (result.ok) await loadWorkspaces();
    setProblem(result.ok ? null : result.error.message);
    if (result.ok) setSaid(`${workspace.name} is number ${position} now.`);
  }
  return { move, said, problem };
}

function Row({
  workspace,
  signIn,
  last,
  grip,
  onMove,
}: {
  workspace: Workspace;
  signIn: string;
  last: boolean;
  grip: ReturnType<ReturnType<typeof useRowDrag>['handle']>;
  onMove: (step: -1 | 1) => void;
}) {
  const { name, platformName, colour, position, keyCount } = workspace;
  const move = (label: string, step: -1 | 1, Icon: typeof ArrowUp, end: boolean) => (
    <button
      type="button"
      className={styles.move}
      aria-label={`Move ${name} ${label}`}
      title={`Move ${label} (Alt+${step < 0 ? '↑' : '↓'})`}
      // Not disabled: at the end of the list the focus stays where it is.
      aria-disabled={end || undefined}
      onClick={() => !end && onMove(step)}
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  );
  return (
    <>
      <span className={styles.grip} title="Drag to another place" aria-hidden="true" {...grip}>
        <GripVertical size={14} />
      </span>
      <span className={styles.number}>{position}</span>
      <WorkspaceSquare colour={colour} />
      <span className={styles.name}>
        {name}
        {name !== platformName && <span className={styles.quiet}>{platformName}</span>}
      </span>
      <span className={styles.signIn} title={signIn}>
        {signIn}
      </span>
      <span className={styles.keys}>{plural(keyCount, 'key')}</span>
      <kbd className={styles.shortcut}>{position <= lastShortcut ? shortcutLabel(`${position}`) : ''}</kbd>
      {move('up', -1, ArrowUp, position === 1)}
      {move('down', 1, ArrowDown, last)}
      <Button
        variant="link"
        aria-label={`Edit ${name}`}
        onClick={() => openDialog({ kind: 'edit-workspace', workspace })}
      >
        Edit…
      </Button>
    </>
  );
}
