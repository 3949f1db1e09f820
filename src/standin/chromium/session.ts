import { EventEmitter } from 'node:events';
import type { CdpEvent, CdpEventName, CdpMethod, CdpParameters, CdpResult } from './protocol.ts';

type Send = <M extends CdpMethod>(method: M, params?: CdpParameters<M>) => Promise<CdpResult<M>>;

/** One attached target: typed calls to it and typed events from it. */
export class Session {
  /** Rejects with the protocol's own message, or with ConnectionLostError when the target has gone. */
  readonly send: Send;
  readonly #events = new EventEmitter();

  constructor(send: Send) {
    this.send = send;
  }

  on<E extends CdpEventName>(event: E, listener: (payload: CdpEvent<E>) => void): void {
    this.#events.on(event, listener);
  }

  /** Resolves with the next event of this name. */
  next<E extends CdpEventName>(event: E): Promise<CdpEvent<E>> {
    return new Promise((resolve) => this.#events.once(event, resolve));
  }

  /** For the connection alone. */
  deliver(event: CdpEventName, payload: unknown): void {
    this.#events.emit(event, payload);
  }
}
