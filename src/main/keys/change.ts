/** Disabling, enabling and protecting, each one update of one key; and reading one anew. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { refuseThisLogin } from './guard.ts';
import { type KeyNeeds, locate, needCapability } from './needs.ts';
import type { QuarantineTerm } from './settle.ts';
import { guardedUpdate, keep, look, update } from './update.ts';

/** Disabling is as disruptive as deleting, so it has the same guards; enabling only restores. */
export async function setDisabled(needs: KeyNeeds, keyId: string, disabled: boolean): Promise<KeyDetail> {
  return disabled ? disable(needs, keyId) : enable(needs, keyId);
}

/** `intentId`: under which the write is written down; a new one where left out. */
export async function enable(needs: KeyNeeds, keyId: string, intentId?: string): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'disable');
  const words = { action: 'enable', detail: 'Enabled.', ...(intentId && { id: intentId }) } as const;
  return update(needs, address, words, { disabled: false });
}

/** Disables a key; with a term it goes into quarantine, and the journal has what `term.detail` says about it. */
export async function disable(
  needs: KeyNeeds,
  keyId: string,
  term?: QuarantineTerm & { detail: string },
  intentId?: string,
): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'disable');
  refuseThisLogin(address, term ? 'quarantine' : 'disable');
  const words = {
    action: 'disable',
    detail: term?.detail ?? 'Disabled.',
    ...(intentId && { id: intentId }),
  } as const;
  const quarantine = term && { since: term.since, due: term.due, by: term.by };
  return guardedUpdate(needs, address, words, { disabled: true }, quarantine);
}

/** Set only: lifting protection is for the platform's own dashboard. */
export async function protectKey(needs: KeyNeeds, keyId: string): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'protect');
  return guardedUpdate(needs, address, { action: 'protect', detail: 'Protected.' }, { protected: true });
}

/** Reads one key anew; nothing is changed. Throws `not-found` and the like as the platform says it. */
export async function readKey(needs: KeyNeeds, keyId: string): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  return keep(needs, address, await look(needs, address));
}
