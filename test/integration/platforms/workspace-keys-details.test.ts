/** What the workspace-keys adapter does around the single calls. */
import { expect, it } from 'vitest';
import { adapters, json, refusal, serve } from '../../support/fault-server.ts';

const adapter = adapters()['workspace-keys'];
const key = (id: string) => ({ id, name: id, scopes: ['inference'] });
const wanted = {
  name: 'n',
  grant: { platform: 'workspace-keys' as const, scopes: ['inference'], public: true },
};

it('reads every page, and a key that moves between pages once', async () => {
  const server = await serve((response, { url }) => {
    const after = new URL(url, 'http://127.0.0.1').searchParams.get('after');
    if (after === null) return json(response, 200, { keys: [key('a'), key('b')], after: 'b & more' });
    expect(after).toBe('b & more');
    return json(response, 200, { keys: [key('b'), key('c')], after: null });
  });
  const keys = await adapter.listKeys(server.session, 'orchard');
  expect(keys.map(({ remoteId }) => remoteId)).toEqual(['a', 'b', 'c']);
  expect(server.requests[0]?.url).toBe('/api/v1/workspaces/orchard/keys?limit=500');
});

it('does not read a list for ever', async () => {
  const server = await serve((response) => json(response, 200, { keys: [key('a')], after: 'a' }));
  expect(await refusal(adapter.listKeys(server.session, 'orchard'))).toMatchObject({ code: 'bad-answer' });
  expect(server.requests).toHaveLength(2);
});

it('answers no half list when a later page fails', async () => {
  const server = await serve((response, _, count) =>
    count === 1 ? json(response, 200, { keys: [key('a')], after: 'a' }) : json(response, 403, {}),
  );
  expect(await refusal(adapter.listKeys(server.session, 'orchard'))).toMatchObject({ code: 'role' });
});

it('sends the idempotency key, and says so when the answer is a repeat without the secret', async () => {
  const server = await serve((response) => json(response, 200, { ...key('a'), replayed: true }));
  const error = await refusal(adapter.createKey(server.session, 'orchard', wanted, 'intent-1'));
  expect(error).toMatchObject({ code: 'conflict', mayHaveHappened: true });
  expect(error.message).toMatch(/was made, but its secret cannot be shown again/);
  expect(server.requests[0]?.headers['idempotency-key']).toBe('intent-1');
  expect(JSON.parse(server.requests[0]?.body ?? '')).toStrictEqual({
    name: 'n',
    scopes: ['inference'],
    public: true,
  });
});

it('sends nothing for what the platform does not have', async () => {
  const server = await serve((response) => json(response, 200, key('a')));
  expect(await refusal(adapter.updateKey(server.session, 'orchard', 'a', { disabled: true }))).toMatchObject({
    code: 'not-supported',
  });
  expect(await refusal(adapter.updateKey(server.session, 'orchard', 'a', { protected: true }))).toMatchObject(
    { code: 'not-supported' },
  );
  expect(server.requests).toEqual([]);
});

it('reads who it is with little said', async () => {
  const { session } = await serve((response) => json(response, 200, { workspaces: [{ slug: 'orchard' }] }));
  expect(await adapter.signIn(session)).toEqual({
    account: null,
    workspaces: [{ slug: 'orchard', name: 'orchard', role: null }],
  });
});
