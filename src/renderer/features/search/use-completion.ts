/** Which suggestions are open, which of them is active, and what keys do to them. */
import { type RefObject, useState } from 'react';
import { completeSearch } from '#shared/domain/search/complete.ts';
import { setSearch } from '../inventory/view-store.ts';
import { useWorkspaces } from '../workspaces/workspaces-store.ts';

/** `caret`: null while the list is closed, be it by Escape, for want of focus, or because text is selected. */
type State = { caret: number | null; active: number };
const closed: State = { caret: null, active: -1 };

export function useCompletion(input: RefObject<HTMLInputElement | null>, search: string) {
  const [{ caret, active }, setState] = useState(closed);
  const workspaces = useWorkspaces((state) => state.list);
  const open = caret === null ? null : completeSearch(search, caret, { workspaces: workspaces ?? [] });
  const count = open?.suggestions.length ?? 0;

  /** Opens at the caret, where there is something to suggest. */
  function openAtCaret(): void {
    const { selectionStart = null, selectionEnd = null } = input.current ?? {};
    setState({ caret: selectionStart === selectionEnd ? selectionStart : null, active: -1 });
  }

  function take(index: number): void {
    const chosen = open?.suggestions[index];
    if (!open || !chosen || !input.current) return;
    input.current.setRangeText(chosen.insert, open.range.from, open.range.to, 'end');
    setSearch(input.current.value);
    // The name of a token goes on to its values.
    openAtCaret();
  }

  /** Whether the key was for the list. */
  function onKey(key: string): boolean {
    if (!open) return false;
    switch (key) {
      case 'ArrowDown':
        setState({ caret, active: (active + 1) % count });
        return true;
      case 'ArrowUp':
        setState({ caret, active: (Math.max(active, 0) + count - 1) % count });
        return true;
      case 'Enter':
      case 'Tab':
        // Without a choice they do what they always do: go to the results, or on to the next control.
        if (active === -1) return false;
        take(active);
        return true;
      case 'Escape':
        setState(closed);
        return true;
      default:
        return false;
    }
  }

  return {
    open,
    active: open ? active : -1,
    take,
    onKey,
    onTyped: openAtCaret,
    /** Moving the caret away closes the list; only typing opens it. */
    onCaret: () => {
      if (caret !== null && input.current?.selectionStart !== caret) setState(closed);
    },
    onBlur: () => {
      // Another window came to the front: the box keeps the focus in this one, and its list stays as it was.
      if (document.activeElement !== input.current) setState(closed);
    },
  };
}
