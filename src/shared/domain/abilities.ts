/**
 * What a key can do, in one vocabulary for every platform. What Latchkey cannot place is *unclassified*: it is shown, counted
 * and found as such, since it may be anything.
 */
import { cellOf } from './datature-vi-access.ts';
import { type Grant, isFullAccess, listedScopes } from './grant.ts';
import type { PlatformId } from './platform.ts';

/** The order is that of the bits in a mask and of the columns; a new one goes to the end. */
export const abilityIds = [
  'read-data',
  'write-data',
  'annotate',
  'train',
  'deploy',
  'infer',
  'manage-devices',
  'mint-keys',
  'everything',
  'unclassified',
] as const;
export type AbilityId = (typeof abilityIds)[number];

export const abilityLabels: Readonly<Record<AbilityId, string>> = {
  'read-data': 'Read data',
  'write-data': 'Write data',
  annotate: 'Annotate',
  train: 'Train',
  deploy: 'Deploy',
  infer: 'Infer',
  'manage-devices': 'Manage devices',
  'mint-keys': 'Mint keys',
  everything: 'Everything',
  unclassified: 'Unclassified',
};

type Classes = readonly AbilityId[];
const read: Classes = ['read-data'];
const write: Classes = ['write-data'];
const annotate: Classes = ['annotate'];
const train: Classes = ['train'];
const deploy: Classes = ['deploy'];
const infer: Classes = ['infer'];
const devices: Classes = ['manage-devices'];
const mint: Classes = ['mint-keys'];

/**
 * Every leaf by its name, never by a rule: a leaf that is added to the catalogue has to be thought about. What changes others'
 * way in counts as minting, stored credentials and integrations among it; a workflow is what runs, so changing one deploys.
 */
const roboflowClasses: Readonly<Record<string, Classes>> = {
  'workspace:read': read,
  'workspace-stats:read': read,
  'project:read': read,
  'project:create': write,
  'project:update': write,
  'folder:read': read,
  'folder:create': write,
  'folder:update': write,
  'folder:delete': write,
  'image:read': read,
  'image:create': write,
  'image:tag': write,
  'image:annotate': annotate,
  'batch:read': read,
  'batch:create': write,
  'batch:update': write,
  'batch:delete': write,
  'batch:admin-read': read,
  'annotation-job:read': read,
  'annotation-job:create': annotate,
  'annotation-job:update': annotate,
  'annotation-job:submit-review': annotate,
  'annotation-job:review': annotate,
  'annotation-job:return-edits': annotate,
  'annotation-job:accept': annotate,
  'annotation-job:delete-annotations': ['write-data', 'annotate'],
  'annotation-job:delete': annotate,
  'version:read': read,
  'version:create': write,
  'version:update': write,
  'training-job:create': train,
  'model:infer': infer,
  'model:deploy': deploy,
  'model:manage': deploy,
  'model-eval:read': read,
  'workflow:read': read,
  'workflow:create': deploy,
  'workflow:update': deploy,
  'video-inference-job:read': read,
  'video-inference-job:create': infer,
  'batch-processing:read': read,
  'batch-processing:trigger': infer,
  'data-staging:read': read,
  'data-staging:write': write,
  'data-staging:delete': write,
  'datasource:bucket-mirror:read': read,
  'datasource:bucket-mirror:write': write,
  'datasource:bucket-mirror:trigger': write,
  'device:read': read,
  'device:update': devices,
  'vision-events:read': read,
  'vision-events:write': write,
  'vision-events:manage': write,
  'integration:create': mint,
  'integration:delete': mint,
  'credentials:read': mint,
  'credentials:create': mint,
  'credentials:update': mint,
  'credentials:delete': mint,
  'api-key:read': read,
  'api-key:create': mint,
  'api-key:update': mint,
  'api-key:revoke': mint,
};

/** The contract's own words for what a scope allows, as `finerAbilities` names them. */
const workspaceKeysClasses: Readonly<Record<string, Classes>> = {
  'project:manage': ['read-data', 'write-data'],
  'dataset:upload': write,
  'model:train': train,
  'model:infer': infer,
  'model:run': infer,
};

const datatureViClasses: Readonly<Record<string, Classes>> = {
  'dataset:read': read,
  'dataset:create': write,
  'dataset:update': write,
  'dataset:upload': write,
  'annotation:read': read,
  'annotation:create': annotate,
  'annotation:update': annotate,
  'annotation:annotate': annotate,
  'workflow:read': read,
  'workflow:create': train,
  'run:read': read,
  'run:start': train,
  'model:read': read,
  'model:download': read,
  'model:train': train,
  'model:deploy': deploy,
  'model:infer': infer,
  'model:run': infer,
};

const classes: Readonly<Record<PlatformId, ReadonlyMap<string, Classes>>> = {
  roboflow: new Map(Object.entries(roboflowClasses)),
  'workspace-keys': new Map(Object.entries(workspaceKeysClasses)),
  'datature-vi': new Map(Object.entries(datatureViClasses)),
};

const workspaceKeysScopes = new Map<string, readonly string[]>([
  ['project', ['project:manage', 'dataset:upload', 'model:train', 'model:infer', 'model:run']],
  ['inference', ['model:infer', 'model:run']],
]);

/** All that `finerAbilities` answers for the two scopes. */
export const workspaceKeysAbilities: readonly string[] = [...workspaceKeysScopes.values()].flat();

/** What one scope of a platform allows, one by one; null where the platform does not tell, or this version does not know. */
export function finerAbilities(platform: PlatformId, scope: string): readonly string[] | null {
  switch (platform) {
    case 'roboflow':
      return classes.roboflow.has(scope) ? [scope] : null;
    case 'datature-vi':
      return cellOf(scope)?.abilities ?? null;
    case 'workspace-keys':
      return workspaceKeysScopes.get(scope) ?? null;
  }
}

const bits = new Map<AbilityId, number>(abilityIds.map((id, index) => [id, 2 ** index]));

/** The bit of an ability in a mask. */
export function abilityBit(id: AbilityId): number {
  return bits.get(id) ?? 0;
}

export function isAbilityId(name: string): name is AbilityId {
  return abilityIds.some((id) => id === name);
}

/**
 * The abilities of a grant as bits. Full access has every one that has a name; unclassified is what a scope adds that this
 * version does not know, and that is none of it.
 */
export function abilityMask(grant: Grant): number {
  const found = new Set<AbilityId>(
    isFullAccess(grant) ? abilityIds.filter((id) => id !== 'unclassified') : [],
  );
  for (const scope of listedScopes(grant))
    for (const ability of classesOf(grant.platform, scope)) found.add(ability);
  return abilityIds.reduce((mask, id) => (found.has(id) ? mask + abilityBit(id) : mask), 0);
}

function classesOf(platform: PlatformId, scope: string): Classes {
  const finer = finerAbilities(platform, scope);
  if (!finer) return ['unclassified'];
  return finer.flatMap((each) => classes[platform].get(each) ?? ['unclassified' as const]);
}

/** The abilities of a mask, in their order. */
export function abilitiesIn(mask: number): AbilityId[] {
  return abilityIds.filter((id) => (mask & abilityBit(id)) !== 0);
}
