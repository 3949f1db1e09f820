/** Between Roboflow's words and ours. */
import type { Grant } from '#shared/domain/grant.ts';
import { field } from '../http/refusals.ts';
import type { KeyChange, NewKey, RemoteKey } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import { utcTime } from '../times.ts';
import type { WireApiKey, WireCreatedApiKey } from './wire.ts';

export function toRemoteKey(wire: WireApiKey): RemoteKey {
  return {
    remoteId: wire.keyId,
    name: wire.name ?? '',
    prefix: wire.prefix ?? '',
    // A key without the field predates scopes, and such keys are unscoped: full access must not look like none.
    grant: { platform: 'roboflow', scopes: wire.scopes ?? null },
    disabled: wire.disabled ?? false,
    protected: wire.protected ?? false,
    isDefault: wire.default ?? false,
    folderIds: wire.folderIds ?? [],
    metadata: wire.customMetadata ?? wire.custom_metadata ?? {},
    lastUsed: { kind: 'not-reported' },
    createdAt: utcTime(wire.created_on),
    createdBy: person(wire.created_by),
  };
}

/**
 * A new key as far as the answer to its creation tells, for when it cannot be read back. That answer may leave out name
 * and scopes; then they are what was asked for.
 */
export function fromCreated(wire: WireCreatedApiKey, asked: NewKey): RemoteKey {
  const key = toRemoteKey(wire);
  return {
    ...key,
    name: wire.name ?? asked.name,
    grant: wire.scopes === undefined ? (asked.grant ?? key.grant) : key.grant,
    folderIds: wire.folderIds === undefined ? (asked.folderIds ?? []) : key.folderIds,
    protected: wire.protected ?? asked.protected ?? false,
    metadata: asked.metadata ?? key.metadata,
  };
}

/** A replacement as far as the answer to the roll tells; what it leaves out is as it was. */
export function fromRolled(wire: WireCreatedApiKey, before: RemoteKey): RemoteKey {
  const key = toRemoteKey(wire);
  return {
    ...key,
    name: wire.name ?? before.name,
    grant: wire.scopes === undefined ? before.grant : key.grant,
    folderIds: wire.folderIds === undefined ? before.folderIds : key.folderIds,
    disabled: wire.disabled ?? before.disabled,
    protected: wire.protected ?? before.protected,
  };
}

/**
 * Three states: Roboflow reads the absence of `scopes` as "the same as the acting key", `null` as full access, and a list as
 * itself, also an empty one. So it is left out only where that is meant. Folders are named only where there
 * are some: a list, even an empty one, asks for a feature of the plan.
 */
export function createBody(key: NewKey): Record<string, unknown> {
  const { name, grant, folderIds = [], metadata = {} } = key;
  return {
    name,
    ...(grant && { scopes: scopesOf(grant) }),
    ...(folderIds.length > 0 && { folderIds }),
    ...(Object.keys(metadata).length > 0 && { customMetadata: metadata }),
    ...(key.protected && { protected: true }),
  };
}

/** Only what changes. Each field that is sent replaces the whole value at Roboflow. */
export function updateBody(change: KeyChange): Record<string, unknown> {
  return {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.grant === undefined ? {} : { scopes: scopesOf(change.grant) }),
    ...(change.disabled === undefined ? {} : { disabled: change.disabled }),
    ...(change.protected === undefined ? {} : { protected: change.protected }),
    ...(change.metadata === undefined ? {} : { customMetadata: change.metadata }),
  };
}

function scopesOf(grant: Grant): string[] | null {
  if (grant.platform === 'roboflow') return grant.scopes;
  throw new PlatformError({
    code: 'internal',
    message: 'This scope belongs to another platform. Nothing was sent.',
  });
}

/** An e-mail address in every sample; an object with one in it would be read too, since other forms are not documented. */
function person(value: unknown): string | null {
  const name = typeof value === 'string' ? value : (field(value, 'email') ?? field(value, 'name'));
  return typeof name === 'string' && name !== '' ? name : null;
}
