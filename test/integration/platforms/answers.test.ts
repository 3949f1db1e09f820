/** Answers that are not what was asked for: each gets a sentence of its own, and none of its text. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { adapters, credential, json, refusal, serve } from '../../support/fault-server.ts';

const page = '<!doctype html><html><body>Welcome to the airport</body></html>';
const list = (session: Parameters<ReturnType<typeof adapters>['roboflow']['listKeys']>[0]) =>
  adapters().roboflow.listKeys(session, 'acme');

describe('a refused credential', () => {
  it('is never repeated, although Roboflow’s body repeats it', async () => {
    const { session } = await serve((response) =>
      json(response, 401, {
        error: { message: `No such key ${credential}`, type: 'OAuthException', status: 401, key: credential },
      }),
    );
    const error = await refusal(adapters().roboflow.signIn(session));
    expect(error).toMatchObject({
      code: 'unauthorized',
      status: 401,
      message: 'Roboflow did not accept this API key.',
    });
  });

  it('is not sent where it cannot be one, since fetch would quote it', async () => {
    const { session, requests } = await serve((response) => json(response, 200, {}));
    for (const odd of [`${credential}\nx`, `${credential}€`, `two ${credential}`, '']) {
      const error = await refusal(adapters().roboflow.signIn({ ...session, credential: odd }));
      expect(error.code).toBe('unauthorized');
    }
    expect(requests).toEqual([]);
  });
});

describe('a web page', () => {
  it('with 200 is said as such, with any content type', async () => {
    for (const type of ['text/html; charset=utf-8', 'application/json']) {
      const { session } = await serve((response) => response.setHeader('content-type', type).end(page));
      const error = await refusal(list(session), ['airport']);
      expect(error).toMatchObject({ code: 'not-json', mayHaveHappened: false });
      expect(error.message).toBe(
        `${session.baseUrl.host} answered with a web page instead of data; is the base URL right?`,
      );
    }
  });

  it('with 401 or 404 does not pass for the platform’s own refusal', async () => {
    for (const status of [401, 404]) {
      const { session } = await serve((response) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end(page),
      );
      expect(await refusal(list(session))).toMatchObject({ code: 'not-json', status });
    }
  });

  it('with 500 is a problem of the server', async () => {
    const { session } = await serve((response) =>
      response.writeHead(500, { 'content-type': 'text/html' }).end(page),
    );
    expect(await refusal(list(session), ['airport'])).toMatchObject({ code: 'server', status: 500 });
  });

  it('in answer to a delete is no success', async () => {
    const { session } = await serve((response) => response.setHeader('content-type', 'text/html').end(page));
    for (const adapter of [adapters().roboflow, adapters()['workspace-keys']]) {
      expect(await refusal(adapter.deleteKey(session, 'acme', 'k'))).toMatchObject({
        code: 'not-json',
        mayHaveHappened: true,
      });
    }
  });
});

describe('data that cannot be used', () => {
  it('is cut off', async () => {
    const { session } = await serve((response) => response.end(`{"apiKeys": [{"keyId": "${credential}`));
    const error = await refusal(list(session));
    expect(error.code).toBe('not-json');
    expect(error.message).toMatch(/cannot be read: it was cut off/);
  });

  it.each([[{}], [[]], ['text'], [null], [{ apiKeys: [{ name: 'no id' }] }]])(
    'has the shape %j',
    async (body) => {
      const { session } = await serve((response) => json(response, 200, body));
      expect(await refusal(list(session))).toMatchObject({ code: 'bad-answer' });
    },
  );

  it('is nothing at all', async () => {
    const { session } = await serve((response) => response.end());
    expect(await refusal(list(session))).toMatchObject({ code: 'bad-answer' });
  });

  it('would fill the memory once unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '));
    const { session } = await serve((response) => response.setHeader('content-encoding', 'gzip').end(bomb));
    const error = await refusal(list(session));
    expect(error).toMatchObject({ code: 'bad-answer', message: expect.stringMatching(/more data/) });
  });
});

it('does not follow a redirect, so the credential goes nowhere else', async () => {
  const elsewhere = await serve((response) => json(response, 200, { apiKeys: [] }));
  for (const status of [301, 302, 307, 308]) {
    const { session } = await serve((response) =>
      response.writeHead(status, { location: elsewhere.baseUrl.href }).end(),
    );
    expect(await refusal(list(session))).toMatchObject({ code: 'refused-url', mayHaveHappened: false });
  }
  expect(elsewhere.requests).toEqual([]);
});

it('sends the credential in a header alone, and says who is calling', async () => {
  const { session, requests } = await serve((response) => json(response, 200, { apiKeys: [] }));
  await list(session);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({
    url: '/acme/api-keys?includeDisabled=true',
    headers: { authorization: `Bearer ${credential}`, 'user-agent': 'Latchkey/1.2.3' },
  });
});

it('keeps the path of the base URL', async () => {
  const { session, requests } = await serve((response) => json(response, 200, { apiKeys: [] }));
  await list({ ...session, baseUrl: new URL('/team/roboflow/', session.baseUrl) });
  expect(requests[0]?.url).toBe('/team/roboflow/acme/api-keys?includeDisabled=true');
});

it('sends nothing to an address that no credential may go to', async () => {
  const error = await refusal(list({ baseUrl: new URL('http://api.roboflow.com'), credential }));
  expect(error.code).toBe('refused-url');
});

it('measures how far the platform’s clock is from ours', async () => {
  const { session } = await serve((response) =>
    json(response, 200, { apiKeys: [] }, { date: 'Fri, 14 Aug 2026 10:00:00 GMT' }),
  );
  const seen: unknown[] = [];
  const clock = { now: () => new Date('2026-08-14T09:00:00Z') };
  await adapters({ clock, onClockSkew: (...skew) => void seen.push(skew) }).roboflow.listKeys(
    session,
    'acme',
  );
  expect(seen).toEqual([[session.baseUrl.host, 3_600_000]]);
});
