/** Platforms that speak the workspace-keys contract (`{baseUrl}/api/v1`): one token, several workspaces. */
import { z } from '#shared/zod.ts';
import type { HttpClient } from '../http/client.ts';
import { segment } from '../http/path.ts';
import type { PlatformAdapter, RemoteKey, Session } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import { endlessList, explain, secretGone } from './errors.ts';
import { createBody, toRemoteKey, updateBody } from './mapping.ts';
import { createdKeySchema, keyPageSchema, keySchema, meSchema } from './wire.ts';

/** The most the contract allows on one page. */
const pageSize = 500;

export function createWorkspaceKeysAdapter(http: HttpClient): PlatformAdapter {
  return {
    id: 'workspace-keys',

    async signIn(session, signal) {
      const me = await whoAmI(session, 'sign in', signal);
      const workspaces = me.workspaces.map(({ slug, name, role }) => ({ slug, name: name || slug, role }));
      return { account: me.email || null, workspaces };
    },

    async answersFor(session, signal) {
      const me = await whoAmI(session, 'look who', signal);
      return me.workspaces.map(({ slug }) => slug);
    },

    /** Throws rather than answer a part of the list: keys missing from it would look deleted. */
    async listKeys(session, workspaceSlug, signal) {
      // By id: a key that moves to a later page while the list is read would otherwise come twice.
      const keys = new Map<string, RemoteKey>();
      const read = new Set<string>();
      let after: string | undefined;
      do {
        const page = await readPage(session, workspaceSlug, after, signal);
        for (const key of page.keys) keys.set(key.id, toRemoteKey(key));
        after = page.after ?? undefined;
        if (after !== undefined && read.has(after))
          throw new PlatformError(endlessList(session.baseUrl.host));
        if (after !== undefined) read.add(after);
      } while (after !== undefined);
      return [...keys.values()];
    },

    async getKey(session, workspaceSlug, remoteId, signal) {
      const path = keyPath(workspaceSlug, remoteId);
      const call = { session, path, answer: keySchema, explain: explain({ what: 'get' }), signal };
      return toRemoteKey(await http({ ...call, method: 'GET' }));
    },

    /** The idempotency key only guards against a second key: a repeat would not bring the secret back, so none is sent. */
    async createKey(session, workspaceSlug, key, idempotencyKey) {
      const made = await http({
        session,
        method: 'POST',
        path: keysPath(workspaceSlug),
        headers: { 'idempotency-key': idempotencyKey },
        body: createBody(key),
        answer: createdKeySchema,
        explain: explain({ what: 'create', key }),
      });
      if (!made.secret) throw new PlatformError(secretGone(), { mayHaveHappened: true });
      return { key: toRemoteKey(made), secret: made.secret };
    },

    async updateKey(session, workspaceSlug, remoteId, change) {
      const path = keyPath(workspaceSlug, remoteId);
      const call = { session, path, body: updateBody(change), answer: keySchema };
      return toRemoteKey(
        await http({ ...call, method: 'PATCH', explain: explain({ what: 'update', change }) }),
      );
    },

    /** 204 without a body, or any data; a web page in its place is not taken for success. */
    async deleteKey(session, workspaceSlug, remoteId) {
      const path = keyPath(workspaceSlug, remoteId);
      await http({
        session,
        method: 'DELETE',
        path,
        answer: z.unknown(),
        explain: explain({ what: 'delete' }),
      });
    },
  };

  function whoAmI(session: Session, what: 'sign in' | 'look who', signal?: AbortSignal) {
    return http({
      session,
      method: 'GET',
      path: '/api/v1/me',
      answer: meSchema,
      explain: explain({ what }),
      signal,
    });
  }

  function readPage(session: Session, workspaceSlug: string, after?: string, signal?: AbortSignal) {
    const start = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const path = `${keysPath(workspaceSlug)}?limit=${pageSize}${start}`;
    return http({
      session,
      method: 'GET',
      path,
      answer: keyPageSchema,
      explain: explain({ what: 'list' }),
      signal,
    });
  }
}

function keysPath(workspaceSlug: string): string {
  return `/api/v1/workspaces/${segment(workspaceSlug)}/keys`;
}

function keyPath(workspaceSlug: string, remoteId: string): string {
  return `${keysPath(workspaceSlug)}/${segment(remoteId)}`;
}
