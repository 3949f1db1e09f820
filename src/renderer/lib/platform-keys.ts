/** How shortcuts are written on this system and recognised in events: Command on a Mac, Ctrl elsewhere. */
import type { Chord } from '#shared/shortcuts.ts';

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

/** True for the modifier that shortcuts of applications use, with or without Shift: Ctrl+Alt types characters on some layouts. */
export function hasCommandKey(event: { ctrlKey: boolean; metaKey: boolean; altKey: boolean }): boolean {
  const pressed = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return pressed && !event.altKey;
}

const keySigns: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': 'Space',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};

/** The keys of a chord, one by one, for the screen: "⇧", "⌘", "N" or "Ctrl", "Shift", "N". */
export function keySignsOf(chord: Chord, mac = isMac): string[] {
  const modifiers = mac
    ? [chord.alt && '⌥', chord.shift && '⇧', chord.primary && '⌘']
    : [chord.primary && 'Ctrl', chord.alt && 'Alt', chord.shift && 'Shift'];
  return [...modifiers.filter((sign) => sign !== undefined), keySigns[chord.key] ?? chord.key];
}

/** For the screen: "⌘N" or "Ctrl+N". */
export function shortcutLabel(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl+${key}`;
}

/** For `aria-keyshortcuts`: "Meta+N" or "Control+N". */
export function shortcutName(key: string): string {
  return isMac ? `Meta+${key}` : `Control+${key}`;
}
