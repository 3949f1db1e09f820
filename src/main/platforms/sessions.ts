/** The way from a connection to its platform: address from the store, credential from the keychain, adapter by platform. */
import type { ErrorCode } from '#shared/domain/errors.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { ConnectionState, KeptIn } from '#shared/ipc/connections.ts';
import { keychainInfo } from '../secrets/keychain-problem.ts';
import { type SecretStore, SecretStoreError, type SecretStoreState } from '../secrets/secret-store.ts';
import type { ConnectionRow } from '../store/api/connections.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, timestamp } from '../system/ports.ts';
import type { AccessTokens } from './oauth/access-tokens.ts';
import type { BrowserGrant } from './oauth/browser-sign-in.ts';
import type { PlatformAdapter, Session } from './platform.ts';
import { PlatformError } from './platform-error.ts';

export type Sessions = {
  /**
   * Calls the platform for a connection. What the platform's refusal says about the connection is remembered: 401 means
   * *sign in again*, an unreachable host *offline*; the next success clears both. Throws what `use` throws, or
   * `sign-in-needed` where the keychain has no credential.
   */
  use<Value>(
    connectionId: string,
    use: (adapter: PlatformAdapter, session: Session) => Promise<Value>,
  ): Promise<Value>;
  /**
   * Keeps a credential, or what a sign-in with the browser brought, in the keychain. Those of the embedded sandbox stay in memory: it hands them out at every start, and
   * a demonstration should leave nothing in anybody's keychain.
   */
  keep(connection: Pick<ConnectionRow, 'id' | 'embedded'>, credential: string | BrowserGrant): Promise<void>;
  /**
   * Deletes it. A sign-in with the browser is ended at the platform first: `stillSignedIn` where that could not be told. Throws
   * `SecretStoreError`.
   */
  forget(connection: Pick<ConnectionRow, 'id' | 'embedded'>): Promise<{ stillSignedIn: boolean }>;
  /** Ends a sign-in with the browser that came to nothing. */
  drop(grant: BrowserGrant): Promise<void>;
  /** Where its credential is, or would be looked for. */
  keptIn(connection: Pick<ConnectionRow, 'id' | 'embedded'>): KeptIn;
};

type Needs = {
  store: Store;
  secrets: SecretStore;
  platforms: Record<PlatformId, PlatformAdapter>;
  tokens: AccessTokens;
  clock: Clock;
  emit: Emit;
  /** Hears every credential that comes into memory, so that the log can black it out. */
  onCredential: (credential: string) => void;
};

export function createSessions(needs: Needs): Sessions {
  const { store, secrets, platforms, tokens, clock, emit, onCredential } = needs;
  const inMemory = new Map<string, string>();

  return {
    async use(connectionId, use) {
      const connection = (await store.read.connections()).find((each) => each.id === connectionId);
      if (!connection)
        throw new AppError({ code: 'not-found', message: 'This connection is not here any more.' });
      try {
        const session = await openSession(connection);
        const value = await use(platforms[connection.platform], session);
        if (connection.state !== 'ready') await remember(connection, 'ready', null);
        return value;
      } catch (error) {
        const state = stateAfter(error);
        if (state && error instanceof Error) await remember(connection, state, error);
        throw error;
      }
    },
    async keep({ id, embedded }, credential) {
      if (typeof credential !== 'string') {
        await tokens.keep(id, credential);
        return;
      }
      onCredential(credential);
      if (embedded) {
        inMemory.set(id, credential);
        return;
      }
      // A pasted credential in the place of a sign-in with the browser: that is over then.
      await tokens.end(id);
      await secrets.set(id, credential);
    },
    drop: (grant) => tokens.drop(grant),
    async forget({ id, embedded }) {
      if (embedded) {
        inMemory.delete(id);
        return { stillSignedIn: false };
      }
      const ended = await tokens.end(id);
      await secrets.delete(id);
      return { stillSignedIn: ended === false };
    },
    keptIn({ id, embedded }) {
      if (embedded) return 'sandbox';
      return secrets.holds(id) ? 'session' : 'keychain';
    },
  };

  async function openSession(connection: ConnectionRow): Promise<Session> {
    if (connection.signInWay === 'browser') {
      const { id, baseUrl, account } = connection;
      const renew = (refused: string) => tokens.renew(connection, refused);
      const credential = await tokens.current(connection);
      return { baseUrl: new URL(baseUrl), credential, connectionId: id, person: { account, renew } };
    }
    const credential = connection.embedded ? inMemory.get(connection.id) : await readKeychain(connection.id);
    if (!credential) {
      throw new AppError({
        code: 'sign-in-needed',
        message: missing(connection.embedded ? 'sandbox' : secrets.state().driver),
        hint: 'Sign in again. What is shown here is kept.',
      });
    }
    onCredential(credential);
    const { id, baseUrl, organizationId } = connection;
    return {
      baseUrl: new URL(baseUrl),
      credential,
      connectionId: id,
      ...(organizationId !== null && { organizationId }),
    };
  }

  /** A keychain that does not answer is the connection's trouble too, since nothing can be asked without it. */
  async function readKeychain(connectionId: string): Promise<string | null> {
    try {
      return await secrets.get(connectionId);
    } catch (error) {
      if (error instanceof SecretStoreError) throw new AppError(keychainInfo(error));
      throw error;
    }
  }

  async function remember(
    connection: ConnectionRow,
    state: ConnectionState,
    error: Error | null,
  ): Promise<void> {
    const problem = error instanceof PlatformError || error instanceof AppError ? error.info : null;
    // The keychain has one code and several sentences.
    if (connection.state === state && connection.problem?.message === problem?.message) return;
    await store.write.updateConnection(connection.id, { state, problem }, timestamp(clock));
    emit('workspaces.changed', {});
  }
}

/** An item that is not there is a state of its own: nothing is locked, and only a new sign-in helps. */
function missing(where: SecretStoreState['driver'] | 'sandbox'): string {
  if (where === 'sandbox') return 'The sandbox that this sign-in belongs to is not running.';
  return where === 'memory'
    ? 'Its credential was kept for one session only, and that is over.'
    : 'The keychain of this computer has no credential for this sign-in any more.';
}

/** What an error says about its connection; null where it only says something about the call. */
export function stateAfter(error: unknown): ConnectionState | null {
  if (!(error instanceof PlatformError || error instanceof AppError)) return null;
  const states: Partial<Record<ErrorCode, ConnectionState>> = {
    keychain: 'error',
    unauthorized: 'sign-in',
    'sign-in-needed': 'sign-in',
    offline: 'offline',
    timeout: 'offline',
    tls: 'offline',
  };
  return states[error.info.code] ?? null;
}
