/**
 * Every shortcut there is, in one table: the window listens by it, the menu shows it, and the shortcut sheet lists it.
 */
import type { EventPayload } from './ipc/contract.ts';

export type Command = EventPayload<'app.command'>;

/** Keys pressed together. `key` is the browser's name for it, a letter as a capital. */
export type Chord = {
  key: string /** Command on a Mac, Ctrl elsewhere. */;
  primary?: true;
  shift?: true;
  alt?: true;
};

export type Shortcut = {
  label: string;
  /** Any one of them does it. */
  chords: readonly Chord[];
  /** What the window does; null where one place of it, for instance the table, listens by itself. */
  command: Command | null;
};

const lastNumbered = 9;

const toWorkspace = Array.from({ length: lastNumbered }, (_, index): Shortcut => {
  const position = index + 1;
  return {
    label: `Workspace ${position}`,
    chords: [{ key: String(position), primary: true }],
    command: { command: 'go-to-workspace', position },
  };
});

export const shortcutGroups: readonly { title: string; shortcuts: readonly Shortcut[] }[] = [
  {
    title: 'Anywhere',
    shortcuts: [
      { label: 'Command palette', chords: [{ key: 'K', primary: true }], command: { command: 'palette' } },
      {
        label: 'Search keys',
        chords: [{ key: '/' }, { key: 'F', primary: true }],
        command: { command: 'search' },
      },
      { label: 'Save search', chords: [{ key: 'S', primary: true }], command: { command: 'save-search' } },
      { label: 'New key', chords: [{ key: 'N', primary: true }], command: { command: 'new-key' } },
      {
        label: 'Connect a workspace',
        chords: [{ key: 'N', primary: true, shift: true }],
        command: { command: 'connect' },
      },
      { label: 'Go to a message, then Tab to its Undo', chords: [{ key: 'F6' }], command: null },
      { label: 'Keyboard shortcuts', chords: [{ key: '?' }], command: { command: 'shortcuts' } },
    ],
  },
  {
    title: 'Keys',
    shortcuts: [
      { label: 'Key above or below', chords: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }], command: null },
      { label: 'A page up or down', chords: [{ key: 'PageUp' }, { key: 'PageDown' }], command: null },
      { label: 'Details of the key; sort by the column', chords: [{ key: 'Enter' }], command: null },
      {
        label: 'Back to the table; clear the selection',
        chords: [{ key: 'Escape' }],
        command: null,
      },
      { label: 'What can be done to the key', chords: [{ key: 'F10', shift: true }], command: null },
      { label: 'Select the key', chords: [{ key: ' ' }], command: null },
      {
        label: 'Select a range',
        chords: [
          { key: 'ArrowUp', shift: true },
          { key: 'ArrowDown', shift: true },
        ],
        command: null,
      },
      {
        label: 'Rotate the key, or the selected ones; open its rotation',
        chords: [{ key: 'R' }],
        command: { command: 'rotate' },
      },
      {
        label: 'Snooze the key, or the selected ones',
        chords: [{ key: 'S' }],
        command: { command: 'snooze' },
      },
      {
        label: 'Mark the key as compromised',
        chords: [{ key: 'X' }],
        command: { command: 'compromised' },
      },
      { label: 'Select all that match', chords: [{ key: 'A', primary: true }], command: null },
    ],
  },
  {
    title: 'Columns, on their names',
    shortcuts: [
      {
        label: 'Narrower or wider',
        chords: [
          { key: 'ArrowLeft', shift: true },
          { key: 'ArrowRight', shift: true },
        ],
        command: null,
      },
      { label: 'As wide as there is room', chords: [{ key: 'Enter', shift: true }], command: null },
      {
        label: 'To the left or right',
        chords: [
          { key: 'ArrowLeft', primary: true, shift: true },
          { key: 'ArrowRight', primary: true, shift: true },
        ],
        command: null,
      },
    ],
  },
  {
    title: 'Rotation',
    shortcuts: [
      {
        label: 'Card, or day of the calendar',
        chords: [{ key: 'ArrowUp' }, { key: 'ArrowDown' }, { key: 'ArrowLeft' }, { key: 'ArrowRight' }],
        command: null,
      },
      { label: 'Details of the key; keys of the day', chords: [{ key: 'Enter' }], command: null },
      { label: 'Month before or after', chords: [{ key: 'PageUp' }, { key: 'PageDown' }], command: null },
      { label: 'Pick up the key, or all of the day; put down', chords: [{ key: ' ' }], command: null },
      { label: 'Put back; close what is open', chords: [{ key: 'Escape' }], command: null },
    ],
  },
  {
    title: 'Saved searches',
    shortcuts: [
      { label: 'Rename the search', chords: [{ key: 'F2' }], command: null },
      {
        label: 'Move the search up or down',
        chords: [
          { key: 'ArrowUp', alt: true },
          { key: 'ArrowDown', alt: true },
        ],
        command: null,
      },
      { label: 'Delete the search', chords: [{ key: 'Delete' }], command: null },
    ],
  },
  {
    title: 'Workspaces',
    shortcuts: [
      {
        label: 'All workspaces',
        chords: [{ key: '0', primary: true }],
        command: { command: 'go-to-workspace', position: 0 },
      },
      ...toWorkspace,
    ],
  },
];

/** What a command is pressed with; nothing where it has no shortcut. */
export function chordsOf(command: Command): readonly Chord[] {
  const found = shortcutGroups
    .flatMap((group) => group.shortcuts)
    .find((shortcut) => shortcut.command !== null && same(shortcut.command, command));
  return found?.chords ?? [];
}

function same(one: Command, other: Command): boolean {
  const position = (command: Command) => ('position' in command ? command.position : null);
  return one.command === other.command && position(one) === position(other);
}
