/** What the keyboard and the menu can ask the window to do, in one place so that both do the same. */
import { type Chord, type Command, shortcutGroups } from '#shared/shortcuts.ts';
import { exportCalendar } from '../features/calendar-export/export-calendar.ts';
import { compromisedInView } from '../features/incidents/incident-actions.ts';
import { showWorkspace, useView } from '../features/inventory/view-store.ts';
import { snoozeInView } from '../features/policies/snooze-actions.ts';
import { rotateInView } from '../features/runs/rotate-in-view.ts';
import { saveSearch } from '../features/saved-searches/save-search.ts';
import { useWorkspaces } from '../features/workspaces/workspaces-store.ts';
import { bridge } from '../lib/bridge.ts';
import { hasCommandKey } from '../lib/platform-keys.ts';
import { closeDialog, openDialog, useDialogs } from './dialogs.ts';

export const searchBoxId = 'search-keys';

export function run(command: Command): void {
  // A dialog asks one question at a time; the window behind it does not move meanwhile.
  const { open } = useDialogs.getState();
  if (open?.kind === 'palette' && command.command === 'palette') closeDialog();
  if (open) return;
  switch (command.command) {
    case 'palette':
      openDialog({ kind: 'palette' });
      break;
    case 'shortcuts':
      openDialog({ kind: 'shortcuts' });
      break;
    case 'connect':
      openDialog({ kind: 'connect' });
      break;
    case 'new-key':
      if (hasWorkspaces()) openDialog({ kind: 'new-key', workspaceId: useView.getState().workspaceId });
      break;
    case 'rotate':
      rotateInView();
      break;
    case 'compromised':
      compromisedInView();
      break;
    case 'level-load':
      if (hasWorkspaces()) openDialog({ kind: 'level-load', workspaceId: useView.getState().workspaceId });
      break;
    case 'export-calendar':
      if (hasWorkspaces()) void exportCalendar(useView.getState().workspaceId);
      break;
    case 'snooze':
      snoozeInView();
      break;
    case 'search':
      focusSearch();
      break;
    case 'save-search':
      if (hasWorkspaces()) saveSearch();
      break;
    case 'go-to-workspace':
      goToWorkspace(command.position);
      break;
  }
}

function hasWorkspaces(): boolean {
  return (useWorkspaces.getState().list ?? []).length > 0;
}

function focusSearch(): void {
  const box = document.getElementById(searchBoxId);
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

/** 0 shows all workspaces; a number that no workspace has changes nothing. */
function goToWorkspace(position: number): void {
  if (position === 0) showWorkspace(null);
  const workspace = useWorkspaces.getState().list?.find((candidate) => candidate.position === position);
  if (workspace) showWorkspace(workspace.id);
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The command of a key press, or null. `typing`: the focus is where letters are text. */
export function commandOf(event: KeyPress, typing: boolean): Command | null {
  const found = shortcutGroups
    .flatMap((group) => group.shortcuts)
    .find(
      ({ command, chords }) => command !== null && chords.some((chord) => isPressed(chord, event, typing)),
    );
  return found?.command ?? null;
}

function isPressed(chord: Chord, event: KeyPress, typing: boolean): boolean {
  if (event.key.toUpperCase() !== chord.key) return false;
  if (chord.primary) {
    return hasCommandKey(event) && event.shiftKey === (chord.shift ?? false);
  }
  // With or without Shift, since layouts differ in where the slash and the question mark are.
  return !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}

export function followCommands(): () => void {
  const stop = bridge().onAppCommand(run);
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const command = commandOf(event, isTyping(event.target));
    if (!command) return;
    event.preventDefault();
    run(command);
  }
  window.addEventListener('keydown', onKeyDown);
  return () => {
    stop();
    window.removeEventListener('keydown', onKeyDown);
  };
}
