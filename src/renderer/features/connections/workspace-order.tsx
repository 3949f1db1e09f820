/** The workspaces in the order of the sidebar: moved by buttons, by Alt with an arrow, or by dragging. */

import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Workspace } from '#shared/ipc/connections.ts';
import { openDialog } from '../../app/dialogs.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { shortcutLabel } from '../../lib/platform-keys.ts';
import { plural } from '../../lib/plural.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkspaceSquare } from '../../ui/workspace-square.tsx';
import { loadWorkspaces } from '../workspaces/workspaces-store.ts';
import { type ConnectionEntry, titleOf } from './connection-words.ts';
import styles from './workspace-order.module.css';

/** The last position with a shortcut of its own. */
const lastShortcut = 9;

export function WorkspaceOrder({
  list,
  entries,
}: {
  list: readonly Workspace[];
  entries: readonly ConnectionEntry[];
}) {
  const { move, said, problem } = useMoving(list);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const titles = new Map(entries.map(({ connection }) => [connection.id, titleOf(connection, [])]));
  const from = list.find(({ id }) => id === dragged)?.position ?? 0;

  const onDragOver = (event: DragEvent, position: number) => {
    if (dragged === null) return;
    event.preventDefault();
    setOver(position);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== null && over !== null && over !== from) void move(dragged, over);
    setDragged(null);
    setOver(null);
  };

  return (
    <>
      {problem && <Notice tone="bad" banner urgent message={problem} />}
      <ol className={styles.list} aria-label="Order of workspaces">
        {list.map((workspace) => {
          const { id, position } = workspace;
          return (
            <li
              key={id}
              className={styles.row}
              draggable
              data-dragged={id === dragged || undefined}
              data-drop={
                over === position && from !== position ? (from > position ? 'before' : 'after') : undefined
              }
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', workspace.name);
                setDragged(id);
              }}
              onDragOver={(event) => onDragOver(event, position)}
              onDrop={onDrop}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onKeyDown={(event) => {
                const step = stepOf(event);
                if (step === 0) return;
                event.preventDefault();
                void move(id, position + step);
              }}
            >
              <Row
                workspace={workspace}
                signIn={titles.get(workspace.connectionId) ?? ''}
                last={position === list.length}
                onMove={(step) => void move(id, position + step)}
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

function stepOf({ key, altKey }: KeyboardEvent): -1 | 0 | 1 {
  if (!altKey) return 0;
  return key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : 0;
}

/** One move at a time, and the focus goes along: a row that is put elsewhere in the page loses it. */
function useMoving(list: readonly Workspace[]) {
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const moving = useRef(false);
  const focused = useRef<HTMLElement | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new order that takes the focus away
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focused.current?.focus({ preventScroll: true });
    focused.current?.scrollIntoView({ block: 'nearest' });
    focused.current = null;
  }, [list]);

  async function move(workspaceId: string, position: number): Promise<void> {
    const workspace = list.find(({ id }) => id === workspaceId);
    if (!workspace || moving.current || position < 1 || position > list.length) return;
    moving.current = true;
    const result = await answer(bridge().workspacesMove({ workspaceId, position }));
    focused.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (result.ok) await loadWorkspaces();
    moving.current = false;
    setProblem(result.ok ? null : result.error.message);
    if (result.ok) setSaid(`${workspace.name} is number ${position} now.`);
  }
  return { move, said, problem };
}

function Row({
  workspace,
  signIn,
  last,
  onMove,
}: {
  workspace: Workspace;
  signIn: string;
  last: boolean;
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
      <GripVertical className={styles.grip} size={14} aria-hidden="true" />
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
