/** The menu of a key, wherever it is listed: what can be done to it right now, as the palette has it. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import { answer, bridge } from '../../lib/bridge.ts';
import { ContextMenu } from '../../ui/context-menu.tsx';
import { choose } from '../palette/choose.ts';
import { actionEntries, type Entry } from '../palette/entries.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';
import { ruled } from './details/overruled-plans.ts';

/** In pixels of the window. */
export type Place = { x: number; y: number };

/** `backTo`: what gets the keyboard when the menu is gone. `show` opens it beside `at`, once the key is read. */
export function useKeyMenu(backTo: () => HTMLElement | null): {
  menu: ReactNode;
  show: (keyId: string, at: Place) => void;
} {
  const [open, setOpen] = useState<{ key: KeyDetail; at: Place } | null>(null);
  const list = useWorkspaces((state) => state.list);

  function show(keyId: string, at: Place): void {
    void answer(bridge().inventoryKey({ keyId })).then((result) => {
      if (result.ok) setOpen({ key: result.value, at });
    });
  }

  if (!open) return { menu: null, show };
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
    show,
    menu: (
      <ContextMenu
        key={`${key.id} ${at.x} ${at.y}`}
        label={`Actions for ${key.name || 'No name'}`}
        at={at}
        items={items}
        backTo={backTo}
        onClosed={() => setOpen(null)}
      />
    ),
  };
}

/** Whether a menu is asked for by key. */
export function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

function endsKey({ id }: Entry): boolean {
  return id === 'compromised' || id === 'delete';
}
