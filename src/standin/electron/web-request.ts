/** The two hooks into requests that an application with its own scheme has use for. */
import type { WebRequest, WebRequestFilter } from 'electron';
import type { CdpEvent } from '../chromium/protocol.ts';
import { addresses } from '../window/address.ts';
import type { Fulfilment } from '../window/responder.ts';
import { Named } from './named.ts';

type Shown = Pick<WebRequest, 'onBeforeRequest' | 'onHeadersReceived'>;
type BeforeListener = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]>;
type HeadersListener = NonNullable<Parameters<WebRequest['onHeadersReceived']>[0]>;
type Details = Parameters<BeforeListener>[0];
type Paused = CdpEvent<'Fetch.requestPaused'>;

interface Hook<L> {
  readonly filter: WebRequestFilter;
  readonly listener: L;
}

const ALL: WebRequestFilter = { urls: ['<all_urls>'] };

/** Chromium's kinds of requests in Electron's words; documents depend on their frame. */
const TYPES: Record<string, Details['resourceType']> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
  Media: 'media',
  WebSocket: 'webSocket',
};

/** `*` in a match pattern stands for any text; the rest is literal. */
function matches(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const literal = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${literal}$`).test(url);
}

function applies<L>(hook: Hook<L> | undefined, { url, resourceType }: Details): hook is Hook<L> {
  if (!hook) return false;
  const { urls, excludeUrls = [], types } = hook.filter;
  const typed = !types || (types as readonly string[]).includes(resourceType);
  const named = urls.some((pattern) => matches(pattern, url)) && !excludeUrls.some((p) => matches(p, url));
  return typed && named;
}

/** Both overloads at once: with a filter first, or the listener alone; null takes the hook away. */
function hook<L>(first: WebRequestFilter | L | null, second: L | null | undefined): Hook<L> | undefined {
  if (typeof first === 'function') return { filter: ALL, listener: first };
  return second && first ? { filter: first as WebRequestFilter, listener: second } : undefined;
}

/** One listener for each hook, as in Electron: a new one takes the place of the old. */
export class StandinWebRequest extends Named implements Shown {
  static override readonly name = 'webRequest';
  #before: Hook<BeforeListener> | undefined;
  #headers: Hook<HeadersListener> | undefined;
  #lastId = 0;

  onBeforeRequest(first: WebRequestFilter | BeforeListener | null, second?: BeforeListener | null): void {
    this.#before = hook(first, second);
  }

  /** Only for what `protocol.handle` answers: other answers go from the network to the page without a stop here. */
  onHeadersReceived(first: WebRequestFilter | HeadersListener | null, second?: HeadersListener | null): void {
    this.#headers = hook(first, second);
  }

  /** For windows: what the application says about a request before it goes anywhere. */
  async before(paused: Paused, mainFrame: boolean): Promise<{ cancel?: boolean; redirectURL?: string }> {
    const details = this.#details(paused, mainFrame);
    const before = this.#before;
    if (!applies(before, details)) return {};
    return new Promise((resolve) => before.listener(details, resolve));
  }

  /** For windows: the answer with the headers the application wants, undefined when it refuses the answer. */
  async received(paused: Paused, mainFrame: boolean, answer: Fulfilment): Promise<Fulfilment | undefined> {
    const details = this.#details(paused, mainFrame);
    const headers = this.#headers;
    if (!applies(headers, details)) return answer;
    const responseHeaders: Record<string, string[]> = {};
    for (const { name, value } of answer.responseHeaders ?? []) {
      responseHeaders[name] = [...(responseHeaders[name] ?? []), value];
    }
    const statusCode = answer.responseCode;
    const statusLine = `HTTP/1.1 ${statusCode} ${answer.responsePhrase ?? ''}`.trim();
    const wish = await new Promise<Parameters<Parameters<HeadersListener>[1]>[0]>((resolve) =>
      headers.listener({ ...details, statusLine, statusCode, responseHeaders }, resolve),
    );
    if (wish.cancel) return undefined;
    if (!wish.responseHeaders) return answer;
    const list = Object.entries(wish.responseHeaders).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value: addresses.headerToBrowser(value) })),
    );
    return { ...answer, responseHeaders: list };
  }

  #details({ request, resourceType }: Paused, mainFrame: boolean): Details {
    const document = mainFrame ? 'mainFrame' : 'subFrame';
    return {
      id: ++this.#lastId,
      url: addresses.toApplication(request.url),
      method: request.method,
      resourceType: resourceType === 'Document' ? document : (TYPES[resourceType] ?? 'other'),
      referrer: addresses.headerToApplication(request.headers.Referer ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    };
  }
}
