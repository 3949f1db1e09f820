/** A wire between the application and the sandbox that can lose answers, hold them back, or swap the credential on the way. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type LossyWire = {
  url: string;
  /**
   * The next request with this method is carried out, but its connection breaks before the answer; with `thenCut`, nothing
   * else gets through either until `cut(false)`.
   */
  loseAnswerTo(method: string, options?: { thenCut?: boolean }): void;
  /** The next answer to such a request (`after`: one that arrives after a request with that method) waits for `release`; `held` resolves once it waits. */
  holdAnswerTo(method: string, options?: { after?: string }): { held: Promise<void>; release: () => void };
  /** The next such request breaks before anything is carried out. */
  dropNext(method: string): void;
  /** The next such request gets this answer instead, and nothing is carried out. */
  refuseNext(method: string, status: number, body: object): void;
  /** The next such request waits until `act` is done: what somebody else does just before it arrives. */
  before(method: string, act: () => Promise<unknown>): void;
  /** From now on every request arrives with this credential instead of its own; null ends it. */
  swapCredential(credential: string | null): void;
  /** Requests with the credential `from` arrive with `to` instead; with null they are left alone again. */
  redirectCredential(from: string, to: string | null): void;
  /** While cut, every connection breaks before anything is carried out. */
  cut(isCut: boolean): void;
  /** From now on no request gets an answer, as from a host that hangs, until it wakes. `open` counts those that wait for one. */
  hang(): { open(): number; wake(): void };
  /** Method and path of every request that arrived, oldest first. */
  readonly requests: readonly string[];
  close(): Promise<void>;
};

type Fate = (answer: IncomingMessage, outgoing: ServerResponse) => void;

/** `clock`: the time the platform tells with its answers; its own where left out. */
export async function openWire(target: string, clock?: () => Date): Promise<LossyWire> {
  const fates = new Map<string, Fate>();
  const early = new Map<string, (outgoing: ServerResponse) => void>();
  const onArrival = new Map<string, () => void>();
  const others = new Map<string, () => Promise<unknown>>();
  const requests: string[] = [];
  let swapped: string | null = null;
  let hanging: Set<ServerResponse> | null = null;
  const redirected = new Map<string, string>();
  let severed = false;
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', url = '/' } = incoming;
    if (severed) {
      outgoing.destroy();
      return;
    }
    const own = (incoming.headers.authorization ?? '').replace('Bearer ', '');
    const instead = swapped ?? redirected.get(own) ?? null;
    const headers =
      instead === null ? incoming.headers : { ...incoming.headers, authorization: `Bearer ${instead}` };
    requests.push(`${method} ${url}`);
    if (hanging) {
      const waiting = hanging.add(outgoing);
      outgoing.once('close', () => waiting.delete(outgoing));
      return;
    }
    // Only what concerns keys: signing in is read along with every sync.
    const aboutKeys = /\/(api-|secret-)?keys(\/|\?|$)/.test(url);
    const end = aboutKeys ? early.get(method) : undefined;
    if (end) {
      early.delete(method);
      end(outgoing);
      return;
    }
    const fate = aboutKeys ? fates.get(method) : undefined;
    if (fate) fates.delete(method);
    if (aboutKeys) onArrival.get(method)?.();
    const passOn = () => {
      const onward = request(new URL(url, target), { method, headers }, (answer) => {
        if (clock) answer.headers.date = clock().toUTCString();
        (fate ?? pass)(answer, outgoing);
      });
      onward.once('error', () => outgoing.destroy());
      incoming.pipe(onward);
    };
    const other = aboutKeys ? others.get(method) : undefined;
    if (!other) {
      passOn();
      return;
    }
    others.delete(method);
    void other().then(passOn, () => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseAnswerTo(method, { thenCut = false } = {}) {
      fates.set(method, (answer, outgoing) => {
        answer.resume();
        answer.once('end', () => {
          severed ||= thenCut;
          outgoing.destroy();
        });
      });
    },
    dropNext(method) {
      early.set(method, (outgoing) => outgoing.destroy());
    },
    refuseNext(method, status, body) {
      early.set(method, (outgoing) => {
        outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      });
    },
    holdAnswerTo(method, { after } = {}) {
      const { promise: held, resolve: arrived } = Promise.withResolvers<void>();
      const { promise: released, resolve: release } = Promise.withResolvers<void>();
      const hold: Fate = (answer, outgoing) => {
        arrived();
        void released.then(() => pass(answer, outgoing));
      };
      if (after === undefined) fates.set(method, hold);
      else {
        onArrival.set(after, () => {
          onArrival.delete(after);
          fates.set(method, hold);
        });
      }
      return { held, release };
    },
    before(method, act) {
      others.set(method, act);
    },
    hang() {
      const waiting = new Set<ServerResponse>();
      hanging = waiting;
      const wake = () => {
        hanging = null;
      };
      return { open: () => waiting.size, wake };
    },
    swapCredential(credential) {
      swapped = credential;
    },
    redirectCredential(from, to) {
      if (to === null) redirected.delete(from);
      else redirected.set(from, to);
    },
    cut(isCut) {
      severed = isCut;
    },
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function pass(answer: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
  answer.pipe(outgoing);
}
