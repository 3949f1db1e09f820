/** Access tokens in memory, refresh tokens in the keychain: a living token for every connection that signed in with the browser. */
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { keychainInfo } from '../../secrets/keychain-problem.ts';
import { type SecretStore, SecretStoreError } from '../../secrets/secret-store.ts';
import type { Clock } from '../../system/ports.ts';
import { PlatformError } from '../platform-error.ts';
import type { BrowserGrant } from './browser-sign-in.ts';
import type { OAuthClient, Tokens } from './client.ts';
import { ended } from './failures.ts';
import { read, type SavedSignIn, write } from './saved-sign-in.ts';

type Whose = { id: string; platform: PlatformId };

/** All but `end` throw `PlatformError`; what a keychain does not do is one of code `keychain`. */
export type AccessTokens = {
  /** Writes the refresh token into the keychain. What the connection had before is revoked, without waiting for it. */
  keep(connectionId: string, grant: BrowserGrant): Promise<void>;
  /** One that is good for a while yet. Throws `sign-in-needed` where there is no way to get one. */
  current(connection: Whose): Promise<string>;
  /** One in the place of one that the platform refused. */
  renew(connection: Whose, refused: string): Promise<string>;
  /**
   * Ends it at the platform and here; the keychain's item is the caller's. `false`: the platform was not reached, and the
   * refresh token lives on there until it expires. Null where there was nothing to end. Throws `SecretStoreError`.
   */
  end(connectionId: string): Promise<boolean | null>;
  /** Ends a sign-in that was never kept. */
  drop(grant: BrowserGrant): Promise<void>;
};

type Needs = { client: OAuthClient; secrets: SecretStore; clock: Clock };
type Live = Pick<Tokens, 'accessToken' | 'expiresAt'>;

/** In milliseconds: a request that takes its time must still be answered with the token it was sent with. */
const margin = 60_000;

export function createAccessTokens({ client, secrets, clock }: Needs): AccessTokens {
  const live = new Map<string, Live>();
  /** New refresh tokens that the keychain did not take: the old ones are dead, so these are all there is. */
  const unwritten = new Map<string, SavedSignIn>();
  const refreshing = new Map<string, Promise<string>>();
  const queues = new Map<string, Promise<unknown>>();

  /** One after the other for each connection: a refresh must not write over what a new sign-in just wrote. */
  function inTurn<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);
    queues.set(id, turn);
    return turn;
  }

  async function saved(id: string): Promise<SavedSignIn | null> {
    return unwritten.get(id) ?? read(await guarded(() => secrets.get(id)));
  }

  /** The new one before anything is done with its access token: a crash in between would cost the sign-in. */
  async function store(id: string, next: SavedSignIn): Promise<void> {
    unwritten.set(id, next);
    await guarded(() => secrets.set(id, write(next)));
    unwritten.delete(id);
  }

  /** Everybody who needs one meanwhile waits for the same: a refresh token works once. */
  function refresh(connection: Whose, refused: string | null): Promise<string> {
    const { id } = connection;
    const underWay = refreshing.get(id);
    if (underWay) return underWay;
    const work = inTurn(id, () => refreshed(connection, refused)).finally(() => refreshing.delete(id));
    refreshing.set(id, work);
    return work;
  }

  async function refreshed({ id, platform }: Whose, refused: string | null): Promise<string> {
    const newest = live.get(id);
    // Renewed, or signed in again, while this waited for its turn.
    if (newest && newest.accessToken !== refused && isGood(newest)) return newest.accessToken;
    const sign = await saved(id);
    if (!sign) throw missing(secrets.state().driver);
    if (sign.refreshToken === null) throw ended(platforms[platform].label);
    if (unwritten.has(id)) await store(id, sign);
    try {
      const { refreshToken, ...next } = await client.refresh(
        platform,
        sign.issuer,
        sign.clientId,
        sign.refreshToken,
      );
      if (refreshToken !== null && refreshToken !== sign.refreshToken)
        await store(id, { ...sign, refreshToken });
      live.set(id, next);
      return next.accessToken;
    } catch (error) {
      if (error instanceof PlatformError && error.code === 'sign-in-needed') {
        live.delete(id);
        // Dead for good. Remembered without it, so that the reason stays and nobody asks again.
        await store(id, { ...sign, refreshToken: null }).catch(() => undefined);
      }
      throw error;
    }
  }

  function isGood({ expiresAt }: Live): boolean {
    return expiresAt === null || expiresAt - margin > clock.now().getTime();
  }

  async function revoke(sign: SavedSignIn, accessToken: string | undefined): Promise<boolean | null> {
    const token = sign.refreshToken ?? accessToken;
    return token === undefined ? null : client.revoke(sign.issuer, sign.clientId, token);
  }

  return {
    keep: (id, { issuer, clientId, accessToken, expiresAt, refreshToken }) =>
      inTurn(id, async () => {
        const before = await saved(id).catch(() => null);
        const beforeToken = live.get(id)?.accessToken;
        await guarded(() => secrets.set(id, write({ issuer, clientId, refreshToken })));
        unwritten.delete(id);
        live.set(id, { accessToken, expiresAt });
        if (before) void revoke(before, beforeToken);
      }),

    async current(connection) {
      const held = live.get(connection.id);
      return held && isGood(held) ? held.accessToken : refresh(connection, null);
    },

    async renew(connection, refused) {
      const held = live.get(connection.id);
      return held && held.accessToken !== refused ? held.accessToken : refresh(connection, refused);
    },

    end: (id) =>
      inTurn(id, async () => {
        const sign = unwritten.get(id) ?? read(await secrets.get(id));
        const accessToken = live.get(id)?.accessToken;
        live.delete(id);
        unwritten.delete(id);
        return sign && revoke(sign, accessToken);
      }),

    async drop({ issuer, clientId, refreshToken, accessToken }) {
      await client.revoke(issuer, clientId, refreshToken ?? accessToken);
    },
  };
}

async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SecretStoreError ? new PlatformError(keychainInfo(error)) : error;
  }
}

function missing(driver: ReturnType<SecretStore['state']>['driver']): PlatformError {
  return new PlatformError({
    code: 'sign-in-needed',
    message:
      driver === 'memory'
        ? 'Its sign-in was kept for one session only, and that is over.'
        : 'The keychain of this computer has nothing of this sign-in any more.',
    hint: 'Sign in again. What is shown here is kept.',
  });
}
