/** A real HTTP server on loopback that misbehaves as told, and adapters to point at it that never wait. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { createPlatforms } from '../../src/main/platforms/index.ts';
import type { Session } from '../../src/main/platforms/platform.ts';
import { PlatformError } from '../../src/main/platforms/platform-error.ts';
import type { PlatformPorts } from '../../src/main/platforms/ports.ts';

export const credential = 'QmZt4CredentialThatMustNotLeak';

type Recorded = { method: string; url: string; headers: IncomingMessage['headers']; body: string };
type Answer = (response: ServerResponse, request: Recorded, count: number) => unknown;

/** Answers every request with `answer`; `count` is 1 for the first. Closed when the test ends. */
export async function serve(answer: Answer, tls?: { key: string; cert: string }) {
  const requests: Recorded[] = [];
  const listener: RequestListener = async (request, response) => {
    const { method = '', url = '', headers } = request;
    const recorded = { method, url, headers, body: await text(request) };
    await answer(response, recorded, requests.push(recorded));
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = new URL(`${tls ? 'https' : 'http'}://127.0.0.1:${port}`);
  return { baseUrl, requests, session: { baseUrl, credential } satisfies Session };
}

export function json(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** The adapters with a sleep that only records, and no chance in the jitter. */
export function adapters(ports: Partial<PlatformPorts> = {}) {
  const slept: number[] = [];
  const sleep = async (milliseconds: number) => void slept.push(milliseconds);
  return { slept, ...createPlatforms({ version: '1.2.3', sleep, random: () => 0, ...ports }) };
}

/**
 * What a call was refused with. Fails where it was not refused, where the error is of another kind, or where anything of
 * it holds one of `secrets`.
 */
export async function refusal(
  call: Promise<unknown>,
  secrets: readonly string[] = [credential],
): Promise<PlatformError> {
  const error = await call.then(
    (value) => new Error(`This was not refused: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof PlatformError)) throw error;
  const everything = [error.message, error.info.hint, JSON.stringify(error), error.stack, String(error)];
  everything.push(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true }));
  for (const secret of secrets) expect(everything.join('\n')).not.toContain(secret);
  return error;
}
