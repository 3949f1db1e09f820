/** Disabling, enabling and protecting, each one update of one key; and reading one anew. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { refuseThisLogin } from './guard.ts';
import { type KeyNeeds, locate, needCapability } from './needs.ts';
import type { QuarantineTerm } from './settle.ts';
import { guardedUpdate, keep, look, update } from './update.ts';

/** Disabling is as disruptive as deleting, so it has the same guards; enabling only restores. */
export async function setDisabled(needs: KeyNeeds, keyId: string, disabled: boolean): Promise<KeyDetail> {
  if (disabled) return disable(needs, keyId);
  const address = await locate(needs.store, keyId);
  needCapability(address, 'disable');
  return update(needs, address, { action: 'enable', detail: 'Enabled.' }, { disabled });
}

/** Disables a key; with a term it goes into quarantine, and the journal has what `term.detail` says about it. */
export async function disable(
  needs: KeyNeeds,
  keyId: string,
  term?: QuarantineTerm & { detail: string },
): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'disable');
  refuseThisLogin(address, term ? 'quarantine' : 'disable');
  const words = { action: 'disable', detail: term?.detail ?? 'Disabled.' } as const;
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
