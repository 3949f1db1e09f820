/** What the command palette offers about rotation policies and snoozing. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { rotationOf } from '#shared/domain/rotation-due.ts';
import { chordsOf } from '#shared/shortcuts.ts';
import type { Entry } from '../palette/entries.ts';

/** For the key that is looked at: what is possible right now. */
export function keyPolicyEntries(key: KeyDetail, now: number): Entry[] {
  const { kind } = rotationOf(key, now);
  const snooze: Entry = {
    id: 'snooze',
    label: kind === 'snoozed' ? 'Snooze again…' : 'Snooze…',
    also: 'rest later remind put off',
    chord: chordsOf({ command: 'snooze' })[0],
    choice: { kind: 'dialog', request: { kind: 'snooze', selection: only(key), count: 1, key } },
  };
  const policy: Entry = {
    id: 'key-policy',
    label: 'Rotation policy of the key…',
    also: 'days due own',
    choice: { kind: 'dialog', request: { kind: 'key-policy', key } },
  };
  return [
    ...(kind === 'due' || kind === 'snoozed' ? [snooze] : []),
    ...(key.status === 'vanished' ? [] : [policy]),
  ];
}

/** `workspaceId`: where the person is looking; null for all of them. */
export function policyCommands(connected: boolean, workspaceId: string | null): Entry[] {
  if (!connected) return [];
  return [
    {
      id: 'policies',
      label: 'Rotation policies',
      also: 'days due environment how often rotate',
      choice: { kind: 'dialog', request: { kind: 'policies', workspaceId } },
    },
  ];
}

const only = ({ id }: KeyDetail) => ({ kind: 'keys' as const, keyIds: [id] });
