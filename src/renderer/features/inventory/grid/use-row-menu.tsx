/** The menu of a row: for the pointer where it is, for the keyboard below the name of its row. */
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { knownRow } from '../rows-store.ts';
import { selectPosition } from '../selection-store.ts';
import { isMenuKey, type Place, useKeyMenu } from '../use-key-menu.tsx';
import { rowElementId } from './key-row.tsx';

/** From the edge of a row to its key's name, in pixels: past the box. */
const nameIndent = 40;

/** `cursorRow`: where the keyboard is, for a menu that is asked for by key. `onMenuKey` answers whether it was one. */
export function useRowMenu(gridRef: RefObject<HTMLElement | null>, cursorRow: number) {
  const keyMenu = useKeyMenu(() => gridRef.current);

  function show(position: number, at: Place): boolean {
    const row = knownRow(position);
    if (!row) return false;
    selectPosition(position);
    keyMenu.show(row.id, at);
    return true;
  }

  function onContextMenu(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const pointed = target?.closest<HTMLElement>('[data-position]')?.dataset.position;
    if (pointed !== undefined && show(Number(pointed), { x: event.clientX, y: event.clientY }))
      event.preventDefault();
  }

  function onMenuKey(event: KeyboardEvent): boolean {
    if (!isMenuKey(event)) return false;
    event.preventDefault();
    const place = document.getElementById(rowElementId(cursorRow))?.getBoundingClientRect();
    if (place) show(cursorRow, { x: place.left + nameIndent, y: place.bottom });
    return true;
  }

  return { menu: keyMenu.menu, onContextMenu, onMenuKey };
}
