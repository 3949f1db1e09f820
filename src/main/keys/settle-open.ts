import type { RemoteKey } from '../platforms/platform.ts';
import type { OpenIntent } from '../store/api/intents.ts';
import type { Store } from '../store/client.ts';
import { type Clock, timestamp } from '../system/ports.ts';
import { giveFirstPolicy } from './first-policy.ts';
import { followDisabled } from './follow-disabled.ts';
import { type Expected, settleIntents, type Verdict } from './settle.ts';

/**
 * Stores what became of a workspace's open intents. Where the answer of a creation or a roll was lost, a person is asked
 * about its key; where several keys may be the one, none of them is touched before they said which. `ahead`: by how many milliseconds
 * the platform's clock is ahead of ours.
 */
export async function settleOpen(
  { store, clock }: { store: Store; clock: Clock },
  workspaceId: string,
  intents: readonly OpenIntent[],
  keys: readonly RemoteKey[],
  ahead = 0,
): Promise<void> {
  const now = timestamp(clock);
  const creates = intents.some(({ action }) => action === 'create' || action === 'roll');
  const remoteIds = keys.map(({ remoteId }) => remoteId);
  const origins = creates ? await store.read.keyOrigins(workspaceId, remoteIds) : [];

  for (const { intentId, outcome, detail, ghosts } of settleIntents(intents, keys, origins, ahead)) {
    const intent = intents.find(({ id }) => id === intentId);
    if (ghosts) await store.write.settleGhost(intentId, detail, now, await keyIdsOf(ghosts, intent));
    else {
      if (outcome === 'done' && intent?.keyId)
        await followDisabled(store, intent.keyId, intent.expected as Expected);
      await store.write.settleIntent(intentId, outcome, detail, now);
    }
  }

  async function keyIdsOf(
    { keys: found, annotations }: NonNullable<Verdict['ghosts']>,
    intent: OpenIntent | undefined,
  ): Promise<string[]> {
    const [only, ...others] = found;
    if (only && others.length === 0 && intent?.action === 'roll' && intent.keyId !== null) {
      const { metadata = {} } = intent.expected as Expected;
      const replacement = { oldKeyId: intent.keyId, intentId: intent.id, metadata, at: intent.at };
      return [await store.write.replaceKey(workspaceId, only, replacement, now)];
    }
    if (only && others.length === 0) {
      const keyId = await store.write.upsertKey(workspaceId, only, now, annotations);
      const { policy } = (intent?.expected ?? {}) as Expected;
      if (policy) await giveFirstPolicy(store, keyId, policy, now);
      return [keyId];
    }
    const wanted = found.map(({ remoteId }) => remoteId);
    return origins.filter(({ remoteId }) => wanted.includes(remoteId)).map(({ keyId }) => keyId);
  }
}
