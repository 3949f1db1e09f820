/** Into quarantine and out of it, by hand. */
import type { KeyDetail } from '#shared/domain/key.ts';
import type { QuarantinePlan } from '#shared/domain/quarantine.ts';
import { whyNotThisLogin } from '#shared/domain/this-login.ts';
import type { QuarantineNote } from '../store/api/quarantine.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import type { QuarantineNeeds } from './needs.ts';

const dayInMs = 86_400_000;
const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/**
 * Disables a key now and plans its deletion. One that is in quarantine already is planned anew, from now and from what it
 * is now. `intentId`: under which the write is written down. Throws what disabling throws, `not-supported` and `plan` among it; then nothing is planned.
 */
export async function quarantineKey(
  needs: QuarantineNeeds,
  keyId: string,
  wanted: QuarantinePlan,
  intentId?: string,
): Promise<KeyDetail> {
  const { store, clock, keys } = needs;
  const known = await detailOf(needs, keyId);
  refuseWhileDeleting(needs, keyId);
  // What is disabled already needs no write, but the platform's word that it still is.
  const now = known.disabled ? await keys.read(keyId) : known;
  const due = dueOf(wanted, clock.now());
  const planned = now.disabled ? known.quarantine : null;
  const term = {
    since: planned?.since ?? timestamp(clock),
    due: due.toISOString(),
    by: await accountOf(needs, keyId),
  };
  if (now.disabled) {
    refuseForGood(now);
    const said = planned ? 'Its quarantine was planned anew' : 'Put in quarantine: it was disabled already';
    await store.write.enterQuarantine(
      keyId,
      term,
      noted(needs, `${said}, to be deleted on ${dayFormat.format(due)}.`),
    );
    announce(needs, known.workspaceId);
    return detailOf(needs, keyId);
  }
  const detail = `Put in quarantine: disabled now, to be deleted on ${dayFormat.format(due)}.`;
  const disabled = await keys.disable(keyId, { ...term, detail }, intentId);
  needs.emit('quarantine.changed', {});
  return disabled;
}

/** Takes a key out of quarantine; it is enabled again unless somebody did that already, or it should `stayDisabled`. */
export async function restoreKey(
  needs: QuarantineNeeds,
  keyId: string,
  stayDisabled = false,
  intentId?: string,
): Promise<KeyDetail> {
  const known = await detailOf(needs, keyId);
  refuseWhileDeleting(needs, keyId);
  if (!known.quarantine) {
    throw new AppError({
      code: 'conflict',
      message: 'This key is not in quarantine any more. Nothing was changed.',
    });
  }
  if (known.disabled && !stayDisabled) await needs.keys.enable(keyId, intentId);
  else {
    const detail = `Taken out of quarantine; it ${known.disabled ? 'stays disabled' : 'was enabled already'}.`;
    await needs.store.write.leaveQuarantine(keyId, noted(needs, detail));
  }
  announce(needs, known.workspaceId);
  return detailOf(needs, keyId);
}

/** A day that is past or close by now would leave no time to look: an undo must not delete. */
function dueOf(wanted: QuarantinePlan, now: Date): Date {
  if ('days' in wanted) return new Date(now.getTime() + wanted.days * dayInMs);
  return new Date(Math.max(Date.parse(wanted.due), now.getTime() + dayInMs));
}

/** Nothing is sent for it, so no write tells the key's activity. */
function noted({ clock, newId }: QuarantineNeeds, detail: string): QuarantineNote {
  return { id: newId(), at: timestamp(clock), detail };
}

async function detailOf({ store }: QuarantineNeeds, keyId: string): Promise<KeyDetail> {
  const detail = await store.read.keyDetail(keyId);
  if (detail) return detail;
  throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
}

function refuseWhileDeleting({ deleting }: QuarantineNeeds, keyId: string): void {
  if (!deleting.has(keyId)) return;
  throw new AppError({
    code: 'conflict',
    message: 'Its time was over, and it is being deleted at this moment.',
    hint: 'Make a new key where this one was still needed.',
  });
}

/** What could never be deleted later has no place here; disabling would have refused it too. */
function refuseForGood({ thisLogin, protected: isProtected }: KeyDetail): void {
  if (thisLogin) throw new AppError({ code: 'this-login', message: whyNotThisLogin('quarantine') });
  if (isProtected) {
    throw new AppError({
      code: 'protected',
      message: 'This key is protected, so the platform would refuse to delete it later.',
      hint: 'Lift the protection in the platform’s own dashboard, sync, and try again.',
    });
  }
}

async function accountOf({ store }: QuarantineNeeds, keyId: string): Promise<string | null> {
  const address = await store.read.keyAddress(keyId);
  return (await store.read.connections()).find(({ id }) => id === address?.connectionId)?.account ?? null;
}

/** The inspector reads a key again when the inventory changed. */
function announce({ emit }: QuarantineNeeds, workspaceId: string): void {
  emit('inventory.changed', { workspaceIds: [workspaceId] });
  emit('quarantine.changed', {});
}
