/** Gives a replacement the metadata of the key it replaced, where the platform did not carry it over. */

import { PlatformError } from '../platforms/platform-error.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import { announce, type KeyNeeds, locate } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import type { Expected } from './settle.ts';

/**
 * Reads, merges and writes; what the new key says by now comes first. Where it owes nothing, nothing is asked. A refusal is
 * kept with the key, and shown; it is not tried again by itself. Never throws for what the platform says.
 */
export async function restoreMetadata(needs: KeyNeeds, keyId: string): Promise<void> {
  const { store, sessions, clock } = needs;
  const owed = await store.read.owedMetadata(keyId);
  if (!owed) return;
  let workspaceId: string | null = null;
  try {
    const address = await locate(store, keyId);
    const { workspaceSlug, remoteId, connectionId } = address;
    workspaceId = address.workspaceId;
    const now = await sessions.use(connectionId, (adapter, session) =>
      adapter.getKey(session, workspaceSlug, remoteId),
    );
    const missing = Object.fromEntries(Object.entries(owed).filter(([field]) => !(field in now.metadata)));
    const fields = Object.keys(missing);
    if (fields.length > 0) {
      const expected: Expected = { remoteId, metadata: missing };
      const detail = `In the new key’s metadata again: ${fields.join(', ')}.`;
      await remoteWrite(
        needs,
        { id: needs.newId(), workspaceId, keyId, action: 'restore', expected, detail },
        () =>
          sessions.use(connectionId, (adapter, session) =>
            adapter.updateKey(session, workspaceSlug, remoteId, {
              metadata: { ...now.metadata, ...missing },
            }),
          ),
        async (key) => ({ keyId: await store.write.upsertKey(address.workspaceId, key, timestamp(clock)) }),
      );
    }
    await store.write.metadataRestored(keyId);
  } catch (error) {
    if (!(error instanceof PlatformError || error instanceof AppError)) throw error;
    // Without an answer it is tried again after the next look at the workspace.
    if (isRefusal(error)) await store.write.metadataRefused(keyId, error.info);
  }
  if (workspaceId !== null) announce(needs.emit, workspaceId);
}

const refusals: ReadonlySet<string> = new Set([
  'plan',
  'role',
  'missing-scope',
  'bad-input',
  'conflict',
  'protected',
]);

function isRefusal({ info }: PlatformError | AppError): boolean {
  return refusals.has(info.code);
}

/** All that a workspace owes, one key after the other. To be called after it was read. */
export async function restoreOwed(needs: KeyNeeds, workspaceId: string): Promise<void> {
  for (const keyId of await needs.store.read.owingKeys(workspaceId)) await restoreMetadata(needs, keyId);
}

/** Asked for by a person, so that a refusal of before does not count. Throws why it is refused this time. */
export async function restoreAgain(needs: KeyNeeds, keyId: string): Promise<void> {
  await needs.store.write.metadataRefused(keyId, null);
  await restoreMetadata(needs, keyId);
}
