/** What a new key starts as: the least that is useful, in the workspace the person is looking at. */
import type { Grant } from '#shared/domain/grant.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import { presetOf, presets } from '#shared/domain/presets.ts';
import { whyNotRole } from '#shared/domain/role.ts';
import type { Workspace } from '#shared/ipc/connections.ts';

/** The workspace asked for where a key can be made in it now, else the first such one; null where there is none. */
export function defaultWorkspace(list: readonly Workspace[], wanted: string | null): Workspace | null {
  const able = list.filter(canMakeKeys);
  return able.find(({ id }) => id === wanted) ?? able.find(isReady) ?? able[0] ?? null;
}

/** Offline may be over by now, and trying says it best; without a sign-in there is nothing to try with. */
export function canMakeKeys(workspace: Workspace): boolean {
  return workspace.state !== 'sign-in' && whyNotRole(workspace) === null;
}

/**
 * Why no key can be made where the person is looking (null: in all workspaces), and whom to ask; null where one can. A key
 * is never made elsewhere instead: that would be the wrong organization.
 */
export function whyNoNewKey(
  list: readonly Pick<Workspace, 'id' | 'name' | 'role'>[],
  wanted: string | null,
): string | null {
  const inView = list.filter(({ id }) => wanted === null || id === wanted);
  const reasons = inView.map(whyNotRole);
  if (reasons.length === 0 || reasons.includes(null)) return null;
  if (reasons.length === 1) return reasons[0] ?? null;
  return 'This login is a member of every workspace here, and only owners and admins make keys. Ask an owner or admin of the one that needs a key.';
}

function isReady(workspace: Workspace): boolean {
  return workspace.state === 'ready';
}

/** Inference, the narrowest preset of every platform: widening is a decision, not a default. */
export function defaultGrant(platform: PlatformId): Grant {
  const narrow = presets[platform].find(({ id }) => id === 'inference');
  return narrow?.grant ?? emptyGrant(platform);
}

/**
 * The scope of the workspace's last key, where that is a preset a person would choose again. Full access is never
 * carried over, and neither is a set of leaves made for one purpose: both are a decision each time.
 */
export function grantLike(last: Grant): Grant {
  const preset = presetOf(last);
  return preset && preset.id !== 'full-access' ? preset.grant : defaultGrant(last.platform);
}

/** What a key gets where nothing can be chosen. */
export function fixedGrant(platform: PlatformId): Grant {
  const full = presets[platform].find(({ id }) => id === 'full-access');
  return full?.grant ?? defaultGrant(platform);
}

function emptyGrant(platform: PlatformId): Grant {
  switch (platform) {
    case 'roboflow':
      return { platform, scopes: [] };
    case 'datature-vi':
      return { platform, access: [], permission: 'read-only' };
    case 'workspace-keys':
      return { platform, scopes: [], public: false };
  }
}
