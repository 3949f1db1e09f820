/** Turns what Chromium asks for into a Request, and the application's Response into what Chromium shows. */
import type { CdpEvent, CdpParameters } from '../chromium/protocol.ts';
import { addresses } from './address.ts';

type Paused = CdpEvent<'Fetch.requestPaused'>;
export type Fulfilment = Omit<CdpParameters<'Fetch.fulfillRequest'>, 'requestId'>;
type HeaderList = { name: string; value: string }[];

const BODILESS = new Set(['GET', 'HEAD']);
/** Headers that name the page's address, which the application knows in its own form only. */
const ADDRESSES = new Set(['origin', 'referer']);
/** Undici refuses or computes these itself. */
const DROPPED = new Set(['content-length', 'connection', 'host']);

export function toRequest({ request }: Paused): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    const lower = name.toLowerCase();
    if (DROPPED.has(lower)) continue;
    headers.set(name, ADDRESSES.has(lower) ? addresses.headerToApplication(value) : value);
  }
  const { method } = request;
  const body = Buffer.concat(
    (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')),
  );
  return new Request(addresses.toApplication(request.url + (request.urlFragment ?? '')), {
    method,
    headers,
    ...(BODILESS.has(method.toUpperCase()) ? {} : { body }),
  });
}

/** Reads the body whole; rejects when the stream of the application's response fails. */
export async function toFulfilment(response: Response): Promise<Fulfilment> {
  const responseHeaders: HeaderList = [];
  for (const [name, value] of response.headers) {
    responseHeaders.push({ name, value: addresses.headerToBrowser(value) });
  }
  return {
    responseCode: response.status,
    ...(response.statusText ? { responsePhrase: response.statusText } : {}),
    responseHeaders,
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  };
}
