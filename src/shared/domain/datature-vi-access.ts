/**
 * What a Datature Vi key may do: some access scopes, all at one permission level. One scope at one level is a cell, written
 * `dataset:read-only`; what a cell means follows the platform's product pages.
 */
import type { DatatureViGrant } from './grant.ts';

export const accessScopes = ['dataset', 'training', 'deployment'] as const;
export type AccessScope = (typeof accessScopes)[number];

export const permissionLevels = ['full', 'read-only', 'labeler-only', 'restricted'] as const;
type PermissionLevel = (typeof permissionLevels)[number];

/** The platform's own words. */
export const accessLabels: Readonly<Record<AccessScope, string>> = {
  dataset: 'Dataset',
  training: 'Training',
  deployment: 'Deployment',
};
const permissionLabels: Readonly<Record<PermissionLevel, string>> = {
  full: 'Full',
  'read-only': 'Read Only',
  'labeler-only': 'Labeler Only',
  restricted: 'Restricted',
};

export type Cell = {
  /** The end of "This key can ...". Empty where the cell allows nothing. */
  phrases: readonly string[];
  /** As abilities; null where the platform does not tell them. */
  abilities: readonly string[] | null;
};

const nothing: Cell = { phrases: [], abilities: [] };

const cells: Readonly<Record<AccessScope, Readonly<Record<PermissionLevel, Cell>>>> = {
  dataset: {
    full: {
      phrases: ['view, create and modify datasets and annotations'],
      abilities: [
        'dataset:read',
        'dataset:create',
        'dataset:update',
        'dataset:upload',
        'annotation:read',
        'annotation:create',
        'annotation:update',
        'annotation:annotate',
      ],
    },
    'read-only': {
      phrases: ['view datasets and download annotations'],
      abilities: ['dataset:read', 'annotation:read'],
    },
    'labeler-only': {
      phrases: ['create and modify annotations'],
      abilities: ['annotation:create', 'annotation:update', 'annotation:annotate'],
    },
    restricted: { phrases: ['use datasets within limits that Datature sets'], abilities: null },
  },
  training: {
    full: {
      phrases: ['create workflows, start runs and download models'],
      abilities: ['workflow:create', 'run:start', 'model:train', 'model:read', 'model:download'],
    },
    'read-only': {
      phrases: ['view workflows and runs and download models'],
      abilities: ['workflow:read', 'run:read', 'model:read', 'model:download'],
    },
    'labeler-only': nothing,
    restricted: { phrases: ['use training within limits that Datature sets'], abilities: null },
  },
  deployment: {
    full: {
      phrases: ['deploy models and run inference'],
      abilities: ['model:deploy', 'model:infer', 'model:run'],
    },
    'read-only': { phrases: ['run inference'], abilities: ['model:infer', 'model:run'] },
    'labeler-only': nothing,
    restricted: { phrases: ['use deployments within limits that Datature sets'], abilities: null },
  },
};

const byName = new Map(
  accessScopes.flatMap((access) =>
    permissionLevels.map((level) => [cellName(access, level), cells[access][level]] as const),
  ),
);

export function cellName(access: string, permission: string): string {
  return `${access}:${permission}`;
}

/** What a cell allows; undefined where this version does not know its scope or its level. */
export function cellOf(name: string): Cell | undefined {
  return byName.get(name);
}

/** The cells of a grant, each once, in its own order. */
export function cellsOf({ access, permission }: Pick<DatatureViGrant, 'access' | 'permission'>): string[] {
  return [...new Set(access)].map((each) => cellName(each, permission));
}

export function accessLabel(access: string): string {
  return accessScopes.some((known) => known === access) ? accessLabels[access as AccessScope] : access;
}

export function isKnownLevel(permission: string): permission is PermissionLevel {
  return permissionLevels.some((level) => level === permission);
}

export function permissionLabel(permission: string): string {
  return isKnownLevel(permission) ? permissionLabels[permission] : permission;
}

/**
 * Whether the grant allows all that the cell does: it has the cell itself or the scope at Full, or the cell allows nothing.
 * A cell this version does not know is covered by itself alone.
 */
export function coversCell(grant: DatatureViGrant, name: string): boolean {
  const own = cellsOf(grant);
  const cell = cellOf(name);
  if (own.includes(name) || cell?.phrases.length === 0) return true;
  if (!cell || grant.permission !== 'full') return false;
  return own.some((each) => each === cellName(name.slice(0, name.indexOf(':')), 'full'));
}

/** What every key of an organization without pickers can do. */
export const everythingInDatatureVi: DatatureViGrant = {
  platform: 'datature-vi',
  access: [...accessScopes],
  permission: 'full',
};
