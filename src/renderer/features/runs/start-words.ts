/** What the start dialog says of a rotation that has not begun. */
import { environmentLabels } from '#shared/domain/environment.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Workspace } from '#shared/ipc/connections.ts';
import { listed } from '../../lib/listed.ts';
import { plural } from '../../lib/plural.ts';
import type { Plan } from './use-plans.ts';

/** Two days: long enough for what runs once a night to be seen twice. */
export const defaultQuietHours = 48;
export const offeredQuietHours = [24, 48, 168] as const;
export const mostQuietHours = 720;

/** A week: long enough for what runs once a week to be missed by somebody. */
export const defaultDisabledDays = 7;
export const offeredDisabledDays = [7, 14, 30] as const;
export const mostDisabledDays = 365;

/** What the twin takes over, as it is: "Scope, 2 folders, metadata, Production, owner and notes". */
export function comesAlong({ key }: Plan): string {
  if (!key) return '';
  const noted = [
    key.owner !== null && 'owner',
    key.purpose !== null && 'purpose',
    key.notes !== null && 'notes',
  ].filter((each): each is string => each !== false);
  return listed([
    'Scope',
    ...(key.folderIds.length > 0 ? [plural(key.folderIds.length, 'folder')] : []),
    ...(Object.keys(key.metadata).length > 0 ? ['metadata'] : []),
    ...(key.environment === 'unassigned' ? [] : [`environment (${environmentLabels[key.environment]})`]),
    ...noted,
  ]);
}

/** What holds for every one of them is said once; what holds for some only stands beside each. */
export function sharedWarnings(plans: readonly Plan[]): string[] {
  const [first, ...others] = plans.filter(({ preview }) => preview.refusal === null);
  if (!first) return [];
  return first.preview.warnings.filter((warning) =>
    others.every(({ preview }) => preview.warnings.includes(warning)),
  );
}

/** The workspaces of these keys, each once. */
export function placesOf(plans: readonly Plan[], list: readonly Workspace[]): Workspace[] {
  const ids = new Set(plans.map(({ key }) => key?.workspaceId));
  return list.filter(({ id }) => ids.has(id));
}

/** Whether one of their platforms reports when a key was used: without that no hours are counted. */
export function countsQuiet(plans: readonly Plan[]): boolean {
  return plans.some(({ key }) => key !== null && platforms[key.platform].capabilities.lastUsed === true);
}

/** Whether one of their platforms can disable: without that there are no days in quarantine. */
export function canDisable(plans: readonly Plan[]): boolean {
  return plans.some(({ key }) => key !== null && platforms[key.platform].capabilities.disable === true);
}

/** "24 h", "7 days". */
export function hoursLabel(hours: number): string {
  return hours >= 72 && hours % 24 === 0 ? plural(hours / 24, 'day') : `${hours} h`;
}
