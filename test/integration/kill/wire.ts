/** The wire between a desk that is about to be killed and the platforms: it stands still where it is told to. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { countOf, type Point } from './points.ts';

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

export async function openKillWire(target: string) {
  /** Every secret a platform has given out. */
  const secrets: string[] = [];
  let writes = 0;
  let armed: { point: Point; reached: () => void } | null = null;
  let late: (() => Promise<unknown>) | null = null;

  async function forward({ method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
    request(new URL(url ?? '/', target), { method, headers }, resolve)
      .once('error', reject)
      .end(body);
    const incoming = await promise;
    const answer = await buffer(incoming);
    if (method === 'POST') remember(answer.toString('utf8'));
    return { status: incoming.statusCode ?? 502, headers: incoming.headers, body: answer };
  }

  function remember(text: string): void {
    const { key, secret } = JSON.parse(text) as { key?: unknown; secret?: unknown };
    for (const each of [key, secret]) if (typeof each === 'string') secrets.push(each);
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    if (incoming.method !== 'GET') writes += 1;
    const isPoint = armed !== null && incoming.method !== 'GET' && writes === countOf(armed.point);
    if (!armed || !isPoint) return pass(await forward(incoming, body), outgoing);
    const { point, reached } = armed;
    if (point.window === 'request on the wire') {
      if (point.arrivesLate) late = () => forward(incoming, body);
      return reached();
    }
    const answer = await forward(incoming, body);
    if (point.window === 'answer on the wire') return reached();
    if (point.window !== 'answer cut short') return pass(answer, outgoing);
    const whole = asSent(answer);
    const part = whole.subarray(0, Math.max(1, Math.floor(whole.length * point.share)));
    outgoing.socket?.write(part, () => reached());
  }

  const server = createServer((incoming, outgoing) => {
    // The desk may be gone before its answer is.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secrets: secrets as readonly string[],
    /** Counts changes from here on; calls `reached` where the last one of the point stands still on the wire. */
    arm(point: Point, reached: () => void): void {
      writes = 0;
      armed = { point, reached };
    },
    /** The desk is dead: what was on the wire arrives now, or never does. */
    async disarm(): Promise<void> {
      armed = null;
      await late?.();
      late = null;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass({ status, headers, body }: Answer, outgoing: ServerResponse): void {
  const { 'transfer-encoding': _whole, ...kept } = headers;
  outgoing.writeHead(status, { ...kept, 'content-length': body.length }).end(body);
}

/** Byte for byte, so that it can be cut anywhere, also inside its head. */
function asSent({ status, headers, body }: Answer): Buffer {
  const type = headers['content-type'] ?? 'application/json';
  const head = `HTTP/1.1 ${status} Answer\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}
