/** A wire to the sandbox with somebody sitting at it who decides about every write before it passes. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Null lets it pass. `lose` carries it out and breaks the connection before the answer, `hang` never answers. */
type Decision = null | 'lose' | 'hang' | { status: number; headers?: Record<string, string>; body?: unknown };
type Write = { method: string; url: string; count: number };

export async function openToll(target: string) {
  const writes: string[] = [];
  let decide: (write: Write) => Decision | Promise<Decision> = () => null;
  const server = createServer(async (incoming, outgoing) => {
    const { method = 'GET', url = '/', headers } = incoming;
    const isWrite = method !== 'GET';
    if (isWrite) writes.push(`${method} ${url}`);
    const decision = isWrite ? await decide({ method, url, count: writes.length }) : null;
    if (decision !== null && typeof decision === 'object') {
      incoming.resume();
      outgoing.writeHead(decision.status, { 'content-type': 'application/json', ...decision.headers });
      outgoing.end(JSON.stringify(decision.body ?? { error: 'Not this time.' }));
      return;
    }
    const onward = request(new URL(url, target), { method, headers }, (answer) => {
      if (decision !== null) {
        answer.resume();
        if (decision === 'lose') answer.once('end', () => outgoing.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.once('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Method and path of every write that arrived, oldest first. */
    writes,
    /** From now on this decides; `count` goes on from the first write of all. */
    decideBy(next: typeof decide) {
      decide = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
