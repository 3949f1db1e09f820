/** Reads are repeated where that can help; writes are sent once, whatever comes back. */
import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { adapters, json, refusal, serve } from '../../support/fault-server.ts';

/** Answers with these statuses in turn, then with an empty list. */
const turns =
  (statuses: readonly number[], headers = {}) =>
  (response: ServerResponse, _: unknown, count: number) => {
    const status = statuses[count - 1];
    if (status === undefined) json(response, 200, { apiKeys: [], keys: [] });
    else json(response, status, { error: 'Not now' }, headers);
  };

describe('a read', () => {
  it('gets through after two times 500', async () => {
    const server = await serve(turns([500, 500]));
    const { roboflow, slept } = adapters();
    expect(await roboflow.listKeys(server.session, 'acme')).toEqual([]);
    expect([server.requests.length, slept]).toEqual([3, [250, 500]]);
  });

  it('comes back after 429 when the platform says so', async () => {
    const server = await serve(turns([429], { 'retry-after': '2' }));
    const { 'workspace-keys': adapter, slept } = adapters();
    expect(await adapter.listKeys(server.session, 'orchard')).toEqual([]);
    expect([server.requests.length, slept]).toEqual([2, [2_000]]);
  });

  it('reads a date in Retry-After against the platform’s own clock', async () => {
    const headers = { 'retry-after': 'Fri, 14 Aug 2026 10:00:09 GMT', date: 'Fri, 14 Aug 2026 10:00:05 GMT' };
    const server = await serve(turns([503], headers));
    const { roboflow, slept } = adapters();
    await roboflow.listKeys(server.session, 'acme');
    expect(slept).toEqual([4_000]);
  });

  it('says how long the wait is where it is too long to wait now', async () => {
    const server = await serve(turns([429, 429], { 'retry-after': '600' }));
    const { roboflow, slept } = adapters();
    const error = await refusal(roboflow.listKeys(server.session, 'acme'));
    expect(error).toMatchObject({
      code: 'rate-limited',
      status: 429,
      info: { hint: 'Try again in 10 minutes.' },
    });
    expect([server.requests.length, slept]).toEqual([1, []]);
  });

  it('gives up after four tries', async () => {
    const server = await serve(turns([500, 502, 503, 504, 500]));
    expect(await refusal(adapters().roboflow.listKeys(server.session, 'acme'))).toMatchObject({
      code: 'server',
      status: 504,
    });
    expect(server.requests).toHaveLength(4);
  });

  it.each([400, 401, 403, 404, 409, 422])('is not repeated after %d', async (status) => {
    const server = await serve(turns([status]));
    await refusal(adapters().roboflow.listKeys(server.session, 'acme'));
    expect(server.requests).toHaveLength(1);
  });
});

describe('a write', () => {
  const name = { name: 'n' };
  it.each([
    [500, true],
    [503, true],
    [429, false],
    [403, false],
  ])('is sent once when %d comes back; it may have happened: %s', async (status, mayHaveHappened) => {
    const server = await serve(turns([status, status, status], { 'retry-after': '1' }));
    const { roboflow, 'workspace-keys': workspaceKeys, slept } = adapters();
    const calls = [
      () =>
        roboflow.createKey(
          server.session,
          'acme',
          { ...name, grant: { platform: 'roboflow', scopes: null } },
          'i',
        ),
      () => roboflow.updateKey(server.session, 'acme', 'k', name),
      () => workspaceKeys.deleteKey(server.session, 'orchard', 'k'),
    ];
    for (const [index, call] of calls.entries()) {
      expect(await refusal(call())).toMatchObject({ status, mayHaveHappened });
      expect(server.requests).toHaveLength(index + 1);
    }
    expect(slept).toEqual([]);
  });
});
