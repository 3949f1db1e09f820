/** Roboflow's API for workspace keys (`/:workspace/api-keys`). */

import { z } from '#shared/zod.ts';
import type { HttpClient } from '../http/client.ts';
import { segment } from '../http/path.ts';
import type { PlatformAdapter, RemoteKey, RemoteWorkspace, Session } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import type { Doing } from './doing.ts';
import { explain } from './errors.ts';
import { createBody, fromCreated, fromRolled, toRemoteKey, updateBody } from './mapping.ts';
import { notVisible } from './not-visible.ts';
import { notVisibleToPerson } from './person-errors.ts';
import {
  apiKeyListSchema,
  createdApiKeySchema,
  foldersSchema,
  oneApiKeySchema,
  publishableKeySchema,
  rolledApiKeySchema,
  whoSchema,
  workspaceSchema,
} from './wire.ts';

/** Nobody should wait longer for a new secret because its metadata cannot be read back. In milliseconds. */
const longestReadBack = 10_000;

export function createRoboflowAdapter(http: HttpClient): PlatformAdapter {
  const adapter: PlatformAdapter = {
    id: 'roboflow',

    /** Roboflow tells the workspace of a key, but no role, and a person only where they signed in themselves. */
    async signIn(session, signal) {
      const slug = await workspaceOf(session, 'sign in', signal);
      const account = session.person?.account ?? null;
      return { account, workspaces: [await describe(session, slug, signal)] };
    },

    /** One slug: a Roboflow key belongs to exactly one workspace. */
    async answersFor(session, signal) {
      return [await workspaceOf(session, 'look who', signal)];
    },

    /** Needs `api-key:read`. There is no paging; disabled keys come only when asked for. */
    async listKeys(session, workspaceSlug, signal) {
      const path = `${keysPath(workspaceSlug)}?includeDisabled=true`;
      const { apiKeys } = await http({
        session,
        method: 'GET',
        path,
        answer: apiKeyListSchema,
        explain: explain({ what: 'list' }),
        signal,
      });
      return apiKeys.map(toRemoteKey);
    },

    getKey: (session, workspaceSlug, remoteId, signal) =>
      explaining404(session, workspaceSlug, remoteId, { what: 'get' }, () =>
        readKey(session, workspaceSlug, remoteId, signal),
      ),

    /** Needs `api-key:create`. Roboflow documents no idempotency key, so none is sent. */
    async createKey(session, workspaceSlug, key) {
      const made = await http({
        session,
        method: 'POST',
        path: keysPath(workspaceSlug),
        body: createBody(key),
        answer: createdApiKeySchema,
        explain: explain({ what: 'create', key }),
      });
      // The answer lacks prefix, time and person. Failing to get them must not cost the secret, which comes only once.
      const whole = await readBack(session, workspaceSlug, made.keyId);
      return { key: whole ?? fromCreated(made, key), secret: made.key };
    },

    /** Needs `api-key:update`. */
    async updateKey(session, workspaceSlug, remoteId, change) {
      const body = updateBody(change);
      const doing: Doing = { what: 'update', change };
      return explaining404(session, workspaceSlug, remoteId, doing, async () => {
        const path = keyPath(workspaceSlug, remoteId);
        return toRemoteKey(
          await http({
            session,
            method: 'PATCH',
            path,
            body,
            answer: oneApiKeySchema,
            explain: explain(doing),
          }),
        );
      });
    },

    /** Needs `api-key:revoke`. The body of the answer adds nothing to its 200, but it has to be data. */
    deleteKey(session, workspaceSlug, remoteId) {
      const doing: Doing = { what: 'delete' };
      return explaining404(session, workspaceSlug, remoteId, doing, async () => {
        const path = keyPath(workspaceSlug, remoteId);
        await http({ session, method: 'DELETE', path, answer: z.unknown(), explain: explain(doing) });
      });
    },

    /** Needs `api-key:revoke` and `api-key:create`. Sent without a body, since none is documented. */
    rollKey(session, workspaceSlug, before) {
      const doing: Doing = { what: 'roll' };
      return explaining404(session, workspaceSlug, before.remoteId, doing, async () => {
        const path = `${keyPath(workspaceSlug, before.remoteId)}/roll`;
        const rolled = await http({
          session,
          method: 'POST',
          path,
          answer: rolledApiKeySchema,
          explain: explain(doing),
        });
        const whole = await readBack(session, workspaceSlug, rolled.keyId);
        return { key: whole ?? fromRolled(rolled, before), secret: rolled.key };
      });
    },

    /** Needs `folder:read`. */
    async listFolders(session, workspaceSlug, signal) {
      const { data } = await http({
        session,
        method: 'GET',
        path: `/${segment(workspaceSlug)}/groups`,
        answer: foldersSchema,
        explain: explain({ what: 'read folders' }),
        signal,
      });
      return data;
    },

    /** Needs `workspace:read`. */
    async publishableKey(session, workspaceSlug, signal) {
      const { publishableKey } = await http({
        session,
        method: 'GET',
        path: `${keysPath(workspaceSlug)}/publishable`,
        answer: publishableKeySchema,
        explain: explain({ what: 'read publishable' }),
        signal,
      });
      return publishableKey;
    },
  };
  return adapter;

  async function workspaceOf(
    session: Session,
    what: 'sign in' | 'look who',
    signal?: AbortSignal,
  ): Promise<string> {
    const who = await http({
      session,
      method: 'GET',
      path: '/',
      answer: whoSchema,
      explain: explain({ what }),
      signal,
    });
    return who.workspace;
  }

  /** The display name takes a scope of its own, which a sign-in must not depend on; then it stays untold. */
  async function describe(session: Session, slug: string, signal?: AbortSignal): Promise<RemoteWorkspace> {
    const doing = explain({ what: 'read workspace' });
    try {
      const answer = await http({
        session,
        method: 'GET',
        path: `/${segment(slug)}`,
        answer: workspaceSchema,
        explain: doing,
        signal,
      });
      return { slug, name: answer.workspace?.name || answer.name || slug, role: null };
    } catch (error) {
      if (error instanceof PlatformError && error.code === 'cancelled') throw error;
      return { slug, name: null, role: null };
    }
  }

  /** Null where that fails: it must not cost the secret of the key that was just made. */
  function readBack(session: Session, workspaceSlug: string, remoteId: string): Promise<RemoteKey | null> {
    const signal = AbortSignal.timeout(longestReadBack);
    return readKey(session, workspaceSlug, remoteId, signal).catch(() => null);
  }

  async function readKey(
    session: Session,
    workspaceSlug: string,
    remoteId: string,
    signal?: AbortSignal,
  ): Promise<RemoteKey> {
    const path = keyPath(workspaceSlug, remoteId);
    return toRemoteKey(
      await http({
        session,
        method: 'GET',
        path,
        answer: oneApiKeySchema,
        explain: explain({ what: 'get' }),
        signal,
      }),
    );
  }

  /** Finds out what a 404 meant, by looking for the key in the list. */
  async function explaining404<Value>(
    session: Session,
    workspaceSlug: string,
    remoteId: string,
    doing: Doing,
    work: () => Promise<Value>,
  ): Promise<Value> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PlatformError) || error.code !== 'missing-scope') throw error;
      const keys = await adapter.listKeys(session, workspaceSlug).catch(() => null);
      const listed = keys?.some((key) => key.remoteId === remoteId) ?? null;
      const info = session.person ? notVisibleToPerson(doing, listed) : notVisible(doing, listed);
      throw new PlatformError(info, { status: error.status });
    }
  }
}

function keysPath(workspaceSlug: string): string {
  return `/${segment(workspaceSlug)}/api-keys`;
}

function keyPath(workspaceSlug: string, remoteId: string): string {
  return `${keysPath(workspaceSlug)}/${segment(remoteId)}`;
}
