// The workspace-keys part of a world: admin tokens, workspaces with their members, and keys.

/** *project*: manage, upload, train, predict. *inference*: predict, and may be public. */
export type Scope = 'project' | 'inference';
/** Owners and admins change keys, members look at them. */
export type Role = 'owner' | 'admin' | 'member';

export interface WorkspaceKeySeed {
  id: string;
  secret: string;
  name: string;
  scopes: readonly Scope[];
  public: boolean;
  createdAt: Date;
  createdBy: string;
}

export interface WorkspaceSeed {
  slug: string;
  name: string;
  /** Opens every secret and hint of the workspace: `pf` gives `pf_...`. */
  abbreviation: string;
  members: readonly { email: string; role: Role }[];
  keys: readonly WorkspaceKeySeed[];
}

export interface WorkspaceKeysWorld {
  tokens: readonly { email: string; token: string }[];
  workspaces: readonly WorkspaceSeed[];
}
