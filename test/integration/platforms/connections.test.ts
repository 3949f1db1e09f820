/** Connections that fail: unreachable, broken, slow, unsafe. */
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { adapters, credential, json, refusal, serve } from '../../support/fault-server.ts';

const key = { name: 'n', grant: { platform: 'roboflow', scopes: null } } as const;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('nobody there', () => {
  it('is said with the host, at once, and nothing can have happened', async () => {
    const host = `127.0.0.1:${await freePort()}`;
    const session = { baseUrl: new URL(`http://${host}`), credential };
    const { roboflow, slept } = adapters();
    const error = await refusal(roboflow.listKeys(session, 'acme'));
    expect(error).toMatchObject({
      code: 'offline',
      message: `Nothing answers at ${host}: the connection was refused.`,
    });
    expect(slept).toEqual([]);
    expect(await refusal(roboflow.createKey(session, 'acme', key, 'i'))).toMatchObject({
      code: 'offline',
      mayHaveHappened: false,
    });
  });

  it('is said of a port that fetch does not use', async () => {
    const session = { baseUrl: new URL('http://127.0.0.1:9'), credential };
    const error = await refusal(adapters().roboflow.listKeys(session, 'acme'));
    expect(error).toMatchObject({ code: 'offline', message: expect.stringContaining('127.0.0.1:9') });
  });
});

describe('a connection that breaks', () => {
  it('before the answer is tried again for a read', async () => {
    const server = await serve((response, _, count) => {
      if (count < 3) response.socket?.resetAndDestroy();
      else json(response, 200, { apiKeys: [{ keyId: 'k' }] });
    });
    const { roboflow, slept } = adapters();
    expect(await roboflow.listKeys(server.session, 'acme')).toHaveLength(1);
    expect(slept).toEqual([250, 500]);
  });

  it('in the middle of the answer is tried again for a read, and said in the end', async () => {
    const server = await serve((response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('{"apiKeys": [', () => response.destroy());
    });
    const error = await refusal(adapters().roboflow.listKeys(server.session, 'acme'));
    expect(error).toMatchObject({
      code: 'offline',
      message: expect.stringMatching(/broke before the answer was complete/),
    });
    expect(server.requests).toHaveLength(4);
  });

  it('during a write is not tried again, and may have happened', async () => {
    const server = await serve((response) => response.socket?.resetAndDestroy());
    const error = await refusal(adapters().roboflow.createKey(server.session, 'acme', key, 'i'));
    expect(error).toMatchObject({ code: 'offline', mayHaveHappened: true });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a platform that takes its time', () => {
  it.each(['before the answer', 'in the middle of it'])('%s is given up on', async (when) => {
    const server = await serve((response) => {
      if (when === 'in the middle of it') response.writeHead(200).write('{"apiKeys"');
    });
    const { roboflow, slept } = adapters({ timeout: 60 });
    const error = await refusal(roboflow.listKeys(server.session, 'acme'));
    expect(error.code).toBe('timeout');
    expect(error.message).toBe(`${server.baseUrl.host} did not answer within 1 second.`);
    expect(slept).toEqual([]);
    expect(await refusal(roboflow.deleteKey(server.session, 'acme', 'k'))).toMatchObject({
      code: 'timeout',
      mayHaveHappened: true,
    });
  });

  it('can be stopped by whoever asked', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    expect(await refusal(adapters().roboflow.listKeys(server.session, 'acme', stop.signal))).toMatchObject({
      code: 'cancelled',
    });
    expect(await refusal(adapters().roboflow.listKeys(server.session, 'acme', stop.signal))).toMatchObject({
      code: 'cancelled',
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('TLS', () => {
  const trusted = getCACertificates('default');
  const pem = (name: string) =>
    readFileSync(path.resolve(import.meta.dirname, '../../support/tls', name), 'utf8');
  const pair = (name: string) => ({ key: pem(`${name}.key.pem`), cert: pem(`${name}.cert.pem`) });
  afterEach(() => setDefaultCACertificates(trusted));

  it.each([
    ['self-signed', false, /its certificate is self-signed/],
    ['self-signed', true, /its certificate belongs to another host name/],
    ['expired', true, /its certificate has expired/],
  ])(
    'with the certificate %s (trusted: %s) names the cause, and nothing is sent',
    async (name, trust, cause) => {
      const { cert, key: privateKey } = pair(name);
      if (trust) setDefaultCACertificates([...trusted, cert]);
      const server = await serve((response) => json(response, 200, { apiKeys: [] }), {
        cert,
        key: privateKey,
      });
      const error = await refusal(adapters().roboflow.listKeys(server.session, 'acme'));
      expect(error.code).toBe('tls');
      expect(error.message).toMatch(cause);
      expect(error.message).toContain(server.baseUrl.host);
      expect(server.requests).toEqual([]);
    },
  );

  it('at a server without it', async () => {
    const server = await serve((response) => json(response, 200, { apiKeys: [] }));
    const session = { baseUrl: new URL(server.baseUrl.href.replace('http:', 'https:')), credential };
    const error = await refusal(adapters().roboflow.listKeys(session, 'acme'));
    expect(error).toMatchObject({ code: 'tls', message: expect.stringMatching(/does not speak https/) });
  });
});
