/** Speaks the DevTools protocol over the browser's pipe: one JSON message after another, each ended by a zero byte. */
import type { Readable, Writable } from 'node:stream';
import type { CdpEvent, CdpEventName, CdpMethod, CdpParameters, CdpResult } from './protocol.ts';
import { Session } from './session.ts';

/** An answer has an id, an event a method; a session that is not the browser's own is named. */
interface Incoming {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pending {
  readonly method: string;
  readonly sessionId: string | undefined;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** What a call gets when the page or the browser it was meant for is no longer there. */
export class ConnectionLostError extends Error {
  constructor(method: string) {
    super(`${method} was not answered: the window or the browser has gone.`);
    this.name = 'ConnectionLostError';
  }
}

export class Connection {
  /** The browser itself; windows have sessions of their own. */
  readonly browser: Session;
  readonly #write: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #sessions = new Map<string | undefined, Session>();
  #lastId = 0;
  #closed = false;

  constructor(write: Writable, read: Readable) {
    this.#write = write;
    this.browser = this.session(undefined);
    // A message may come in many chunks, and a chunk may hold many messages.
    let rest: Buffer[] = [];
    read.on('data', (chunk: Buffer) => {
      let from = 0;
      for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
        rest.push(chunk.subarray(from, end));
        const message = Buffer.concat(rest).toString('utf8');
        rest = [];
        from = end + 1;
        this.#receive(JSON.parse(message) as Incoming);
      }
      rest.push(chunk.subarray(from));
    });
    read.on('close', () => this.#lose());
    // A browser that dies in the middle of a write is reported by its exit, not by EPIPE.
    for (const stream of [read, write]) stream.on('error', () => this.#lose());
  }

  /** The session with this id, made on first use so that no event can come before its listener. */
  session(id: string | undefined): Session {
    const known = this.#sessions.get(id);
    if (known) return known;
    const session = new Session((method, params) => this.#send(id, method, params));
    this.#sessions.set(id, session);
    return session;
  }

  #send<M extends CdpMethod>(sessionId: string | undefined, method: M, params?: CdpParameters<M>) {
    return new Promise<CdpResult<M>>((resolve, reject) => {
      if (this.#closed) return reject(new ConnectionLostError(method));
      const id = ++this.#lastId;
      this.#pending.set(id, {
        method,
        sessionId,
        resolve: (result) => resolve(result as CdpResult<M>),
        reject,
      });
      this.#write.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Answers settle their call, events go to their session; what belongs to a closed session is dropped. */
  #receive(message: Incoming): void {
    if (message.id !== undefined) {
      const call = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`));
      else call?.resolve(message.result);
      return;
    }
    if (!message.method) return;
    if (message.method === 'Target.detachedFromTarget') {
      this.#forget((message.params as CdpEvent<'Target.detachedFromTarget'>).sessionId);
    }
    this.#sessions.get(message.sessionId)?.deliver(message.method as CdpEventName, message.params);
  }

  /** Calls to a window that has closed are rejected at once; Chromium never answers them. */
  #forget(sessionId: string): void {
    this.#sessions.delete(sessionId);
    for (const [id, call] of this.#pending) {
      if (call.sessionId !== sessionId) continue;
      this.#pending.delete(id);
      call.reject(new ConnectionLostError(call.method));
    }
  }

  /** The pipe is the browser: with it every call has lost its answer. */
  #lose(): void {
    this.#closed = true;
    for (const call of this.#pending.values()) call.reject(new ConnectionLostError(call.method));
    this.#pending.clear();
  }
}
