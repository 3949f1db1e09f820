/** Sign-ins that wait for a person in the browser, by the id the window gave them. Their addresses stay in main. */
import type { PlatformId } from '#shared/domain/platform.ts';
import { answerLimit, type BrowserGrant, signInWithBrowser } from '../platforms/oauth/browser-sign-in.ts';
import type { OAuthClient } from '../platforms/oauth/client.ts';
import { AppError } from '../system/app-error.ts';
import type { Clock, Emit } from '../system/ports.ts';

type Wanted = { platform: PlatformId; baseUrl: URL; requestId: string; signal?: AbortSignal | undefined };

export type BrowserSignIns = {
  /** Opens the browser and waits for the answer. Throws `PlatformError`. */
  signIn(wanted: Wanted): Promise<BrowserGrant>;
  /** False where no browser could be opened. Throws `not-found` where nothing waits under this id any more. */
  openAgain(requestId: string): Promise<boolean>;
  copyAddress(requestId: string): Promise<void>;
};

type Needs = {
  client: OAuthClient;
  open: (address: URL, baseUrl: URL) => Promise<void>;
  copy: (text: string) => Promise<void>;
  emit: Emit;
  clock: Clock;
  /** In milliseconds; five minutes where left out. */
  limit?: number | undefined;
};

export function createBrowserSignIns({ client, open, copy, emit, clock, limit }: Needs): BrowserSignIns {
  const waiting = new Map<string, { address: URL; baseUrl: URL }>();

  const tryOpen = ({ address, baseUrl }: { address: URL; baseUrl: URL }) =>
    open(address, baseUrl).then(
      () => true,
      () => false,
    );

  function waitingAs(requestId: string) {
    const found = waiting.get(requestId);
    if (!found) throw new AppError({ code: 'not-found', message: 'This sign-in does not wait any more.' });
    return found;
  }

  return {
    async signIn({ platform, baseUrl, requestId, signal }) {
      const onReady = (address: URL, until: number) => {
        const place = { address, baseUrl };
        waiting.set(requestId, place);
        void tryOpen(place).then((opened) => {
          if (waiting.get(requestId) !== place) return;
          emit('connections.browserReady', { requestId, opened, until: new Date(until).toISOString() });
        });
      };
      try {
        const now = () => clock.now().getTime();
        return await signInWithBrowser(
          client,
          { platform, baseUrl, signal, onReady },
          limit ?? answerLimit,
          now,
        );
      } finally {
        waiting.delete(requestId);
      }
    },
    openAgain: (requestId) => tryOpen(waitingAs(requestId)),
    copyAddress: (requestId) => copy(waitingAs(requestId).address.href),
  };
}
