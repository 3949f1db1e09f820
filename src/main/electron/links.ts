/** Links out: opened in the system browser, and only those on this list. */
import { shell } from 'electron';
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
