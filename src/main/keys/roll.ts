/** Rolling a key: its secret ends at once, and a replacement with another id and a new secret takes its place. */
import type { KeyAddress } from '../store/api/keys.ts';
import { AppError } from '../system/app-error.ts';
import { timestamp } from '../system/ports.ts';
import type { Created } from './create.ts';
import { inRightWorkspace, refuseThisLogin } from './guard.ts';
import { announce, type KeyNeeds, locate, nameInSentence, needCapability } from './needs.ts';
import { remoteWrite } from './remote-write.ts';
import { restoreMetadata } from './restore-metadata.ts';
import type { Expected } from './settle.ts';

/**
 * Never repeated blindly: while the outcome of a roll is unknown, another one of the same key is refused. Throws why it was
 * refused; then nothing was sent, unless the error says otherwise.
 */
export async function rollKey(needs: KeyNeeds, keyId: string): Promise<Created> {
  const { store, handOvers, fingerprints, clock, newId, emit } = needs;
  const address = await locate(store, keyId);
  const { workspaceId, workspaceSlug, remoteId } = address;
  needCapability(address, 'roll');
  refuseThisLogin(address, 'roll');
  refuseInRun(address);
  await refuseSecondRoll(needs, workspaceId, keyId);
  const workspace = (await store.read.workspaces()).find(({ id }) => id === workspaceId);

  const rolled = await inRightWorkspace(needs, address, async (adapter, session) => {
    if (!adapter.rollKey || !workspace)
      throw new AppError({ code: 'not-supported', message: 'This platform cannot roll a key.' });
    const roll = adapter.rollKey.bind(adapter);
    // What has to be carried over is what it has now, not what it had at the last sync.
    const before = await adapter.getKey(session, workspaceSlug, remoteId);
    if (before.protected) {
      await store.write.upsertKey(workspaceId, before, timestamp(clock));
      announce(emit, workspaceId);
      throw new AppError({
        code: 'protected',
        message: `${nameInSentence(address)} is protected, so the platform refuses to roll it.`,
        hint: 'Lift the protection in the platform’s own dashboard, sync, and try again.',
      });
    }
    const { name, grant, metadata, createdAt } = before;
    const [intentId, at] = [newId(), timestamp(clock)];
    const expected: Expected = { remoteId, name, grant, metadata, createdAt };
    return remoteWrite(
      needs,
      { id: intentId, workspaceId, keyId, action: 'roll', expected, detail: 'Its old secret ended at once.' },
      () => roll(session, workspaceSlug, before),
      async ({ key, secret }) => {
        const replacement = { oldKeyId: keyId, intentId, metadata, at };
        const newKeyId = await store.write.replaceKey(workspaceId, key, replacement, timestamp(clock));
        await store.write.holdSecret(newKeyId, intentId);
        const handOver = handOvers.begin({
          platform: workspace.platform,
          workspaceSlug,
          baseUrl: workspace.baseUrl,
          keyName: key.name,
          secret,
          prefix: key.prefix,
          onLetGo: () => void store.write.letGoOfSecret(newKeyId).catch(needs.report),
        });
        fingerprints.keep({ keyId: newKeyId, secret, lasting: !workspace.embedded });
        return { keyId: newKeyId, name: key.name, ...handOver };
      },
    );
  });
  announce(emit, workspaceId);
  // The secret waits to be handed over, and nothing about metadata may stand in its way.
  void restoreMetadata(needs, rolled.keyId)
    .then(() => needs.annotated(rolled.keyId))
    .catch(needs.report);
  return rolled;
}

/** A roll ends a secret without overlap, which is just what the run is there to avoid. */
function refuseInRun({ row }: KeyAddress): void {
  if (!row.rotating) return;
  throw new AppError({
    code: 'conflict',
    message: 'A rotation run of this key is under way, so it is not rolled.',
    hint: 'Finish the run, or take it back, and try again.',
  });
}

async function refuseSecondRoll({ store }: KeyNeeds, workspaceId: string, keyId: string): Promise<void> {
  const open = await store.read.openIntents(workspaceId);
  if (!open.some((intent) => intent.action === 'roll' && intent.keyId === keyId)) return;
  throw new AppError({
    code: 'conflict',
    message: 'This key may have been rolled just now: the answer was lost. Nothing was sent.',
    hint: 'Sync first. It finds out, and shows the key that took its place.',
  });
}
