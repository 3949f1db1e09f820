import type { WebContents } from 'electron';
import { addresses } from '../window/address.ts';
import { missing } from './named.ts';

export type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

/**
 * Tells the application that its page wants another window. Chromium has been told to close it already: the stand-in
 * opens no window that the application did not make itself, so only `deny` can be answered.
 * @param url as Chromium writes it
 * @param opener the page that asks, in the application's own form
 */
export function refuseWindow(
  handler: OpenHandler | undefined,
  url: string,
  opener: string,
  name: string,
  features: string,
) {
  const answer = handler?.({
    url: addresses.toApplication(url),
    frameName: name,
    features,
    disposition: features === '' ? 'foreground-tab' : 'new-window',
    referrer: { url: opener, policy: 'strict-origin-when-cross-origin' },
  });
  if (answer && answer.action !== 'deny') throw missing("electron.setWindowOpenHandler action 'allow'");
}
