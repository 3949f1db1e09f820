/** What the palette offers besides keys: the selected key's actions, the workspaces, and the commands. */
import type { KeyDetail, KeyRow } from '#shared/domain/key.ts';
import { whyNotRole } from '#shared/domain/role.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { WorkspaceColour } from '#shared/domain/workspace.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { SavedSearch } from '#shared/ipc/saved-searches.ts';
import { type Chord, type Command, chordsOf } from '#shared/shortcuts.ts';
import type { DialogRequest } from '../../app/dialogs.ts';
import type { ScreenId } from '../../app/screen-store.ts';
import { type KeyAction, whyNot } from '../inventory/details/action-rules.ts';
import { stepPlace } from '../runs/run-steps.ts';
import { type Matchable, matching } from './match.ts';

export type Choice =
  | { kind: 'action'; action: KeyAction; key: KeyDetail }
  | { kind: 'details'; key: KeyDetail }
  | { kind: 'screen'; screen: ScreenId }
  | { kind: 'search'; saved: SavedSearch }
  | { kind: 'workspace'; workspaceId: string | null }
  | { kind: 'command'; command: Command }
  | { kind: 'sync' }
  | { kind: 'cli-import' }
  | { kind: 'run'; runId: string }
  | { kind: 'dialog'; request: DialogRequest }
  | { kind: 'key'; keyId: string }
  | { kind: 'compromised'; keyId: string };

export type Entry = Matchable & {
  /** Its own within the palette. */
  id: string;
  choice: Choice;
  colour?: WorkspaceColour;
  /** The visible beginning of the key's secret. */
  prefix?: string;
  /** Where a key lives. */
  detail?: string;
  chord?: Chord | undefined;
  /** Why it cannot be chosen, and whom to ask: shown in place of what would be there else. */
  reason?: string;
};

export type EntryGroup = { title: string; entries: readonly Entry[] };

/** No list is longer: whoever does not see it types one word more. */
export const longestGroup = 20;

const actionLabels: Readonly<Record<KeyAction, string>> = {
  rotate: 'Rotate…',
  'edit-scope': 'Edit scope',
  rename: 'Rename',
  disable: 'Disable',
  enable: 'Enable',
  protect: 'Protect',
  roll: 'Roll…',
  compromised: 'Mark as compromised…',
  delete: 'Delete…',
};

/** What every platform has, and a member would look for. */
const refusedByRole: readonly KeyAction[] = ['rotate', 'edit-scope', 'rename', 'compromised', 'delete'];

/**
 * Only what is possible right now, by the rules of the inspector. What is noted can be changed at any time. Where the role
 * is what stands in the way, it says so: that does not change by waiting.
 */
export function actionEntries(key: KeyDetail, workspace: Workspace | undefined): Entry[] {
  const actions: readonly KeyAction[] = [
    'rotate',
    'edit-scope',
    'rename',
    key.disabled ? 'enable' : 'disable',
    'protect',
    'roll',
    'compromised',
    'delete',
  ];
  const details: Entry = {
    id: 'edit-details',
    label: 'Edit details',
    also: 'owner environment notes purpose used by annotate',
    choice: { kind: 'details', key },
  };
  const entryOf = (action: KeyAction): Entry => ({
    id: action,
    label: action === 'rotate' && key.rotating ? 'Open rotation' : actionLabels[action],
    choice: { kind: 'action', action, key },
    ...(action === 'rotate' && { also: 'replace twin', chord: chordsOf({ command: 'rotate' })[0] }),
    ...(action === 'compromised' && {
      also: 'leaked incident revoke stolen exposed',
      chord: chordsOf({ command: 'compromised' })[0],
    }),
  });
  const possible = actions.filter((action) => whyNot(action, key, workspace) === null).map(entryOf);
  const reason = whyNotRole({ name: key.workspaceName, role: key.role });
  const refused = refusedByRole
    .filter((action) => reason !== null && whyNot(action, key, workspace) === reason)
    .map((action): Entry => ({ ...entryOf(action), ...(reason !== null && { reason }) }));
  return [...possible, details, ...refused];
}

/** Every screen of the frame, so that a new one is found here by itself. */
export function screenEntries(screens: readonly { id: ScreenId; label: string }[]): Entry[] {
  return screens.map(({ id, label }) => ({
    id: `screen-${id}`,
    label: `Go to ${label}`,
    also: 'view screen',
    choice: { kind: 'screen', screen: id },
  }));
}

export function workspaceEntries(list: readonly Workspace[]): Entry[] {
  return list.map(({ id, name, slug, colour, position }) => ({
    id: `workspace-${id}`,
    label: `Go to ${name}`,
    also: `${slug} workspace`,
    colour,
    chord: chordsOf({ command: 'go-to-workspace', position })[0],
    choice: { kind: 'workspace', workspaceId: id },
  }));
}

/** Found by their names, and by what they look for. */
export function searchEntries(saved: readonly SavedSearch[], list: readonly Workspace[]): Entry[] {
  return saved.map((each) => {
    const workspace = list.find(({ id }) => id === each.workspaceId);
    return {
      id: `search-${each.id}`,
      label: each.name,
      also: `${each.search} ${workspace?.name ?? ''} saved search`,
      ...(workspace && { colour: workspace.colour, detail: workspace.name }),
      choice: { kind: 'search', saved: each },
    };
  });
}

/** Rotations under way, found by either of their keys. */
export function runEntries(runs: readonly Run[], list: readonly Workspace[]): Entry[] {
  return runs.map((run) => {
    const workspace = list.find(({ id }) => id === run.workspaceId);
    return {
      id: `run-${run.id}`,
      label: `Rotation of ${run.old.name || 'No name'}`,
      also: `${run.twinName} ${workspace?.name ?? ''} rotate twin`,
      detail: stepPlace(run),
      ...(workspace && { colour: workspace.colour }),
      choice: { kind: 'run', runId: run.id },
    };
  });
}

/** Where nothing is connected, what needs a workspace is left out. `whyNoNewKey`: null where a key can be made. */
export function commandEntries(connected: boolean, whyNoNewKey: string | null = null): Entry[] {
  const entry = (label: string, command: Command, also = ''): Entry => ({
    id: command.command,
    label,
    also,
    chord: chordsOf(command)[0],
    choice: { kind: 'command', command },
  });
  return [
    ...(connected
      ? [
          {
            ...entry('New key', { command: 'new-key' }, 'create generate'),
            ...(whyNoNewKey !== null && { reason: whyNoNewKey }),
          },
        ]
      : []),
    entry('Connect a workspace', { command: 'connect' }, 'sign in add'),
    {
      id: 'cli-import',
      label: 'Import from the Roboflow CLI',
      also: 'connect sign in keys plain text file config json',
      choice: { kind: 'cli-import' },
    },
    ...(connected
      ? [
          { id: 'sync', label: 'Sync now', also: 'refresh reload', choice: { kind: 'sync' } } as const,
          entry('Level load…', { command: 'level-load' }, 'rotation due dates spread plan balance'),
          entry(
            'Export rotation calendar…',
            { command: 'export-calendar' },
            'ics ical icalendar due dates save file',
          ),
          entry('Save search', { command: 'save-search' }, 'keep filter'),
          entry('All workspaces', { command: 'go-to-workspace', position: 0 }, 'go to'),
        ]
      : []),
    entry('Keyboard shortcuts', { command: 'shortcuts' }, 'help'),
  ];
}

export function keyEntries(rows: readonly KeyRow[], list: readonly Workspace[]): Entry[] {
  const workspaces = new Map(list.map((workspace) => [workspace.id, workspace]));
  return rows.map(({ id, name, prefix, workspaceId }) => {
    const workspace = workspaces.get(workspaceId);
    return {
      id: `key-${id}`,
      label: name || 'No name',
      prefix,
      ...(workspace && { colour: workspace.colour, detail: workspace.name, also: workspace.name }),
      choice: { kind: 'key', keyId: id },
    };
  });
}

/** What is typed to mark a key as compromised without going to it: "compromised line-4". */
const compromisedBefore = /^\s*compromised\s+(?=\S)/i;

/** The words that name the key, where what is typed begins so; null where it does not. */
export function compromisedSearch(typed: string): string | null {
  return compromisedBefore.test(typed) ? typed.replace(compromisedBefore, '') : null;
}

/** The same keys, each to be marked as compromised. */
export function compromisedEntries(keys: readonly Entry[]): Entry[] {
  return keys.flatMap((entry): Entry[] =>
    entry.choice.kind === 'key'
      ? [
          {
            ...entry,
            id: `compromised-${entry.choice.keyId}`,
            label: `Mark ${entry.label} as compromised…`,
            choice: { kind: 'compromised', keyId: entry.choice.keyId },
          },
        ]
      : [],
  );
}

/**
 * The groups with what fits the words typed; those without any are left out. Keys were matched by main. `last`: what comes
 * after them, since a key's own name means the key first.
 */
export function groupsFor(
  typed: string,
  local: readonly EntryGroup[],
  keys: readonly Entry[],
  last: readonly EntryGroup[] = [],
): readonly EntryGroup[] {
  const fitting = ({ title, entries }: EntryGroup) => ({ title, entries: matching(typed, entries) });
  return [...local.map(fitting), { title: 'Keys', entries: keys }, ...last.map(fitting)]
    .map(({ title, entries }) => ({ title, entries: entries.slice(0, longestGroup) }))
    .filter(({ entries }) => entries.length > 0);
}
