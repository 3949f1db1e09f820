/** The kinds of service that issue keys, and what each of them can do. The screen offers only what a flag allows. */
import { z } from '../zod.ts';

export const platformIdSchema = z.enum(['roboflow', 'datature-vi', 'workspace-keys']);
export type PlatformId = z.infer<typeof platformIdSchema>;

/** Why something is missing is part of the flag: the screen shows the reason instead of hiding the control. */
export type Capability = true | { missing: string };

export type Capabilities = {
  rename: Capability;
  editGrant: Capability;
  /** A new key that can do whatever the key of the login can, without anybody listing it. */
  grantAsLogin: Capability;
  /** Disable and enable always come together. */
  disable: Capability;
  /** Protecting can be set from here; no platform lets it be lifted from here. */
  protect: Capability;
  /** A new secret in one step, which ends the old one at once. */
  roll: Capability;
  /** Keys that reach only some folders of their workspace; chosen when a key is made. */
  folders: Capability;
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
  credentialLabel: 'API key' | 'Secret key' | 'Token';
  credentialHint: string;
  /** Where the platform lives; null where every organization runs its own host. */
  defaultBaseUrl: string | null;
  /** Where its documentation explains how to get a credential; null where there is none. */
  credentialHelpUrl: string | null;
  /**
   * Where people can sign in as themselves, in the system's browser: the issuer (RFC 8414) that belongs to `defaultBaseUrl`; any
   * other base URL names its own. Null where a credential is the only way.
   */
  browserSignIn: { issuer: string } | null;
  /** Whether signing in takes the organization's id beside the credential: nothing tells it from the credential alone. */
  needsOrganizationId: boolean;
  /** The environment variable its own SDK or documentation reads the secret from. */
  secretVariable: string;
  /** The variable that its SDK reads the organization's id from, which is no secret; null where it needs none. */
  organizationVariable: string | null;
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
    browserSignIn: { issuer: 'https://app.roboflow.com' },
    needsOrganizationId: false,
    secretVariable: 'ROBOFLOW_API_KEY',
    organizationVariable: null,
    maxNameLength: 120,
    capabilities: {
      rename: has,
      editGrant: has,
      grantAsLogin: has,
      disable: has,
      protect: has,
      roll: has,
      folders: has,
      metadata: has,
      lastUsed: lacks('Roboflow does not report when a key was last used.'),
      publicKeys: lacks('Roboflow has one publishable key per workspace instead.'),
    },
  },
  'datature-vi': {
    id: 'datature-vi',
    label: 'Datature Vi',
    credentialLabel: 'Secret key',
    credentialHint: 'A secret key made by an owner or an admin of the organization. It starts with dtvi_.',
    // Datature publishes no address for managing keys.
    defaultBaseUrl: null,
    credentialHelpUrl: null,
    browserSignIn: null,
    needsOrganizationId: true,
    secretVariable: 'DATATURE_VI_SECRET_KEY',
    organizationVariable: 'DATATURE_VI_ORGANIZATION_ID',
    maxNameLength: 80,
    capabilities: {
      rename: has,
      // Of the platform. Whether an organization has the pickers is its own: see `whyNotEditGrant`.
      editGrant: has,
      grantAsLogin: lacks('Datature Vi makes no key that takes over the scope of the login.'),
      disable: lacks('Datature Vi cannot disable a key. Delete it, or narrow its scope.'),
      protect: lacks('Datature Vi cannot protect a key.'),
      roll: lacks(
        'Datature Vi cannot roll a key in one step. Make another key, and delete this one when nobody uses it any more.',
      ),
      folders: lacks('Datature Vi has no folders that a key could be restricted to.'),
      metadata: lacks('Datature Vi keeps no metadata with a key.'),
      lastUsed: has,
      publicKeys: lacks('Datature Vi has no public keys.'),
    },
  },
  'workspace-keys': {
    id: 'workspace-keys',
    label: 'Workspace keys',
    credentialLabel: 'Token',
    credentialHint: 'An admin token. One token may reach several workspaces.',
    defaultBaseUrl: null,
    credentialHelpUrl: null,
    browserSignIn: null,
    needsOrganizationId: false,
    secretVariable: 'WORKSPACE_API_KEY',
    organizationVariable: null,
    maxNameLength: 120,
    capabilities: {
      rename: has,
      editGrant: has,
      grantAsLogin: lacks('This platform makes no key that takes over the scope of the login.'),
      disable: lacks('This platform cannot disable a key. Delete it, or narrow its scope.'),
      protect: lacks('This platform cannot protect a key.'),
      roll: lacks(
        'This platform cannot roll a key in one step. Make another key, and delete this one when nobody uses it any more.',
      ),
      folders: lacks('This platform has no folders that a key could be restricted to.'),
      metadata: lacks('This platform keeps no metadata with a key.'),
      lastUsed: lacks('This platform does not report when a key was last used.'),
      publicKeys: has,
    },
  },
};

/** Said wherever a scope could be chosen. */
const noPickers =
  'This organization has no access and permission settings for its keys: every key has full access. Datature offers them depending on the plan.';

/**
 * Why the scope of a key cannot be chosen in this workspace, now or at its creation; null where it can. `keyPermissions` is
 * what the platform says of the organization, null where it says nothing.
 */
export function whyNotEditGrant({
  platform,
  keyPermissions,
}: {
  platform: PlatformId;
  keyPermissions: boolean | null;
}): string | null {
  const { editGrant } = platforms[platform].capabilities;
  if (editGrant !== true) return editGrant.missing;
  return keyPermissions === false ? noPickers : null;
}
