/** Signing in: a credential is checked with its platform first, and stored only when it is accepted. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { platforms as catalogue, type PlatformId } from '#shared/domain/platform.ts';
import type { BrowserGrant } from '../platforms/oauth/browser-sign-in.ts';
import type { PlatformAdapter, SignedIn } from '../platforms/platform.ts';
import type { Sessions } from '../platforms/sessions.ts';
import type { ConnectionRow } from '../store/api/connections.ts';
import type { Store } from '../store/client.ts';
import { AppError } from '../system/app-error.ts';
import { type Clock, type Emit, type NewId, timestamp } from '../system/ports.ts';
import type { BrowserSignIns } from './browser.ts';
import { type Login, loginOf, readBaseUrl, readSession, signIn, wayOf } from './login.ts';
import { readOrganizationId } from './organization-input.ts';

type ConnectRequest = {
  platform: PlatformId;
  baseUrl: string;
  credential: string;
  organizationId?: string;
  /** The workspace that the credential must reach, where whoever connects knows it. */
  slug?: string;
  embedded?: boolean;
};

/** Breaks a sign-in off as long as nothing of it is stored; then `cancelled` is thrown. */
type Abortable = { signal?: AbortSignal | undefined };

type Connected = { connectionId: string; workspaceIds: string[] };

export type ConnectionService = {
  /** Throws what stands in the way, with the field it belongs to; then nothing is stored. */
  connect(request: ConnectRequest & Abortable): Promise<Connected>;
  /** The same with the browser; answers when the person has. What it brought is ended where nothing comes of it. */
  connectInBrowser(
    request: { platform: PlatformId; baseUrl: string; requestId: string } & Abortable,
  ): Promise<Connected>;
  /** Gives a connection another credential, which must reach every workspace the connection had. */
  signInAgain(
    connectionId: string,
    credential: string,
    options?: Abortable & { baseUrl?: string },
  ): Promise<{ workspaceIds: string[] }>;
  signInAgainInBrowser(
    connectionId: string,
    options: Abortable & { requestId: string },
  ): Promise<{ workspaceIds: string[] }>;
};

type Needs = {
  store: Store;
  platforms: Record<PlatformId, PlatformAdapter>;
  browser: BrowserSignIns;
  sessions: Sessions;
  clock: Clock;
  newId: NewId;
  emit: Emit;
};

export function createConnectionService(needs: Needs): ConnectionService {
  const { store, platforms, browser, sessions, clock, newId, emit } = needs;

  return {
    async connect(request) {
      const { platform, embedded = false, signal } = request;
      const id = newId();
      const organizationId = readOrganizationId(request.organizationId, platform);
      const session = readSession(platform, { ...request, organizationId, connectionId: id });
      const place = { id, platform, organizationId, embedded };
      return add(place, { session, kept: session.credential }, signal, request.slug);
    },

    async connectInBrowser({ platform, baseUrl, requestId, signal }) {
      const id = newId();
      const url = readBaseUrl(baseUrl);
      const grant = await browser.signIn({ platform, baseUrl: url, requestId, signal });
      const place = { id, platform, organizationId: null, embedded: false };
      return orDropped(grant, () => add(place, loginOf(grant, url, id), signal));
    },

    async signInAgain(connectionId, credential, { signal, baseUrl } = {}) {
      const connection = await known(connectionId);
      const session = readSession(connection.platform, {
        baseUrl: baseUrl ?? connection.baseUrl,
        credential,
        organizationId: connection.organizationId,
        connectionId,
      });
      return renew(connection, { session, kept: session.credential }, signal);
    },

    async signInAgainInBrowser(connectionId, { requestId, signal }) {
      const connection = await known(connectionId);
      const baseUrl = readBaseUrl(connection.baseUrl);
      const grant = await browser.signIn({ platform: connection.platform, baseUrl, requestId, signal });
      return orDropped(grant, () => renew(connection, loginOf(grant, baseUrl, connectionId), signal));
    },
  };

  async function known(connectionId: string): Promise<ConnectionRow> {
    const connection = (await store.read.connections()).find((each) => each.id === connectionId);
    if (!connection) throw notHere();
    return connection;
  }

  /** Nobody could ever end a sign-in that nothing here knows of. */
  async function orDropped<Value>(grant: BrowserGrant, work: () => Promise<Value>): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      await sessions.drop(grant);
      throw error;
    }
  }

  async function add(
    place: Pick<ConnectionRow, 'id' | 'platform' | 'organizationId' | 'embedded'>,
    { session, kept }: Login,
    signal: AbortSignal | undefined,
    slug?: string,
  ): Promise<Connected> {
    const { platform } = place;
    const signedIn = await signIn(platforms[platform], session, signal);
    if (signedIn.workspaces.length === 0) throw new AppError(noWorkspaces(platform));
    refuseOtherWorkspace(slug, signedIn);
    await refuseSecondTime(platform, session.baseUrl, signedIn);

    refuseCancelled(signal);

    const connection = {
      ...place,
      baseUrl: session.baseUrl.href,
      account: signedIn.account,
      signInWay: wayOf(kept),
      state: 'ready' as const,
      problem: null,
    };
    await sessions.keep(connection, kept);
    try {
      const workspaceIds = await store.write.addConnection(connection, signedIn.workspaces, timestamp(clock));
      emit('workspaces.changed', {});
      emit('connections.changed', {});
      return { connectionId: connection.id, workspaceIds };
    } catch (error) {
      // A credential without its connection would stay in the keychain for ever, out of anyone's sight.
      await sessions.forget(connection);
      throw error;
    }
  }

  async function renew(
    connection: ConnectionRow,
    { session, kept }: Login,
    signal: AbortSignal | undefined,
  ): Promise<{ workspaceIds: string[] }> {
    const { id } = connection;
    const signedIn = await signIn(platforms[connection.platform], session, signal);
    await refuseOtherOrganization(id, signedIn);
    refuseCancelled(signal);

    await sessions.keep(connection, kept);
    const change = {
      state: 'ready' as const,
      problem: null,
      account: signedIn.account,
      baseUrl: session.baseUrl.href,
      signInWay: wayOf(kept),
      workspaces: signedIn.workspaces,
    };
    const workspaceIds = await store.write.updateConnection(id, change, timestamp(clock));
    // Removed while the platform was asked: nobody would ever take this credential out of the keychain again.
    if (!(await store.read.connections()).some((each) => each.id === id)) {
      await sessions.forget(connection);
      throw notHere();
    }
    emit('workspaces.changed', {});
    emit('connections.changed', {});
    return { workspaceIds };
  }

  /**
   * Two connections to one host may live side by side, but each workspace is listed once, by the connection that brought it
   * first: every key would be here twice. One that brings nothing of its own is therefore refused.
   */
  async function refuseSecondTime(platform: PlatformId, baseUrl: URL, signedIn: SignedIn): Promise<void> {
    const here = (await store.read.workspaces()).filter(
      (each) => each.platform === platform && each.baseUrl === baseUrl.href,
    );
    const had = here.filter((each) => signedIn.workspaces.some(({ slug }) => slug === each.slug));
    if (had.length < signedIn.workspaces.length) return;
    const by = [...new Set(had.flatMap(({ label, account }) => label ?? account ?? []))];
    throw new AppError({
      code: 'conflict',
      field: 'credential',
      message: `${had.map(({ name }) => name).join(', ')} is connected already${by.length > 0 ? `, by ${by.join(' and ')}` : ''}.`,
      hint: 'To use this credential instead, choose Sign in again for that connection, or remove it first.',
    });
  }

  async function refuseOtherOrganization(connectionId: string, signedIn: SignedIn): Promise<void> {
    const had = (await store.read.workspaces()).filter((each) => each.connectionId === connectionId);
    const missing = had.filter((each) => !signedIn.workspaces.some((remote) => remote.slug === each.slug));
    if (missing.length === 0) return;
    throw new AppError({
      code: 'wrong-workspace',
      field: 'credential',
      message: `This credential belongs to another organization: it does not reach ${missing.map((each) => each.name).join(', ')}.`,
      hint: 'Use one of the same organization, or connect this one as a workspace of its own.',
    });
  }
}

function notHere(): AppError {
  return new AppError({ code: 'not-found', message: 'This connection is not here any more.' });
}

/** The last moment to turn back: from here on things are stored. */
function refuseCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError({ code: 'cancelled', message: 'Stopped. Nothing was stored.' });
}

/** What says that a credential is of one workspace can be wrong, and acting in another one begins with that. */
function refuseOtherWorkspace(slug: string | undefined, { workspaces }: SignedIn): void {
  if (slug === undefined || workspaces.some((each) => each.slug === slug)) return;
  const reached = workspaces.map((each) => `${each.name} (${each.slug})`).join(', ');
  throw new AppError({
    code: 'wrong-workspace',
    field: 'credential',
    message: `This key belongs to ${reached}, and not to ${slug}. Nothing was stored.`,
    hint: 'Connect it by hand if it is the right one.',
  });
}

function noWorkspaces(platform: PlatformId): ErrorInfo {
  const { label, credentialLabel } = catalogue[platform];
  return {
    code: 'role',
    field: 'credential',
    message: `${label} accepted this ${credentialLabel}, but it reaches no workspace.`,
    hint: 'Ask an owner of the workspace to add you, then connect again.',
  };
}
