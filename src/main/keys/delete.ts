/** Deleting a key: immediate and final on every platform, so every guard comes first. */
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import { refuseThisLogin, refuseWrongWorkspace } from './guard.ts';
import { announce, type KeyNeeds, locate, nameInSentence } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected } from './settle.ts';

export async function deleteKey(needs: KeyNeeds, keyId: string): Promise<void> {
  const { store, sessions, clock, newId, emit } = needs;
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
  await sessions.use(address.connectionId, (adapter, session) =>
    refuseWrongWorkspace(adapter, session, workspaceSlug),
  );

  const expected: Expected = { remoteId };
  await remoteWrite(
    needs,
    {
      id: newId(),
      workspaceId,
      keyId,
      action: 'delete',
      expected,
      detail: row.name === '' ? 'Deleted.' : `Deleted ${row.name}.`,
    },
    () =>
      sessions.use(address.connectionId, (adapter, session) =>
        adapter.deleteKey(session, workspaceSlug, remoteId),
      ),
    async () => {
      await store.write.removeKey(keyId, timestamp(clock));
      return { keyId };
    },
  );
  announce(emit, workspaceId);
}
