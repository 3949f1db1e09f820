/** Electron's security checklist, in one place: what every window of this application may not do. */
import { app, session, type WebContents } from 'electron';
import { isAppUrl } from './app-protocol.ts';

/** Must run before `ready`: the sandbox for every renderer, whatever its window asks for. */
export function enforceSandbox(): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => restrict(contents));
}

/**
 * Every permission is refused, asked or checked, but one: putting plain text on the clipboard after a click, such as a
 * key's id. Secrets are copied by main; reading the clipboard stays refused.
 */
export function denyPermissions(): void {
  const own = session.defaultSession;
  const allowed = (permission: string) => permission === 'clipboard-sanitized-write';
  own.setPermissionRequestHandler((_contents, permission, callback) => callback(allowed(permission)));
  own.setPermissionCheckHandler((_contents, permission) => allowed(permission));
  own.setDevicePermissionHandler(() => false);
}

function restrict(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }, address: string) => {
    if (!isAppUrl(address)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
