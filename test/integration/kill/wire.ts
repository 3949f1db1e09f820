/** The wire between a desk that is about to be killed and the platforms: it stands still where it is told to. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type Answer, forward as forwardTo, partOf, pass } from '../../support/forward.ts';
import { countOf, type Point } from './points.ts';

export async function openKillWire(target: string) {
  /** Every secret a platform has given out. */
  const secrets: string[] = [];
  let writes = 0;
  let armed: { point: Point; reached: () => void } | null = null;
  let late: (() => Promise<unknown>) | null = null;

  async function forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    const answer = await forwardTo(target, incoming, body);
    if (incoming.method === 'POST') remember(answer.body.toString('utf8'));
    return answer;
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
    outgoing.socket?.write(partOf(answer, point.share), () => reached());
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
