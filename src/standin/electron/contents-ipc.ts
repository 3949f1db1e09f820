/** The messages of one window: text from the preload's world to `ipcMain`, answers and messages back as text. */
import { createCodec } from '../page/codec.ts';
import type { FromHost, FromWindow } from '../page/messages.ts';
import type { StandinFrame } from './frame.ts';
import { describe, type IpcOrigin, ipcMain } from './ipc-main.ts';

const codec = createCodec();

type Rest = Exclude<FromWindow, { kind: 'invoke' | 'send' }>;

export class ContentsIpc {
  readonly #sender: object;
  readonly #frame: () => StandinFrame | null;
  readonly #post: (text: string) => void;

  constructor(sender: object, frame: () => StandinFrame | null, post: (text: string) => void) {
    this.#sender = sender;
    this.#frame = frame;
    this.#post = post;
  }

  /** Throws `An object could not be cloned.` */
  send(channel: string, args: unknown[]): void {
    this.#encode({ kind: 'message', channel, args });
  }

  /** Handles what is meant for `ipcMain` and gives back everything else. */
  receive(text: string): Rest | undefined {
    const message = codec.decode(text) as FromWindow;
    const frame = this.#frame();
    const origin: IpcOrigin = {
      sender: this.#sender,
      frame,
      reply: (channel, args) => this.send(channel, args),
    };
    if (message.kind === 'send') ipcMain.dispatch(message.channel, message.args, origin);
    else if (message.kind === 'invoke') void this.#answer(message, origin);
    else return message;
    return undefined;
  }

  async #answer(message: Extract<FromWindow, { kind: 'invoke' }>, origin: IpcOrigin): Promise<void> {
    const { id, channel } = message;
    const reply = await ipcMain.invoke(message, origin);
    // An answer belongs to the document that asked; the next one counts its calls from the start again.
    if (origin.frame !== this.#frame()) return;
    try {
      this.#encode({ kind: 'reply', id, ...reply });
    } catch (error) {
      this.#encode({ kind: 'reply', id, error: describe(channel, error) });
    }
  }

  #encode(message: FromHost): void {
    this.#post(codec.encode(message));
  }
}
