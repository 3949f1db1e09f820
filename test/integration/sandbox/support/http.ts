/** Plain HTTP against a face, as any client would do it. */
import { z } from 'zod';

interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

interface Call {
  /** Sent as a Bearer token. */
  as?: string | undefined;
  json?: unknown;
  /** Sent as it is, for bodies that are not proper JSON. */
  raw?: string;
  headers?: Record<string, string>;
}

export type Caller = (method: string, path: string, call?: Call) => Promise<Answer>;

export function callerOf(baseUrl: string): Caller {
  return async (method, path, { as, json, raw, headers = {} } = {}) => {
    const sent = new Headers(headers);
    if (as !== undefined) sent.set('authorization', `Bearer ${as}`);
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
    if (body !== undefined && !sent.has('content-type')) sent.set('content-type', 'application/json');
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: sent,
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
}

export const RoboflowKey = z.object({
  keyId: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()).nullable(),
  folderIds: z.array(z.string()),
  default: z.boolean(),
  protected: z.boolean(),
  disabled: z.boolean(),
  created_on: z.string(),
  created_by: z.string(),
  customMetadata: z.record(z.string(), z.unknown()),
});

const CreatedKey = z.object({ keyId: z.string(), key: z.string(), scopes: z.array(z.string()).nullable() });

/** Short forms of what most Roboflow tests do, in the workspace `slug` as its administrator. */
export function roboflowKeys(call: Caller, slug: string, admin: string) {
  const keys = `/${slug}/api-keys`;
  return {
    keys,
    async create(fields: Record<string, unknown> = {}, as = admin) {
      const answer = await call('POST', keys, { as, json: fields });
      if (answer.status !== 201)
        throw new Error(`Create answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return CreatedKey.parse(answer.body);
    },
    async read(keyId: string) {
      const answer = await call('GET', `${keys}/${keyId}`, { as: admin });
      return z.object({ apiKey: RoboflowKey }).parse(answer.body).apiKey;
    },
    patch: (keyId: string, fields: Record<string, unknown>, as = admin) =>
      call('PATCH', `${keys}/${keyId}`, { as, json: fields }),
    remove: (keyId: string, as = admin) => call('DELETE', `${keys}/${keyId}`, { as }),
    roll: (keyId: string, as = admin) => call('POST', `${keys}/${keyId}/roll`, { as }),
  };
}

export const WorkspaceKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.string()),
  public: z.boolean(),
  createdAt: z.string(),
  createdBy: z.string(),
});

export const SecretKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  hint: z.string(),
  access: z.array(z.string()),
  permission: z.string(),
  lastUsedAt: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
});

/** Short forms of what most Datature Vi tests do, in the organization `id`. */
export function secretKeys(call: Caller, id: string, admin: string) {
  const keys = `/organizations/${id}/secret-keys`;
  return {
    keys,
    async create(fields: Record<string, unknown>) {
      const answer = await call('POST', keys, { as: admin, json: fields });
      if (answer.status !== 201)
        throw new Error(`Create answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return SecretKey.extend({ secret: z.string() }).parse(answer.body);
    },
    async read(keyId: string) {
      const { headers, body } = await call('GET', `${keys}/${keyId}`, { as: admin });
      return { key: SecretKey.parse(body), etag: headers.get('etag') ?? '' };
    },
    patch: (keyId: string, json: unknown, more: { as?: string; ifMatch?: string } = {}) =>
      call('PATCH', `${keys}/${keyId}`, {
        as: more.as ?? admin,
        json,
        headers: more.ifMatch === undefined ? {} : { 'if-match': more.ifMatch },
      }),
    remove: (keyId: string, as = admin) => call('DELETE', `${keys}/${keyId}`, { as }),
  };
}

/** Short forms of what most workspace-keys tests do. */
export function workspaceKeys(call: Caller, slug: string, token: string) {
  const keys = `/workspaces/${slug}/keys`;
  return {
    keys,
    async create(fields: Record<string, unknown>) {
      const answer = await call('POST', keys, { as: token, json: fields });
      if (answer.status !== 201)
        throw new Error(`Create answered ${answer.status}: ${JSON.stringify(answer.body)}`);
      return WorkspaceKey.extend({ secret: z.string() }).parse(answer.body);
    },
  };
}
