/** The wire between a desk that rotates a key and its platforms: counts, stands still where it is told to, and watches what is there. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { forward, partOf, pass } from '../../../support/forward.ts';
import type { Point } from './points.ts';

type Armed = Pick<Point, 'moment' | 'side' | 'arrivesLate' | 'share'> & { at: number; reached: () => void };

/** `watch`: called whenever a platform has carried something out, and before anybody hears of it. */
export async function openCountingWire(target: string, watch: () => Promise<void>) {
  const secrets: string[] = [];
  const counts = { read: 0, write: 0 };
  let armed: Armed | null = null;
  let late: (() => Promise<unknown>) | null = null;

  async function carryOut(incoming: IncomingMessage, body: Buffer) {
    const answer = await forward(target, incoming, body);
    if (incoming.method === 'POST') remember(answer.body.toString('utf8'));
    if (incoming.method !== 'GET') await watch();
    return answer;
  }

  function remember(text: string): void {
    const { key, secret } = JSON.parse(text) as { key?: unknown; secret?: unknown };
    for (const each of [key, secret]) if (typeof each === 'string') secrets.push(each);
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const moment = incoming.method === 'GET' ? 'read' : 'write';
    counts[moment] += 1;
    if (armed?.moment !== moment || counts[moment] !== armed.at)
      return pass(await carryOut(incoming, body), outgoing);
    const { side, arrivesLate, share, reached } = armed;
    if (side === 'before') {
      if (arrivesLate) late = () => carryOut(incoming, body);
      return reached();
    }
    const answer = await carryOut(incoming, body);
    if (share === null) return reached();
    outgoing.socket?.write(partOf(answer, share), () => reached());
  }

  const server = createServer((incoming, outgoing) => {
    // The desk may be gone before its answer is.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every secret a platform has given out. */
    secrets: secrets as readonly string[],
    counts: counts as Readonly<typeof counts>,
    /** Counts from here on; calls `reached` where a request stands still. Null only counts. */
    arm(next: Armed | null): void {
      Object.assign(counts, { read: 0, write: 0 });
      armed = next;
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
