/** What the Roboflow adapter does around the single calls, against servers that answer in the ways Roboflow may. */
import { describe, expect, it } from 'vitest';
import { adapters, json, refusal, serve } from '../../support/fault-server.ts';

const secret = 'NewSecretOfTheCreatedKey99';
const missing = { error: { message: 'Unsupported request', type: 'GraphMethodException', status: 404 } };
const scoped = { name: 'n', grant: { platform: 'roboflow' as const, scopes: ['image:read'] } };

describe('signing in', () => {
  it('takes the display name of the workspace', async () => {
    const { session } = await serve((response, { url }) =>
      json(response, 200, url === '/' ? { workspace: 'acme' } : { workspace: { name: 'Acme Vision' } }),
    );
    expect(await adapters().roboflow.signIn(session)).toEqual({
      account: null,
      workspaces: [{ slug: 'acme', name: 'Acme Vision', role: null }],
    });
  });

  it.each([404, 403, 500])('goes without it where the login may not read it (%d)', async (status) => {
    const { session } = await serve((response, { url }) =>
      url === '/' ? json(response, 200, { workspace: 'acme' }) : json(response, status, missing),
    );
    const { workspaces } = await adapters().roboflow.signIn(session);
    expect(workspaces).toEqual([{ slug: 'acme', name: null, role: null }]);
  });
});

describe('making a key', () => {
  it('keeps the secret when the key cannot be read back', async () => {
    for (const status of [404, 500]) {
      const server = await serve((response, { method }) =>
        method === 'POST'
          ? json(response, 201, { keyId: 'k_1', key: secret, scopes: ['image:read'] })
          : json(response, status, missing),
      );
      const created = await adapters().roboflow.createKey(server.session, 'acme', scoped, 'i');
      expect(created).toMatchObject({ secret, key: { remoteId: 'k_1', ...scoped, createdAt: null } });
      expect(JSON.stringify(created.key)).not.toContain(secret);
      expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    }
  });

  it('names the scopes always, null included', async () => {
    const server = await serve((response) => json(response, 201, { keyId: 'k_1', key: secret }));
    const full = { name: 'n', grant: { platform: 'roboflow' as const, scopes: null } };
    await adapters().roboflow.createKey(server.session, 'acme', full, 'i');
    expect(JSON.parse(server.requests[0]?.body ?? '')).toStrictEqual({ name: 'n', scopes: null });
  });

  it('does not lose sight of a key whose answer cannot be read', async () => {
    const { session } = await serve((response) =>
      response.writeHead(201).end(`{"keyId": "k_1", "key": "${secret}`),
    );
    const error = await refusal(adapters().roboflow.createKey(session, 'acme', scoped, 'i'), [secret]);
    expect(error).toMatchObject({ code: 'not-json', mayHaveHappened: true });
  });
});

describe('404 on one key', () => {
  const listing = (keys: string[] | null) =>
    serve((response, { url }) => {
      if (url.includes('includeDisabled') && keys)
        json(response, 200, { apiKeys: keys.map((keyId) => ({ keyId })) });
      else json(response, 404, missing);
    });
  const calls = (session: Parameters<ReturnType<typeof adapters>['roboflow']['getKey']>[0]) => {
    const { roboflow } = adapters();
    return {
      read: () => roboflow.getKey(session, 'acme', 'k_1'),
      change: () => roboflow.updateKey(session, 'acme', 'k_1', { name: 'm' }),
      delete: () => roboflow.deleteKey(session, 'acme', 'k_1'),
    };
  };

  it.each(['read', 'change', 'delete'] as const)(
    'means that the key is gone where the list lacks it (%s)',
    async (what) => {
      const { session } = await listing(['k_2']);
      expect(await refusal(calls(session)[what]())).toMatchObject({ code: 'not-found', status: 404 });
    },
  );

  it.each(['change', 'delete'] as const)('means a missing scope where the list has it (%s)', async (what) => {
    const { session } = await listing(['k_1', 'k_2']);
    const error = await refusal(calls(session)[what]());
    expect(error.code).toBe('missing-scope');
    expect(error.message).toContain(what === 'delete' ? 'api-key:revoke' : 'api-key:update');
  });

  it('names both causes where the list cannot be read either', async () => {
    const { session } = await listing(null);
    const error = await refusal(calls(session).delete());
    expect(error.code).toBe('missing-scope');
    expect(error.message).toMatch(/key is gone, or .* api-key:revoke/);
  });
});

it('sends an id with odd characters as one part of the path', async () => {
  const server = await serve((response) => json(response, 200, { apiKey: { keyId: 'a/b' } }));
  await adapters().roboflow.getKey(server.session, 'acme', "a/b?c#d é'*");
  expect(server.requests[0]?.url).toBe('/acme/api-keys/a%2Fb%3Fc%23d%20%C3%A9%27%2A');
});

it('sends nothing for an id that would change which address is deleted', async () => {
  const server = await serve((response) => json(response, 200, {}));
  for (const id of ['', '.', '..']) await refusal(adapters().roboflow.deleteKey(server.session, 'acme', id));
  expect(server.requests).toEqual([]);
});
