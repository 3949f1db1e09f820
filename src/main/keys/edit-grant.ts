/** Editing what a key may do, never over somebody else's change. */
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { whyNotEditGrant } from '#shared/domain/platform.ts';
import type { KeyChange } from '../platforms/platform.ts';
import type { KeyAddress } from '../store/api/keys.ts';
import { AppError } from '../system/app-error.ts';
import { refuseThisLogin } from './guard.ts';
import { type KeyNeeds, locate, needCapability } from './needs.ts';
import { guardedUpdate, keep, look, unlessOvertaken, update } from './update.ts';

/**
 * Sets a key's grant. `expected` is what the editor was opened on: the key is read again first, and where somebody else
 * changed it meanwhile, nothing is sent (`stale`) and the inventory shows what it is now.
 */
export async function editGrant(
  needs: KeyNeeds,
  keyId: string,
  grant: Grant,
  expected: Grant,
): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  await needEditableGrant(needs, address);
  if (grant.platform !== address.platform) {
    throw new AppError({
      code: 'bad-input',
      field: 'grant',
      message: 'This scope belongs to another platform.',
    });
  }
  return unlessOvertaken(() => editOnce(needs, address, grant, expected));
}

async function editOnce(
  needs: KeyNeeds,
  address: KeyAddress,
  grant: Grant,
  expected: Grant,
): Promise<KeyDetail> {
  const now = await look(needs, address);
  // By whomever.
  if (sameGrant(now.grant, grant)) return keep(needs, address, now);
  if (!sameGrant(now.grant, expected)) {
    await keep(needs, address, now);
    throw new AppError({
      code: 'stale',
      message: `Somebody changed this key’s scope meanwhile. Nothing was sent. ${grantSentence(now.grant)}`,
      hint: 'Compare it with what you chose, then decide again.',
    });
  }
  const words = { action: 'edit-scope', detail: describeEdit(now.grant, grant) } as const;
  // Where the platform can tell, it refuses the change if somebody was faster than this request.
  const change: KeyChange = { grant, ...(now.version !== undefined && { version: now.version }) };
  if (!narrows(now.grant, grant)) return update(needs, address, words, change);
  refuseThisLogin(address, 'narrow');
  return guardedUpdate(needs, address, words, change);
}

/** Throws the platform's reason, or that of the key's organization. */
async function needEditableGrant({ store }: KeyNeeds, address: KeyAddress): Promise<void> {
  needCapability(address, 'editGrant');
  // One workspace, not every one with its keys counted: a change of many keys asks for each of them.
  const [caller] = await store.read.callers([address.workspaceId]);
  const reason = caller ? whyNotEditGrant(caller) : null;
  if (reason !== null) throw new AppError({ code: 'plan', message: reason });
}

function narrows(before: Grant, after: Grant): boolean {
  const { lost, fullAccess } = diffGrants(before, after);
  return fullAccess === 'lost' || lost.length > 0;
}

function describeEdit(before: Grant, after: Grant): string {
  const { added, removed, fullAccess, publicity } = diffGrants(before, after);
  if (fullAccess === 'gained') return 'Given full access.';
  const parts = [
    ...(fullAccess === 'lost' ? ['full access ended'] : []),
    ...(added.length > 0 ? [`added ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`removed ${removed.join(', ')}`] : []),
    ...(publicity === null ? [] : [publicity === 'gained' ? 'made public' : 'no longer public']),
  ];
  return `Scope: ${parts.join('; ')}.`;
}
