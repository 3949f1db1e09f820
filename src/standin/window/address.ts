/**
 * Chromium refuses unknown schemes before anything can answer them, so `app://HOST/path` is shown to it as
 * `https://HOST.app.invalid/path`, a secure origin that no resolver knows. The application sees only its own form.
 */

const ENDING = 'invalid';

export class Addresses {
  readonly #schemes = new Set<string>();

  add(scheme: string): void {
    this.#schemes.add(scheme);
  }

  /** `app://latchkey/a?b#c` becomes `https://latchkey.app.invalid/a?b#c`; other addresses stay as they are. */
  toBrowser(address: string): string {
    const url = URL.parse(address);
    const scheme = url?.protocol.slice(0, -1) ?? '';
    if (!url || !this.#schemes.has(scheme)) return address;
    const host = url.host.toLowerCase();
    const path = url.pathname.startsWith('/') ? url.pathname : `/${url.pathname}`;
    return `https://${host}.${scheme}.${ENDING}${path}${url.search}${url.hash}`;
  }

  /** The way back. Addresses that are not the application's own stay as they are. */
  toApplication(address: string): string {
    const url = URL.parse(address);
    const scheme = url && this.#schemeOf(url);
    if (!url || !scheme) return address;
    const host = url.hostname.slice(0, -`.${scheme}.${ENDING}`.length);
    return `${scheme}://${host}${url.pathname}${url.search}${url.hash}`;
  }

  /** The registered scheme behind a browser address, undefined for any other address. */
  schemeOf(address: string): string | undefined {
    const url = URL.parse(address);
    return url ? this.#schemeOf(url) : undefined;
  }

  /** Header values name origins, never whole pages: every registered origin inside the text is replaced. */
  headerToBrowser(value: string): string {
    return value.replace(
      /\b([a-z][a-z0-9+.-]*):\/\/([a-z0-9.-]+)/gi,
      (origin, scheme: string, host: string) =>
        this.#schemes.has(scheme) ? `https://${host}.${scheme}.${ENDING}` : origin,
    );
  }

  /** The way back, for `Origin` and `Referer`. */
  headerToApplication(value: string): string {
    return value.replace(
      /\bhttps:\/\/([a-z0-9.-]+)\.([a-z0-9+-]+)\.invalid/gi,
      (origin, host: string, scheme: string) => (this.#schemes.has(scheme) ? `${scheme}://${host}` : origin),
    );
  }

  #schemeOf(url: URL): string | undefined {
    if (url.protocol !== 'https:') return undefined;
    const labels = url.hostname.split('.');
    const scheme = labels.at(-2);
    if (labels.length < 3 || labels.at(-1) !== ENDING || scheme === undefined) return undefined;
    return this.#schemes.has(scheme) ? scheme : undefined;
  }
}

/** The one map of this process, filled by `protocol`. */
export const addresses = new Addresses();
