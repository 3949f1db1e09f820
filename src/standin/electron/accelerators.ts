/** Electron's notation for key combinations, compared with what a page reports. */
import type { KeyPress } from '../page/messages.ts';

interface Combination {
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly key: string;
}

/** Electron's key names where the browser's differ. */
const NAMES: Record<string, string> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  del: 'delete',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
};

/** `CmdOrCtrl+Shift+K`, in any case and order. */
export function parseAccelerator(text: string, platform: NodeJS.Platform = process.platform): Combination {
  const parts = text
    .toLowerCase()
    .split('+')
    .map((part) => part.trim());
  const mac = platform === 'darwin';
  const has = (...names: string[]) => names.some((name) => parts.includes(name));
  const either = has('cmdorctrl', 'commandorcontrol');
  const last = parts.at(-1) ?? '';
  return {
    control: has('ctrl', 'control') || (either && !mac),
    meta: has('cmd', 'command', 'super', 'meta') || (either && mac),
    alt: has('alt', 'option', 'altgr'),
    shift: has('shift'),
    key: NAMES[last] ?? last,
  };
}

/** The key counts by what it writes or, where Shift or Alt change that, by where it is. */
export function isPressed(wanted: Combination, pressed: KeyPress): boolean {
  const { control, shift, alt, meta, key } = wanted;
  const same = (['control', 'shift', 'alt', 'meta'] as const).every(
    (modifier) => pressed[modifier] === { control, shift, alt, meta }[modifier],
  );
  // Ctrl+Shift+1 writes an exclamation mark, and a Cyrillic keyboard writes no Latin letters at all.
  const place = pressed.code.replace(/^(Key|Digit|Numpad)/, '').toLowerCase();
  return same && (pressed.key.toLowerCase() === key || place === key);
}
