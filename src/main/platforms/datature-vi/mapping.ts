/** Between the contract's words and ours. */
import { type DatatureViGrant, type Grant, isFullAccess } from '#shared/domain/grant.ts';
import type { LastUsed } from '#shared/domain/key.ts';
import { platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import type { KeyChange, NewKey, RemoteKey, RemoteWorkspace } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import { utcTime } from '../times.ts';
import type { WireOrganization, WireSecretKey } from './wire.ts';

/** The id is the slug: it stands in every address of the organization, and people copy it from there. */
export function toRemoteWorkspace({ id, name, role, features }: WireOrganization): RemoteWorkspace {
  return { slug: id, name: name || id, role, keyPermissions: features?.keyPermissions ?? null };
}

/** `version` is the ETag of the answer it came in, where there was one. */
export function toRemoteKey(wire: WireSecretKey, version: string | null = null): RemoteKey {
  return {
    remoteId: wire.id,
    name: wire.name ?? '',
    prefix: (wire.hint ?? '').replace(/(\.{2,}|…)$/u, ''),
    grant: { platform: 'datature-vi', access: wire.access, permission: wire.permission },
    disabled: false,
    protected: false,
    isDefault: false,
    folderIds: [],
    metadata: {},
    lastUsed: lastUsed(wire.lastUsedAt),
    createdAt: utcTime(wire.createdAt),
    createdBy: wire.createdBy ?? null,
    ...(version !== null && { version }),
  };
}

/** Only null is Never. A field that is not there, or holds no time, says nothing about use. */
function lastUsed(value: unknown): LastUsed {
  if (value === null) return { kind: 'never' };
  const at = utcTime(value);
  return at === null ? { kind: 'not-reported' } : { kind: 'at', at };
}

/**
 * Without pickers the platform takes no access and no permission, and gives full access: any other wish is refused before
 * anything is sent, since the key would come out wider than what was asked for.
 */
export function createBody({ name, grant }: NewKey, keyPermissions: boolean | null): Record<string, unknown> {
  const { access, permission } = own(grant);
  if (keyPermissions !== false) return { name, access, permission };
  if (grant && !isFullAccess(grant)) throw new PlatformError(noPickers());
  return { name };
}

/** Only what changes; access and permission go together. */
export function updateBody(change: KeyChange): Record<string, unknown> {
  for (const what of ['disabled', 'protected', 'metadata'] as const)
    if (change[what] !== undefined) throw lacking(what);
  const name = change.name === undefined ? {} : { name: change.name };
  if (change.grant === undefined) return name;
  const { access, permission } = own(change.grant);
  return { ...name, access, permission };
}

export function noPickers() {
  return {
    code: 'plan' as const,
    field: 'grant' as const,
    message: whyNotEditGrant({ platform: 'datature-vi', keyPermissions: false }) ?? '',
    hint: 'Ask an owner of the organization about its plan. A key with full access can be made.',
  };
}

function own(grant: Grant | null): DatatureViGrant {
  if (grant?.platform === 'datature-vi') return grant;
  throw new PlatformError({
    code: 'internal',
    message: 'This scope belongs to another platform. Nothing was sent.',
  });
}

function lacking(what: 'disabled' | 'protected' | 'metadata'): PlatformError {
  const { disable, protect, metadata } = platforms['datature-vi'].capabilities;
  const capability = { disabled: disable, protected: protect, metadata }[what];
  const message = capability === true ? 'Latchkey cannot do this on this platform.' : capability.missing;
  return new PlatformError({ code: 'not-supported', message });
}
