// The Datature Vi part of a world: organizations with their people and secret keys.

/** *dataset*: datasets and annotations. *training*: workflows, runs, models. *deployment*: deploy, run inference. */
export const ACCESSES = ['dataset', 'training', 'deployment'] as const;
export type Access = (typeof ACCESSES)[number];

export const PERMISSIONS = ['full', 'read-only', 'labeler-only', 'restricted'] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = ['owner', 'admin', 'member'] as const;
/** Owners and admins manage secret keys, members look at them. */
export type Role = (typeof ROLES)[number];

/** Where a key may go, and what it may do there. */
export interface Grant {
  access: readonly Access[];
  permission: Permission;
}

export interface SecretKeySeed extends Grant {
  id: string;
  secret: string;
  name: string;
  /** `null` = Never. */
  lastUsedAt: Date | null;
  createdAt: Date;
  createdBy: string;
}

export interface OrganizationSeed {
  id: string;
  name: string;
  /** Whether access and permission can be chosen; without, every key has full access. */
  keyPermissions: boolean;
  members: readonly { email: string; role: Role }[];
  keys: readonly SecretKeySeed[];
  /** Secret of the key to sign in with; one of `keys`. */
  signIn: string;
}

export type DatatureViWorld = readonly OrganizationSeed[];
