/** Where the browser brings the answer: a server on this computer alone, at a port nobody knows before, for one answer. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerPage, pageHeaders } from './answer-page.ts';

const path = '/callback';

export type Loopback = {
  /** What the authorization server is told: `http://127.0.0.1:PORT/callback` (RFC 8252, section 7.3). */
  redirectUri: string;
  /** The parameters of the first answer, whatever they are worth. The server is closed by then. */
  answer: Promise<URLSearchParams>;
  /** Frees the port. Nothing comes after it. */
  close(): Promise<void>;
};

/** By number and not by name: what `localhost` means can be changed. */
const host = '127.0.0.1';

export async function listenOnce(): Promise<Loopback> {
  const { promise: answer, resolve: answered } = Promise.withResolvers<URLSearchParams>();
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  // Whoever quits Latchkey does not wait for an answer.
  server.unref();
  const { port } = server.address() as AddressInfo;
  const origin = `http://${host}:${port}`;

  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
    return closing;
  };

  let taken = false;
  server.on('request', (request, response) => {
    const url = URL.parse(request.url ?? '', origin);
    // A page that found the port under a name of its own (DNS rebinding) is not the browser we sent out.
    const isMeant = request.method === 'GET' && url?.origin === origin && url.pathname === path;
    if (!isMeant || request.headers.host !== `${host}:${port}` || taken) {
      response.writeHead(404, { connection: 'close' }).end();
      return;
    }
    taken = true;
    response.on('close', () => void close().then(() => answered(url.searchParams)));
    response.writeHead(200, pageHeaders).end(answerPage);
  });

  return { redirectUri: `${origin}${path}`, answer, close };
}
