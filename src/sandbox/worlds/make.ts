// Turns short drafts into whole seeds: ids and secrets are derived from the profile's seed and the key's name.
import { derivedToken } from '../core/secrets.ts';
import type { SecretKeySeed } from '../faces/datature-vi/world.ts';
import type { RoboflowKeySeed } from '../faces/roboflow/world.ts';
import type { WorkspaceKeySeed, WorkspaceSeed } from '../faces/workspace-keys/world.ts';

type RoboflowDraft = Pick<RoboflowKeySeed, 'name' | 'scopes' | 'createdOn' | 'createdBy'> &
  Partial<Omit<RoboflowKeySeed, 'keyId' | 'secret'>>;

/** Names have to be unique within the workspace here, although Roboflow would take a name twice. */
export function roboflowKey(seed: string, workspace: string, draft: RoboflowDraft): RoboflowKeySeed {
  const label = `roboflow/${workspace}/${draft.name}`;
  return {
    keyId: `k_${derivedToken(seed, `id ${label}`, 10)}`,
    secret: derivedToken(seed, `secret ${label}`, 20),
    folderIds: [],
    default: false,
    protected: false,
    disabled: false,
    deployment: null,
    metadata: {},
    ...draft,
  };
}

type WorkspaceDraft = Pick<WorkspaceKeySeed, 'name' | 'scopes' | 'createdAt' | 'createdBy'> &
  Partial<Pick<WorkspaceKeySeed, 'public'>>;

export function workspaceKey(
  seed: string,
  { slug, abbreviation }: Pick<WorkspaceSeed, 'slug' | 'abbreviation'>,
  draft: WorkspaceDraft,
): WorkspaceKeySeed {
  const label = `workspace-keys/${slug}/${draft.name}`;
  return {
    id: `key_${derivedToken(seed, `id ${label}`, 12)}`,
    secret: `${abbreviation}_${derivedToken(seed, `secret ${label}`, 32)}`,
    public: false,
    ...draft,
  };
}

export function secretKey(
  seed: string,
  organization: string,
  draft: Omit<SecretKeySeed, 'id' | 'secret'>,
): SecretKeySeed {
  const label = `datature-vi/${organization}/${draft.name}`;
  return {
    id: `sk_${derivedToken(seed, `id ${label}`, 12)}`,
    secret: `dtvi_${derivedToken(seed, `secret ${label}`, 40)}`,
    ...draft,
  };
}

/** Derived like the keys' secrets, for the same reason. */
export function adminToken(seed: string, email: string): string {
  return `wkt_${derivedToken(seed, `token ${email}`, 40)}`;
}
