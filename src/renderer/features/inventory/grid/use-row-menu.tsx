/** The menu of a row: what can be done to its key right now, as the palette has it. */
import { type KeyboardEvent, type MouseEvent, type RefObject, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../../lib/bridge.ts';
import { ContextMenu } from '../../../ui/context-menu.tsx';
import { choose } from '../../palette/choose.ts';
import { actionEntries, type Entry } from '../../palette/entries.ts';
import { useWorkspaces } from '../../workspaces/workspaces-store.ts';
import { ruled } from '../details/overruled-plans.ts';
import { knownRow } from '../rows-store.ts';
import { selectPosition } from '../selection-store.ts';
import { rowElementId } from './key-row.tsx';

/** From the edge of a row to its key's name, in pixels: past the box. */
const nameIndent = 40;

type Open = { key: KeyDetail; at: { x: number; y: number } };

/** `cursorRow`: where the keyboard is, for a menu that is asked for by key. `onMenuKey` answers whether it was one. */
export function useRowMenu(gridRef: RefObject<HTMLElement | null>, cursorRow: number) {
  const [open, setOpen] = useState<Open | null>(null);
  const list = useWorkspaces((state) => state.list);

  function show(position: number, at: Open['at']): boolean {
    const row = knownRow(position);
    if (!row) return false;
    selectPosition(position);
    void answer(bridge().inventoryKey({ keyId: row.id })).then((result) => {
      if (result.ok) setOpen({ key: result.value, at });
    });
    return true;
  }

  function onContextMenu(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const pointed = target?.closest<HTMLElement>('[data-position]')?.dataset.position;
    if (pointed !== undefined && show(Number(pointed), { x: event.clientX, y: event.clientY }))
      event.preventDefault();
  }

  function onMenuKey(event: KeyboardEvent): boolean {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return false;
    event.preventDefault();
    const place = document.getElementById(rowElementId(cursorRow))?.getBoundingClientRect();
    if (place) show(cursorRow, { x: place.left + nameIndent, y: place.bottom });
    return true;
  }

  if (!open) return { menu: null, onContextMenu, onMenuKey };
  const { key, at } = open;
  const workspace = list?.find(({ id }) => id === key.workspaceId);
  const entries = actionEntries(ruled(key), workspace);
  // What cannot be taken back comes last, as far from the pointer as it gets.
  const [ending, others] = [entries.filter(endsKey), entries.filter((entry) => !endsKey(entry))];
  const items = [...others, ...ending].map(({ label, choice, chord, reason }, index) => ({
    label,
    onSelect: () => choose(choice),
    disabled: reason !== undefined,
    danger: index >= others.length,
    ...(chord && { chord }),
  }));
  return {
    onContextMenu,
    onMenuKey,
    menu: (
      <ContextMenu
        key={`${key.id} ${at.x} ${at.y}`}
        label={`Actions for ${key.name || 'No name'}`}
        at={at}
        items={items}
        backTo={() => gridRef.current}
        onClosed={() => setOpen(null)}
      />
    ),
  };
}

function endsKey({ id }: Entry): boolean {
  return id === 'compromised' || id === 'delete';
}
