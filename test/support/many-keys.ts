/** Workspaces and keys in numbers, the same on every run. */
import type { Grant } from '#shared/domain/grant.ts';
import { presets } from '#shared/domain/presets.ts';
import type { RemoteKey, RemoteWorkspace } from '../../src/main/platforms/platform.ts';
import { remoteKey } from './store.ts';

const uses = ['uploader', 'annotator', 'nightly export', 'edge inference', 'CI', 'dashboard', 'robot'];
const places = ['Line', 'Dock', 'Oven', 'Press', 'Gate', 'Lab', 'Yard', 'Kiln', 'Vault'];
const people = ['ana', 'bo', 'chidi', 'dana', 'emre', 'fatou', 'goran', 'hana'];
const grants: Grant[] = [
  ...presets.roboflow.map((preset) => preset.grant),
  { platform: 'roboflow', scopes: ['image:create', 'image:tag'] },
  { platform: 'roboflow', scopes: ['version:read', 'project:read', 'vendor:unknown'] },
  { platform: 'roboflow', scopes: [] },
];

const firstDay = Date.UTC(2024, 0, 1);
const day = 86_400_000;

/** The `count` keys of one workspace; every seventh has no creator, every fifth was used. */
export function manyKeys(workspace: number, count: number): RemoteKey[] {
  return Array.from({ length: count }, (_, number) => {
    const spread = (workspace * 7919 + number * 104_729) % 1_000_003;
    return remoteKey(`k_${workspace.toString(36)}_${number.toString(36)}`, {
      name: `${places[spread % places.length]} ${spread % 97} ${uses[spread % uses.length]} ${number}`,
      prefix: (spread * 31).toString(36).padStart(4, '0').slice(-4),
      grant: grants[spread % grants.length] ?? { platform: 'roboflow', scopes: null },
      disabled: spread % 23 === 0,
      protected: spread % 31 === 0,
      lastUsed:
        spread % 5 === 0
          ? { kind: 'at', at: time(spread % 900) }
          : { kind: spread % 2 === 0 ? 'never' : 'not-reported' },
      createdAt: time(spread % 700),
      createdBy: spread % 7 === 0 ? null : `${people[spread % people.length]}@factory-${workspace}.example`,
    });
  });
}

export function manyWorkspaces(count: number): RemoteWorkspace[] {
  return Array.from({ length: count }, (_, number) => ({
    slug: `factory-${number}`,
    name: `Factory ${number}`,
    role: 'admin',
  }));
}

function time(days: number): string {
  return new Date(firstDay + days * day).toISOString();
}
