/** Follows which document a window shows, and tells what its own scripts asked for from what the host asked for. */
import type { Session } from '../chromium/session.ts';

export interface NavigationEvents {
  domReady(): void;
  finished(): void;
  /** @param url as Chromium writes it */
  committed(url: string): void;
  /** The same document under another address. */
  moved(url: string): void;
}

/** Electron's two best known codes; all others are Chromium's own and go by name only. */
const CODES: Record<string, number> = { ERR_ABORTED: -3, ERR_FAILED: -2 };

/** Why a document could not be loaded, with the text and fields Electron gives. */
export class LoadError extends Error {
  readonly code: string;
  readonly errno: number;
  readonly url: string;

  constructor(code: string, url: string) {
    const errno = CODES[code] ?? CODES.ERR_FAILED ?? 0;
    super(`${code} (${errno}) loading '${url}'`);
    this.code = code;
    this.errno = errno;
    this.url = url;
  }
}

const withoutHash = (url: string) => url.replace(/#.*$/s, '');

export class Navigation {
  readonly #session: Session;
  readonly #frame: string;
  readonly #events: NavigationEvents;
  readonly #expected = new Set<string>();
  readonly #waiting = new Map<string, { resolve(): void; reject(): void }>();
  /** The document the host or the page asked for; placeholders have none, so that their events stay unheard. */
  #loader: string | undefined;
  #loaded: string | undefined;
  #url = '';
  #loading = false;

  constructor(session: Session, frame: string, events: NavigationEvents) {
    this.#session = session;
    this.#frame = frame;
    this.#events = events;
    this.#listen();
  }

  /** As Chromium writes it, empty before the first document. */
  get url(): string {
    return this.#url;
  }

  get loading(): boolean {
    return this.#loading;
  }

  /** Resolves when the document and its resources are there; rejects with a LoadError. */
  async go(url: string): Promise<void> {
    this.#expected.add(withoutHash(url));
    this.#loading = true;
    const { loaderId, errorText } = await this.#session.send('Page.navigate', { url });
    this.#expected.delete(withoutHash(url));
    if (errorText) {
      this.#loading = false;
      throw new LoadError(errorText.replace(/^net::/, ''), url);
    }
    if (loaderId === undefined || this.#loaded === loaderId) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.set(loaderId, {
        resolve,
        reject: () => reject(new LoadError('ERR_ABORTED', url)),
      });
    });
  }

  reload(): void {
    this.#session.send('Page.reload').catch(() => undefined);
  }

  /**
   * Whether the page itself asked for this document: a link, a form, a script. What the host asked for is not, and
   * neither is the same document once more, which is how a reload looks from here.
   */
  isPagesWish(url: string, method: string): boolean {
    if (this.#expected.has(url)) return false;
    return method !== 'GET' || url !== withoutHash(this.#url);
  }

  /** The window has gone: who waits for a document waits for nothing. */
  end(): void {
    for (const { reject } of this.#waiting.values()) reject();
    this.#waiting.clear();
  }

  #resetHistory(): void {
    this.#session.send('Page.resetNavigationHistory').catch(() => undefined);
  }

  #listen(): void {
    this.#session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== this.#frame) return;
      const placeholder = frame.url === 'about:blank' || frame.url.includes('/__standin?');
      const broken = frame.url.startsWith('chrome-error:');
      if (this.#loader === undefined && (placeholder || broken)) return;
      this.#loader = frame.loaderId;
      for (const [loader, { reject }] of this.#waiting) {
        if (loader === frame.loaderId) continue;
        this.#waiting.delete(loader);
        reject();
      }
      this.#url = (broken ? frame.unreachableUrl : undefined) ?? `${frame.url}${frame.urlFragment ?? ''}`;
      this.#events.committed(this.#url);
    });
    this.#session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId !== this.#frame || this.#loader === undefined) return;
      this.#url = url;
      this.#events.moved(url);
    });
    this.#session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (frameId !== this.#frame || loaderId !== this.#loader) return;
      if (name === 'DOMContentLoaded') this.#events.domReady();
      if (name !== 'load') return;
      // The placeholder is not part of the application: nothing to go back to. Before the load is over Chromium may refuse.
      if (this.#loaded === undefined) this.#resetHistory();
      this.#loaded = loaderId;
      this.#loading = false;
      this.#events.finished();
      this.#waiting.get(loaderId)?.resolve();
      this.#waiting.delete(loaderId);
    });
  }
}
