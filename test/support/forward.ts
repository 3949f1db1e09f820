/** What a wire in a test does with a request: passes it on to the platform, and its answer back, or a part of it. */
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

export async function forward(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  request(new URL(url ?? '/', target), { method, headers }, resolve)
    .once('error', reject)
    .end(body);
  const incoming = await promise;
  return {
    status: incoming.statusCode ?? 502,
    headers: incoming.headers,
    body: await buffer(incoming),
  };
}

export function pass({ status, headers, body }: Answer, outgoing: ServerResponse): void {
  const { 'transfer-encoding': _whole, ...kept } = headers;
  outgoing.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
}

/** The first bytes of an answer, its head included, so that it can be cut anywhere. `share`: of all of them, 0 to 1. */
export function partOf({ status, headers, body }: Answer, share: number): Buffer {
  const type = headers['content-type'] ?? 'application/json';
  const head = `HTTP/1.1 ${status} Answer\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`;
  const whole = Buffer.concat([Buffer.from(head), body]);
  return whole.subarray(0, Math.max(1, Math.floor(whole.length * share)));
}
