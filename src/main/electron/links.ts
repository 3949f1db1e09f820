/** Links out: opened in the system browser, and only those on this list. */
import { shell } from 'electron';
import { refuseBaseUrl } from '../platforms/base-url.ts';
import { AppError } from '../system/app-error.ts';

/** Hosts whose pages Latchkey itself links to. Compared whole, after parsing; never by substring. */
const allowedHosts: ReadonlySet<string> = new Set(['docs.roboflow.com', 'app.roboflow.com']);

/** The address, if it may be opened; null otherwise. */
export function allowedLink(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return plain && allowedHosts.has(url.hostname) ? url : null;
}

export async function openLink(address: string): Promise<void> {
  const url = allowedLink(address);
  if (!url) throw new AppError({ code: 'bad-input', message: 'Latchkey does not open this link.' });
  await shell.openExternal(url.href);
}

/**
 * The address of a sign-in page, if it may be opened: on a host of the list, or where the platform itself lives, whose address
 * the person typed. Null otherwise.
 */
export function allowedSignIn(address: URL, baseUrl: URL): URL | null {
  if (allowedLink(address.href)) return address;
  // The origin of what is no web address is the text "null".
  if (address.origin === 'null' || address.origin !== baseUrl.origin) return null;
  const isSafe = refuseBaseUrl(new URL(address.origin)) === null;
  return isSafe && address.username === '' && address.password === '' ? address : null;
}

/** Rejects where the address may not be opened, and where the system has nothing to open it with. */
export async function openSignIn(address: URL, baseUrl: URL): Promise<void> {
  const url = allowedSignIn(address, baseUrl);
  if (!url) throw new AppError({ code: 'bad-input', message: 'Latchkey does not open this link.' });
  await shell.openExternal(url.href);
}
