/** Keys whose secret is lost, and what a person decides about them. */
import type { GhostKey, WaitingCreation } from '#shared/ipc/ghost-keys.ts';
import type { Store } from '../store/client.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { WritesUnderWay } from '../system/writes-under-way.ts';

export type GhostKeyService = {
  list(): Promise<{ ghosts: GhostKey[]; waiting: WaitingCreation[] }>;
  keep(keyId: string): Promise<void>;
  /** Throws what `deleteKey` throws; then the question stays. */
  delete(keyId: string): Promise<void>;
  release(intentId: string): Promise<void>;
};

type Needs = {
  store: Store;
  clock: Clock;
  emit: Emit;
  writes: WritesUnderWay;
  /** With every guard. Comes from the keys feature. */
  deleteKey: (keyId: string) => Promise<void>;
  /** Something was noted about a key: it goes into the key where its workspace shares that. Nobody waits for it. */
  annotated: (keyId: string) => void;
};

export function createGhostKeyService(needs: Needs): GhostKeyService {
  const { store, clock, emit, writes, deleteKey } = needs;

  async function questionAbout(keyId: string): Promise<GhostKey | undefined> {
    const ghosts = await store.read.ghostKeys();
    return ghosts.find(({ candidates }) => candidates.some((each) => each.keyId === keyId));
  }

  function answered(ghost: GhostKey | undefined): void {
    if (ghost) emit('inventory.changed', { workspaceIds: [ghost.workspaceId] });
  }

  return {
    async list() {
      const ghosts = await store.read.ghostKeys();
      const open = await store.read.openCreations();
      // One whose answer may still come is not waiting for a sync.
      return { ghosts, waiting: open.filter(({ intentId }) => !writes.has(intentId)) };
    },
    async keep(keyId) {
      const ghost = await questionAbout(keyId);
      await store.write.keepGhost(keyId, timestamp(clock));
      needs.annotated(keyId);
      answered(ghost);
    },
    async delete(keyId) {
      const ghost = await questionAbout(keyId);
      await deleteKey(keyId);
      // Only one key came of the creation, and it is gone: the others are somebody else's.
      if (ghost) await store.write.releaseGhosts(ghost.intentId);
      answered(ghost);
    },
    async release(intentId) {
      const ghost = (await store.read.ghostKeys()).find((each) => each.intentId === intentId);
      await store.write.releaseGhosts(intentId);
      answered(ghost);
    },
  };
}
