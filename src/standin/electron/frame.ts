import type { WebFrameMain } from 'electron';
import { addresses } from '../window/address.ts';
import { Named } from './named.ts';

type Shown = Pick<WebFrameMain, 'url' | 'origin' | 'processId' | 'routingId' | 'frameTreeNodeId' | 'name'>;

/** One document in a window's main frame. The stand-in hosts no other frames. */
export class StandinFrame extends Named implements Shown {
  static override readonly name = 'WebFrameMain';
  #url: string;
  readonly parent = null;
  readonly processId: number;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  readonly name = '';
  readonly #isCurrent: (frame: StandinFrame) => boolean;

  /** @param browserUrl the document's address as Chromium writes it */
  constructor(browserUrl: string, number: number, isCurrent: (frame: StandinFrame) => boolean) {
    super();
    this.#url = addresses.toApplication(browserUrl);
    this.processId = number;
    this.routingId = number;
    this.frameTreeNodeId = number;
    this.#isCurrent = isCurrent;
  }

  get url(): string {
    return this.#url;
  }

  /** For the window: the document goes under another address now. */
  moveTo(browserUrl: string): void {
    this.#url = addresses.toApplication(browserUrl);
  }

  /** `app://latchkey`, as Electron writes the origin of a standard scheme. */
  get origin(): string {
    const url = URL.parse(this.url);
    return url?.host ? `${url.protocol}//${url.host}` : 'null';
  }

  get top(): StandinFrame {
    return this;
  }

  get frames(): StandinFrame[] {
    return [];
  }

  get framesInSubtree(): StandinFrame[] {
    return [this];
  }

  /** Another document has come, or the window has gone. */
  isDestroyed(): boolean {
    return !this.#isCurrent(this);
  }
}
