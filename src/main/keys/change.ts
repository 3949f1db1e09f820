/** Renaming, editing the scope, disabling, enabling and protecting: each is one update of one key. */
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import type { KeyActivity, KeyDetail } from '#shared/domain/key.ts';
import { whyNotEditGrant } from '#shared/domain/platform.ts';
import type { KeyChange, PlatformAdapter, RemoteKey, Session } from '../platforms/platform.ts';
import type { KeyAddress } from '../store/api/keys.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import { followDisabled } from './follow-disabled.ts';
import { inRightWorkspace, refuseThisLogin } from './guard.ts';
import { needGoodName } from './name.ts';
import { announce, type KeyNeeds, locate, needCapability } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected, QuarantineTerm } from './settle.ts';

export async function renameKey(needs: KeyNeeds, keyId: string, typed: string): Promise<KeyDetail> {
  const address = await locate(needs.store, keyId);
  needCapability(address, 'rename');
  const name = await needGoodName(needs, {
    workspaceId: address.workspaceId,
    platform: address.platform,
    name: typed,
    exceptKeyId: keyId,
  });
  if (name === address.row.name) return detailOf(needs, keyId);
  return update(
    needs,
    address,
    { action: 'rename', detail: describeRename(address.row.name, name) },
    { name },
  );
}

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
  const now = await needs.sessions.use(address.connectionId, (adapter, session) =>
    adapter.getKey(session, address.workspaceSlug, address.remoteId),
  );
  if (!sameGrant(now.grant, expected)) {
    await keep(needs, address, now);
    throw new AppError({
      code: 'stale',
      message: `Somebody changed this key’s scope meanwhile. Nothing was sent. ${grantSentence(now.grant)}`,
      hint: 'Open the editor again to start from what it is now.',
    });
  }
  if (sameGrant(now.grant, grant)) return keep(needs, address, now);
  const words = { action: 'edit-scope', detail: describeEdit(now.grant, grant) } as const;
  // Where the platform can tell, it refuses the change if somebody was faster than this request.
  const change: KeyChange = { grant, ...(now.version !== undefined && { version: now.version }) };
  if (!narrows(now.grant, grant)) return update(needs, address, words, change);
  refuseThisLogin(address, 'narrow');
  return guardedUpdate(needs, address, words, change);
}

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
  const now = await needs.sessions.use(address.connectionId, (adapter, session) =>
    adapter.getKey(session, address.workspaceSlug, address.remoteId),
  );
  return keep(needs, address, now);
}

type Words = { action: KeyActivity['action']; detail: string };

function guardedUpdate(
  needs: KeyNeeds,
  address: KeyAddress,
  words: Words,
  change: KeyChange,
  quarantine?: QuarantineTerm,
): Promise<KeyDetail> {
  return inRightWorkspace(needs, address, (adapter, session) =>
    send(needs, address, words, change, quarantine, (write) => write(adapter, session)),
  );
}

function update(needs: KeyNeeds, address: KeyAddress, words: Words, change: KeyChange): Promise<KeyDetail> {
  return send(needs, address, words, change, undefined, (write) =>
    needs.sessions.use(address.connectionId, write),
  );
}

type Write = (adapter: PlatformAdapter, session: Session) => Promise<RemoteKey>;

/** `through` opens the session the write is sent with, after its intent was stored. */
async function send(
  needs: KeyNeeds,
  address: KeyAddress,
  words: Words,
  change: KeyChange,
  quarantine: QuarantineTerm | undefined,
  through: (write: Write) => Promise<RemoteKey>,
): Promise<KeyDetail> {
  const { keyId, remoteId, workspaceId, workspaceSlug } = address;
  const { version: _version, ...values } = change;
  const expected: Expected = { remoteId, ...values, ...(quarantine && { quarantine }) };
  await remoteWrite(
    needs,
    { id: needs.newId(), workspaceId, keyId, expected, ...words },
    () => through((adapter, session) => adapter.updateKey(session, workspaceSlug, remoteId, change)),
    async (key) => {
      const kept = await needs.store.write.upsertKey(workspaceId, key, timestamp(needs.clock));
      await followDisabled(needs.store, kept, expected);
      return { keyId: kept };
    },
  );
  announce(needs.emit, workspaceId);
  return detailOf(needs, keyId);
}

/** Takes over what the platform says about a key without having changed it. */
async function keep(needs: KeyNeeds, address: KeyAddress, key: RemoteKey): Promise<KeyDetail> {
  await needs.store.write.upsertKey(address.workspaceId, key, timestamp(needs.clock));
  announce(needs.emit, address.workspaceId);
  return detailOf(needs, address.keyId);
}

async function detailOf({ store }: KeyNeeds, keyId: string): Promise<KeyDetail> {
  const detail = await store.read.keyDetail(keyId);
  if (!detail)
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  return detail;
}

/** Throws the platform's reason, or that of the key's organization. */
async function needEditableGrant({ store }: KeyNeeds, address: KeyAddress): Promise<void> {
  needCapability(address, 'editGrant');
  const workspace = (await store.read.workspaces()).find(({ id }) => id === address.workspaceId);
  const reason = workspace ? whyNotEditGrant(workspace) : null;
  if (reason !== null) throw new AppError({ code: 'plan', message: reason });
}

/** Roboflow's keys may have had no name. */
function describeRename(before: string, after: string): string {
  return before === '' ? `Named ${after}.` : `Renamed from ${before} to ${after}.`;
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
