/** The frame around every remote write: the intent before it, the result after it, and never a guess in between. */
import { PlatformError } from '../platforms/platform-error.ts';
import type { NewIntent } from '../store/api/intents.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, timestamp } from '../system/ports.ts';
import type { WritesUnderWay } from '../system/writes-under-way.ts';

type Needs = {
  store: Store;
  clock: Clock;
  /** Reads the workspace anew, to find out what became of a write whose answer is missing. */
  lookSoon: (workspaceId: string) => void;
  writes: WritesUnderWay;
};

/**
 * Sends one write. `settle` stores what came of it, in terms of the inventory, and answers the id of the key it
 * concerned. Throws what `send` threw, and `not-found` where the connection was removed before anything was sent. Where the outcome is unknown the intent stays open, since sending again could make
 * a second key; what the platform lists at the next sync settles it (settle.ts).
 */
export async function remoteWrite<Answer, Settled extends { keyId?: string }>(
  { store, clock, lookSoon, writes }: Needs,
  intent: Omit<NewIntent, 'at'>,
  send: () => Promise<Answer>,
  settle: (answer: Answer) => Promise<Settled>,
): Promise<Settled> {
  const ended = writes.begin(intent.workspaceId, intent.id, intent.keyId);
  try {
    if (await store.write.beginIntent({ ...intent, at: timestamp(clock) })) {
      const settled = await settle(await send());
      await store.write.settleIntent(intent.id, 'done', intent.detail, timestamp(clock), settled.keyId);
      return settled;
    }
  } catch (error) {
    if (wasRefused(error)) {
      await store.write.settleIntent(intent.id, 'failed', error.info.message, timestamp(clock));
      throw error;
    }
    ended();
    lookSoon(intent.workspaceId);
    throw error instanceof PlatformError ? withHint(error) : error;
  } finally {
    ended();
  }
  throw new AppError({
    code: 'not-found',
    message: 'Its sign-in was removed from this computer meanwhile. Nothing was sent.',
  });
}

/** Certainly not carried out: refused by the platform, or never sent. */
function wasRefused(error: unknown): error is PlatformError | AppError {
  return error instanceof AppError || (error instanceof PlatformError && !error.mayHaveHappened);
}

function withHint({ info }: PlatformError): AppError {
  const hint = 'It may have happened all the same. The next sync finds out, and the key’s activity says so.';
  return new AppError({ ...info, hint: [info.hint, hint].filter(Boolean).join(' ') });
}
