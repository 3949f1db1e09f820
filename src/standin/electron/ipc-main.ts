/** Where messages from windows arrive: handlers that answer, listeners that do not. */
import type { IpcMain } from 'electron';
import type { FromWindow } from '../page/messages.ts';
import type { StandinFrame } from './frame.ts';
import { NamedEmitter, StandinEvent } from './named.ts';

type Shown = Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler' | 'removeAllListeners'>;
type Handler = Parameters<IpcMain['handle']>[1];

/** Where a message comes from. `frame` is null when its document has gone meanwhile. */
export interface IpcOrigin {
  readonly sender: object;
  readonly frame: StandinFrame | null;
  reply(channel: string, args: unknown[]): void;
}

/** What an answer to `invoke` holds: exactly one of the two. */
type IpcReply = { readonly result: unknown } | { readonly error: string };

/** The event of one message; Electron has more fields, all about ports that the stand-in lacks. */
class IpcEvent extends StandinEvent {
  readonly type = 'frame';
  readonly sender: object;
  readonly senderFrame: StandinFrame | null;
  readonly processId: number;
  readonly frameId: number;
  readonly reply: (channel: string, ...args: unknown[]) => void;

  constructor({ sender, frame, reply }: IpcOrigin) {
    super();
    this.sender = sender;
    this.senderFrame = frame;
    this.processId = frame?.processId ?? -1;
    this.frameId = frame?.routingId ?? -1;
    this.reply = (channel, ...args) => reply(channel, args);
  }
}

export class StandinIpcMain extends NamedEmitter implements Shown {
  static override readonly name = 'ipcMain';
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    super([]);
    // Channels are the application's own names, so every event goes.
    super.removeAllListeners('newListener');
  }

  handle(channel: string, listener: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, listener);
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return listener(...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** For WebContents: the answer to one `invoke`, errors as the text that Electron sends. */
  async invoke(message: Extract<FromWindow, { kind: 'invoke' }>, origin: IpcOrigin): Promise<IpcReply> {
    const { channel, args } = message;
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const event = new IpcEvent(origin) as unknown as Parameters<Handler>[0];
      return { result: await handler(event, ...args) };
    } catch (error) {
      process.stderr.write(`Error occurred in handler for '${channel}': ${String(error)}\n`);
      return { error: describe(channel, error) };
    }
  }

  /** For WebContents: a message without an answer. */
  dispatch(channel: string, args: unknown[], origin: IpcOrigin): void {
    this.emit(channel, new IpcEvent(origin), ...args);
  }
}

/** Electron's own sentence for a handler that failed. */
export const describe = (channel: string, error: unknown) =>
  `Error invoking remote method '${channel}': ${String(error)}`;

export const ipcMain = new StandinIpcMain();
