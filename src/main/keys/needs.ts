/** What every action on keys works with, and the way from a key's id to the place where it lives. */
import type { Capabilities } from '#shared/domain/platform.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { Sessions } from '../platforms/sessions.ts';
import type { Fingerprints } from '../secrets/fingerprints.ts';
import type { HandOvers } from '../secrets/hand-over.ts';
import type { KeyAddress } from '../store/api/keys.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import type { Clock, Emit, NewId } from '../system/ports.ts';
import type { WritesUnderWay } from '../system/writes-under-way.ts';

export type KeyNeeds = {
  store: Store;
  sessions: Sessions;
  handOvers: HandOvers;
  fingerprints: Fingerprints;
  clock: Clock;
  newId: NewId;
  emit: Emit;
  /** Reads a workspace anew without anybody waiting for it. */
  lookSoon: (workspaceId: string) => void;
  writes: WritesUnderWay;
  /** Something was noted about a key: it goes into the key where its workspace shares that. Nobody waits for it. */
  annotated: (keyId: string) => void;
  /** Hears of errors that nobody waits for. */
  report: (error: unknown) => void;
};

/** Throws `not-found` for a key that left the inventory, and for one that vanished from its platform. */
export async function locate(store: Store, keyId: string): Promise<KeyAddress> {
  const address = await store.read.keyAddress(keyId);
  if (!address)
    throw new AppError({ code: 'not-found', message: 'This key is not in the inventory any more.' });
  if (address.row.status === 'vanished') {
    throw new AppError({
      code: 'not-found',
      message: `${nameInSentence(address)} is gone from its workspace: somebody deleted it elsewhere.`,
    });
  }
  return address;
}

/** Throws `not-supported` with the platform's reason. */
export function needCapability(address: KeyAddress, capability: keyof Capabilities): void {
  const state = platforms[address.platform].capabilities[capability];
  if (state !== true) throw new AppError({ code: 'not-supported', message: state.missing });
}

/** Tells the window that rows of a workspace changed; counts in the sidebar go with them. */
export function announce(emit: Emit, workspaceId: string): void {
  emit('inventory.changed', { workspaceIds: [workspaceId] });
  emit('workspaces.changed', {});
}

/** Opens a sentence about a key. Roboflow's keys may have no name. */
export function nameInSentence({ row }: KeyAddress): string {
  return row.name === '' ? 'This key' : row.name;
}
