/** Datature Vi (`{baseUrl}/vi/v1`): a secret key and the id of its organization, which stands in every address. */
import { z } from '#shared/zod.ts';
import type { HttpClient } from '../http/client.ts';
import { segment } from '../http/path.ts';
import type { PlatformAdapter, RemoteKey, Session } from '../platform.ts';
import { PlatformError } from '../platform-error.ts';
import { endlessList, explain, noOrganization } from './errors.ts';
import { createBody, toRemoteKey, toRemoteWorkspace, updateBody } from './mapping.ts';
import {
  createdSecretKeySchema,
  organizationSchema,
  secretKeyPageSchema,
  secretKeySchema,
  type WireOrganization,
} from './wire.ts';

/** The most the contract allows on one page. */
const pageSize = 200;

export function createDatatureViAdapter(http: HttpClient): PlatformAdapter {
  return {
    id: 'datature-vi',

    /** The platform tells the role but no person. A secret key belongs to one organization. */
    async signIn(session, signal) {
      const organization = await whoAmI(session, 'sign in', signal);
      return { account: null, workspaces: [toRemoteWorkspace(organization)] };
    },

    async answersFor(session, signal) {
      return [(await whoAmI(session, 'look who', signal)).id];
    },

    /** Throws rather than answer a part of the list: keys missing from it would look deleted. */
    async listKeys(session, workspaceSlug, signal) {
      // By id: a key that moves to a later page while the list is read would otherwise come twice.
      const keys = new Map<string, RemoteKey>();
      const read = new Set<string>();
      let cursor: string | undefined;
      do {
        const start = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
        const page = await http({
          session,
          method: 'GET',
          path: `${keysPath(workspaceSlug)}?limit=${pageSize}${start}`,
          answer: secretKeyPageSchema,
          explain: explain({ what: 'list' }),
          signal,
        });
        for (const key of page.items) keys.set(key.id, toRemoteKey(key));
        cursor = page.next ?? undefined;
        if (cursor !== undefined && read.has(cursor)) throw new PlatformError(endlessList());
        if (cursor !== undefined) read.add(cursor);
      } while (cursor !== undefined);
      return [...keys.values()];
    },

    /** Its version is the ETag, which a change can be bound to. */
    async getKey(session, workspaceSlug, remoteId, signal) {
      let version: string | null = null;
      const key = await http({
        session,
        method: 'GET',
        path: keyPath(workspaceSlug, remoteId),
        answer: secretKeySchema,
        explain: explain({ what: 'get' }),
        onHeaders: (headers) => {
          version = headers.get('etag');
        },
        signal,
      });
      return toRemoteKey(key, version);
    },

    /** Asks for the organization first: without pickers, access and permission must not be sent. */
    async createKey(session, workspaceSlug, key) {
      const { features } = await organization(session, workspaceSlug, 'look who');
      const made = await http({
        session,
        method: 'POST',
        path: keysPath(workspaceSlug),
        body: createBody(key, features?.keyPermissions ?? null),
        answer: createdSecretKeySchema,
        explain: explain({ what: 'create', key }),
      });
      return { key: toRemoteKey(made), secret: made.secret };
    },

    /** With a version the platform refuses the change (`stale`) where the key is not that version any more. */
    async updateKey(session, workspaceSlug, remoteId, change) {
      const { version, ...values } = change;
      return toRemoteKey(
        await http({
          session,
          method: 'PATCH',
          path: keyPath(workspaceSlug, remoteId),
          body: updateBody(values),
          answer: secretKeySchema,
          explain: explain({ what: 'update', change: values }),
          ...(version && { headers: { 'if-match': version } }),
        }),
      );
    },

    /** 204 without a body, or any data; a web page in its place is not taken for success. */
    async deleteKey(session, workspaceSlug, remoteId) {
      await http({
        session,
        method: 'DELETE',
        path: keyPath(workspaceSlug, remoteId),
        answer: z.unknown(),
        explain: explain({ what: 'delete' }),
      });
    },
  };

  function whoAmI(session: Session, what: 'sign in' | 'look who', signal?: AbortSignal) {
    if (!session.organizationId) throw new PlatformError(noOrganization());
    return organization(session, session.organizationId, what, signal);
  }

  function organization(
    session: Session,
    id: string,
    what: 'sign in' | 'look who',
    signal?: AbortSignal,
  ): Promise<WireOrganization> {
    return http({
      session,
      method: 'GET',
      path: organizationPath(id),
      answer: organizationSchema,
      explain: explain({ what }),
      signal,
    });
  }
}

function organizationPath(id: string): string {
  return `/vi/v1/organizations/${segment(id)}`;
}

function keysPath(organizationId: string): string {
  return `${organizationPath(organizationId)}/secret-keys`;
}

function keyPath(organizationId: string, remoteId: string): string {
  return `${keysPath(organizationId)}/${segment(remoteId)}`;
}
