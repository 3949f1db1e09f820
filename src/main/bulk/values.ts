/** What a bulk change is about: values before and after, and which operation leads from one to the other. Pure. */
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import type { BulkActionKind, BulkValue } from '#shared/ipc/bulk.ts';

/** What a key is now, as far as any change can be about it. */
type Present = {
  grant: Grant;
  disabled: boolean;
};

/** The operation that gives a key this value. */
export function operationFor(value: BulkValue): BulkActionKind {
  switch (value.kind) {
    case 'grant':
      return 'scope';
    case 'environment':
    case 'owner':
      return value.kind;
    case 'status':
      return statusOperations[value.status];
  }
}

const statusOperations = {
  active: 'enable',
  disabled: 'disable',
  quarantined: 'quarantine',
  deleted: 'delete',
} as const;

/** Kept by Latchkey: works offline, and for keys whose sign-in was lost. */
export function isLocal(kind: BulkActionKind): kind is 'environment' | 'owner' {
  return kind === 'environment' || kind === 'owner';
}

export function sameValue(one: BulkValue, other: BulkValue): boolean {
  if (one.kind === 'grant' && other.kind === 'grant') return sameGrant(one.grant, other.grant);
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a key at its platform is already what the change would make of it. A quarantine is known here alone. */
export function isAlready(key: Present, after: BulkValue): boolean {
  if (after.kind === 'grant') return sameGrant(key.grant, after.grant);
  if (after.kind !== 'status') return false;
  if (after.status === 'active') return !key.disabled;
  return after.status === 'disabled' && key.disabled;
}
