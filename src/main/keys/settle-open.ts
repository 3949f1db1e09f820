import type { RemoteKey } from '../platforms/platform.ts';
import type { OpenIntent } from '../store/api.ts';
import type { Store } from '../store/client.ts';
import { type Clock, timestamp } from '../system/ports.ts';
import { settleIntents } from './settle.ts';

/** Stores what became of a workspace's open intents; a key whose answer was lost gets its activity and environment. */
export async function settleOpen(
  { store, clock }: { store: Store; clock: Clock },
  workspaceId: string,
  intents: readonly OpenIntent[],
  keys: readonly RemoteKey[],
): Promise<void> {
  const now = timestamp(clock);
  for (const { intentId, outcome, detail, made } of settleIntents(intents, keys)) {
    const keyId = made && (await store.write.upsertKey(workspaceId, made.key, now, made.environment));
    await store.write.settleIntent(intentId, outcome, detail, now, keyId);
  }
}
