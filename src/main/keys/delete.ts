/** Deleting a key: immediate and final on every platform, so every guard comes first. */
import type { RemoteKey } from '../platforms/platform.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import { inRightWorkspace, refuseThisLogin } from './guard.ts';
import { announce, type KeyNeeds, locate, nameInSentence } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected } from './settle.ts';

export type Deletion = {
  /** What the journal says instead of the plain words. */
  detail?: string;
  /** Nobody asks for it at this moment: its day has come. */
  planned?: true;
  /**
   * Gets the key as the platform has it right before, and a way to read another one of its workspace; throws where something is not
   * how it was left.
   */
  check?: (key: RemoteKey, read: ReadKey) => void | Promise<void>;
  /** Under which it is written down; a new one where left out. */
  intentId?: string;
};
type ReadKey = (remoteId: string) => Promise<RemoteKey>;

/** Throws why it was refused; then nothing was sent, unless the error says otherwise. */
export async function deleteKey(needs: KeyNeeds, keyId: string, how: Deletion = {}): Promise<void> {
  const { store, clock, newId, emit } = needs;
  const address = await locate(store, keyId);
  const { workspaceId, workspaceSlug, remoteId, row } = address;
  refuseThisLogin(address, 'delete');
  if (row.status === 'protected') {
    throw new AppError({
      code: 'protected',
      message: `${nameInSentence(address)} is protected, so the platform refuses to delete it.`,
      hint: 'Lift the protection in the platform’s own dashboard, sync, and try again.',
    });
  }
  const expected: Expected = { remoteId, ...(how.planned && { planned: true }) };
  const plain = row.name === '' ? 'Deleted.' : `Deleted ${row.name}.`;

  await inRightWorkspace(needs, address, async (adapter, session) => {
    const read: ReadKey = (id) => adapter.getKey(session, workspaceSlug, id);
    if (how.check) await how.check(await read(remoteId), read);
    const id = how.intentId ?? newId();
    await remoteWrite(
      needs,
      { id, workspaceId, keyId, action: 'delete', expected, detail: how.detail ?? plain },
      () => adapter.deleteKey(session, workspaceSlug, remoteId),
      async () => {
        await store.write.removeKey(keyId, timestamp(clock));
        return { keyId };
      },
    );
  });
  announce(emit, workspaceId);
}

/**
 * For a key that its platform did not find: whether that is because it was deleted. True only where a sync saw it vanish, or
 * the credential answers for its workspace; throws `wrong-workspace` where it does not.
 */
export async function isGone(needs: KeyNeeds, keyId: string): Promise<boolean> {
  const address = await needs.store.read.keyAddress(keyId);
  // With its connection, or by another deletion from here: which of the two is not known here.
  if (!address) return false;
  if (address.row.status === 'vanished') return true;
  return inRightWorkspace(needs, address, async () => true);
}
