/** Between the contract's words and ours. */
import type { Grant, WorkspaceKeysGrant } from '#shared/domain/grant.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { KeyChange, NewKey, RemoteKey } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import { utcTime } from '../times.ts';
import type { WireKey } from './wire.ts';

export function toRemoteKey(wire: WireKey): RemoteKey {
  return {
    remoteId: wire.id,
    name: wire.name ?? '',
    prefix: wire.hint ?? '',
    grant: { platform: 'workspace-keys', scopes: wire.scopes, public: wire.public ?? false },
    disabled: false,
    protected: false,
    isDefault: false,
    folderIds: [],
    metadata: {},
    lastUsed: { kind: 'not-reported' },
    createdAt: utcTime(wire.createdAt),
    createdBy: wire.createdBy ?? null,
  };
}

/** `public` is only sent where it is true: the contract takes it with the one scope `inference` and nowhere else. */
export function createBody({ name, grant }: NewKey): Record<string, unknown> {
  const { scopes, public: isPublic } = own(grant);
  return { name, scopes, ...(isPublic ? { public: true } : {}) };
}

/**
 * Only what changes. A grant is sent whole, with `public` true or false: widening a public key and leaving the field out
 * would be refused.
 */
export function updateBody(change: KeyChange): Record<string, unknown> {
  if (change.disabled !== undefined) throw lacking('disable');
  if (change.protected !== undefined) throw lacking('protect');
  if (change.grant === undefined) return change.name === undefined ? {} : { name: change.name };
  const { scopes, public: isPublic } = own(change.grant);
  return { ...(change.name === undefined ? {} : { name: change.name }), scopes, public: isPublic };
}

function own(grant: Grant | null): WorkspaceKeysGrant {
  if (grant?.platform === 'workspace-keys') return grant;
  throw new PlatformError({
    code: 'internal',
    message: 'This scope belongs to another platform. Nothing was sent.',
  });
}

function lacking(what: 'disable' | 'protect'): PlatformError {
  const capability = platforms['workspace-keys'].capabilities[what];
  const message = capability === true ? 'Latchkey cannot do this on this platform.' : capability.missing;
  return new PlatformError({ code: 'not-supported', message });
}
