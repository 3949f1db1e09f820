/** The one session of all windows: permissions, stored data, requests, downloads. */
import type { Session as ElectronSession } from 'electron';
import type { Page } from '../window/page.ts';
import { app } from './app.ts';
import { Named, NamedEmitter } from './named.ts';
import { type CheckHandler, decide, type RequestHandler } from './permissions.ts';
import { protocol } from './protocol.ts';
import { record } from './records.ts';
import { StandinWebRequest } from './web-request.ts';

type DeviceHandler = NonNullable<Parameters<ElectronSession['setDevicePermissionHandler']>[0]>;

type Shown = Pick<
  ElectronSession,
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setDevicePermissionHandler'
  | 'clearStorageData'
  | 'clearCache'
  | 'setSpellCheckerEnabled'
  | 'isSpellCheckerEnabled'
  | 'isPersistent'
>;

export class StandinSession extends NamedEmitter implements Shown {
  static override readonly name = 'session';
  readonly webRequest = new StandinWebRequest();
  readonly protocol = protocol;
  readonly #pages = new Set<Page>();
  #check: CheckHandler | null = null;
  #request: RequestHandler | null = null;
  #spelling = true;

  constructor() {
    super(['will-download']);
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  /** No device can be chosen here: kept as a record only. */
  setDevicePermissionHandler(handler: DeviceHandler | null): void {
    record('session.setDevicePermissionHandler', handler);
  }

  setSpellCheckerEnabled(enable: boolean): void {
    this.#spelling = enable;
    record('session.setSpellCheckerEnabled', enable);
  }

  isSpellCheckerEnabled(): boolean {
    return this.#spelling;
  }

  isPersistent(): boolean {
    return true;
  }

  async clearCache(): Promise<void> {
    await Promise.all([...this.#pages].map((page) => page.session.send('Network.clearBrowserCache')));
  }

  /** Of every open page's origin; nothing else stores anything here. */
  async clearStorageData(): Promise<void> {
    const clear = (page: Page) => {
      const origin = URL.parse(page.navigation.url)?.origin;
      if (!origin || origin === 'null') return undefined;
      return page.session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    };
    await Promise.all([...this.#pages].map(clear));
  }

  /** For windows: a page belongs to the session as long as it is open. */
  adopt(page: Page): void {
    this.#pages.add(page);
    void page.gone.then(() => this.#pages.delete(page));
  }

  /** For windows: settles what a document's origin may do before the document is there. */
  async settlePermissions(
    page: Page,
    requester: object,
    origin: string,
    applicationUrl: string,
  ): Promise<void> {
    const decisions = await decide(requester, applicationUrl, this.#check, this.#request);
    const browserContextId = page.permissionContext;
    // Without a context to change, all is refused already; the handlers have been asked like everywhere.
    if (browserContextId === undefined) return;
    const settle = decisions.map(({ descriptor: permission, granted }) =>
      page.session.send('Browser.setPermission', {
        permission,
        setting: granted ? 'granted' : 'denied',
        origin,
        browserContextId,
      }),
    );
    await Promise.all(settle);
  }
}

/** The session of every window; windows need it before the application may. */
export const defaultSession = new StandinSession();

/** The module: Electron has no session before it is ready, and says so. */
export class StandinSessions extends Named {
  static override readonly name = 'session';
  get defaultSession(): StandinSession {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  }
}

export const session = new StandinSessions();
