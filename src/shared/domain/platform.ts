/** The kinds of service that issue keys, and what each of them can do. The screen offers only what a flag allows. */
import { z } from '../zod.ts';

export const platformIdSchema = z.enum(['roboflow', 'workspace-keys']);
export type PlatformId = z.infer<typeof platformIdSchema>;

/** Why something is missing is part of the flag: the screen shows the reason instead of hiding the control. */
export type Capability = true | { missing: string };

export type Capabilities = {
  rename: Capability;
  editGrant: Capability;
  /** Disable and enable always come together. */
  disable: Capability;
  /** Protecting can be set from here; no platform lets it be lifted from here. */
  protect: Capability;
  /** Free fields that a key carries along, and that can be changed. */
  metadata: Capability;
  lastUsed: Capability;
  publicKeys: Capability;
};

export type Platform = {
  id: PlatformId;
  /** The platform's name as people say it. */
  label: string;
  /** What the platform calls the credential one signs in with; also the label of the field. */
  credentialLabel: 'API key' | 'Token';
  credentialHint: string;
  /** Where the platform lives; null where every organization runs its own host. */
  defaultBaseUrl: string | null;
  /** Where its documentation explains how to get a credential; null where there is none. */
  credentialHelpUrl: string | null;
  /** The environment variable its own SDK or documentation reads the secret from. */
  secretVariable: string;
  /** Longest name the platform takes, in characters. */
  maxNameLength: number;
  capabilities: Capabilities;
};

const has = true;
const lacks = (missing: string): Capability => ({ missing });

export const platforms: Readonly<Record<PlatformId, Platform>> = {
  roboflow: {
    id: 'roboflow',
    label: 'Roboflow',
    credentialLabel: 'API key',
    credentialHint: 'A private API key of the workspace, with full access or the api-key scopes.',
    defaultBaseUrl: 'https://api.roboflow.com',
    credentialHelpUrl: 'https://docs.roboflow.com/developer/authentication/find-your-roboflow-api-key',
    secretVariable: 'ROBOFLOW_API_KEY',
    maxNameLength: 120,
    capabilities: {
      rename: has,
      editGrant: has,
      disable: has,
      protect: has,
      metadata: has,
      lastUsed: lacks('Roboflow does not report when a key was last used.'),
      publicKeys: lacks('Roboflow has one publishable key per workspace instead.'),
    },
  },
  'workspace-keys': {
    id: 'workspace-keys',
    label: 'Workspace keys',
    credentialLabel: 'Token',
    credentialHint: 'An admin token. One token may reach several workspaces.',
    defaultBaseUrl: null,
    credentialHelpUrl: null,
    secretVariable: 'WORKSPACE_API_KEY',
    maxNameLength: 120,
    capabilities: {
      rename: has,
      editGrant: has,
      disable: lacks('This platform cannot disable a key. Delete it, or narrow its scope.'),
      protect: lacks('This platform cannot protect a key.'),
      metadata: lacks('This platform keeps no metadata with a key.'),
      lastUsed: lacks('This platform does not report when a key was last used.'),
      publicKeys: has,
    },
  },
};
