// The Roboflow part of a world: workspaces with their folders, projects and keys.

import type { Person } from './oauth/people.ts';

/** A key as planted, its secret included: only the hash of that reaches the database. */
export interface RoboflowKeySeed {
  keyId: string;
  secret: string;
  name: string;
  /** `null` = full access, `[]` = no abilities, else leaf scopes. */
  scopes: readonly string[] | null;
  /** Empty = workspace-wide. */
  folderIds: readonly string[];
  default: boolean;
  protected: boolean;
  disabled: boolean;
  /** The dedicated deployment that runs on this key, which then can be neither disabled nor revoked. */
  deployment: string | null;
  metadata: Readonly<Record<string, unknown>>;
  createdOn: Date;
  createdBy: string;
}

export interface RoboflowWorkspaceSeed {
  slug: string;
  name: string;
  /** Public; the publishable key is `rf_` followed by it. */
  id: string;
  plan: string;
  /** Whether the plan has the feature *Advanced API Keys*. */
  advancedKeys: boolean;
  members: number;
  /** Who can sign in as themselves, in a browser; nobody, where it is left out. */
  people?: readonly Pick<Person, 'email' | 'role'>[];
  folders: readonly { id: string; name: string; projects: readonly string[] }[];
  keys: readonly RoboflowKeySeed[];
  /** Secret of the key in `keys` that a person signs in with. */
  signIn: string;
}

export type RoboflowWorld = readonly RoboflowWorkspaceSeed[];
