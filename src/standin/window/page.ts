/** One Chromium window as the host drives it: its document, its two scripts, its requests, its frame. */
import type { AttachedPage } from '../chromium/browser.ts';
import { ConnectionLostError } from '../chromium/connection.ts';
import type { CdpEvent } from '../chromium/protocol.ts';
import type { Session } from '../chromium/session.ts';
import type { PageNames } from '../page/names.ts';
import type { PageScripts } from '../page/source.ts';
import type { Bounds } from './bounds.ts';
import { Navigation, type NavigationEvents } from './navigation.ts';

type Paused = CdpEvent<'Fetch.requestPaused'>;

export interface PageEvents extends NavigationEvents {
  /** A message from the preload's world, as the codec wrote it. */
  message(text: string): void;
  /** Must fulfil, continue or fail the request. */
  request(paused: Paused, page: Page): Promise<void>;
  /** The page asks for another window in a way its own script could not answer. */
  opened(url: string, name: string, features?: string): void;
  titled(title: string): void;
  /** The page wants to save a file; Chromium has been told to refuse. */
  downloading(url: string, fileName: string): void;
  crashed(status: string, code: number): void;
  console(level: string, text: string): void;
}

export class Page {
  readonly session: Session;
  readonly gone: Promise<void>;
  readonly targetId: string;
  /** For permissions; undefined where they cannot be changed. */
  readonly permissionContext: string | undefined;
  readonly navigation: Navigation;
  readonly #names: PageNames;
  readonly #events: PageEvents;
  #open = false;
  #title = '';
  /** The preload's world in the current document, undefined between two documents. */
  #world: number | undefined;

  constructor(
    { session, target, grantable, gone, onTitle }: AttachedPage,
    names: PageNames,
    events: PageEvents,
  ) {
    this.session = session;
    this.gone = gone;
    this.targetId = target.targetId;
    this.permissionContext = grantable ? target.browserContextId : undefined;
    this.navigation = new Navigation(session, target.targetId, events);
    this.#names = names;
    this.#events = events;
    void gone.then(() => this.navigation.end());
    onTitle((title) => this.#retitle(title));
    this.#listen();
  }

  /**
   * Puts everything in place while Chromium holds the window still, then lets it go.
   * @param placeholder whether a first document is on its way, which has to be there before the next can be asked for
   */
  async prepare(scripts: PageScripts, placeholder: boolean): Promise<void> {
    const { session } = this;
    const { world: worldName, toHost } = this.#names;
    await Promise.all([
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: toHost, executionContextName: worldName }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolatedWorld, worldName }),
      session.send('Runtime.runIfWaitingForDebugger'),
    ]);
    if (placeholder) await this.#firstDocument();
    // Refused until there is a document: before, the target counts as no active page.
    await session.send('Page.setDownloadBehavior', { behavior: 'deny' });
    this.#open = true;
  }

  get title(): string {
    return this.#title;
  }

  /** False while only the placeholder has been asked for. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** To the preload's world; a message for a document that has gone is dropped, as in Electron. */
  post(text: string): void {
    if (this.#world === undefined) return;
    this.session
      .send('Runtime.callFunctionOn', {
        executionContextId: this.#world,
        functionDeclaration: `function (text) { globalThis[${JSON.stringify(this.#names.fromHost)}](text); }`,
        arguments: [{ value: text }],
      })
      .catch(() => undefined);
  }

  /** The value of an expression in the page's own world, promises awaited; rejects with what it throws. */
  async evaluate(expression: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
    });
    if (!exceptionDetails) return result.value;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }

  /** A PNG of the window or of a part of it. */
  async picture(part: Bounds | undefined): Promise<Buffer<ArrayBuffer>> {
    const clip = part && { clip: { ...part, scale: 1 } };
    const { data } = await this.session.send('Page.captureScreenshot', { format: 'png', ...clip });
    return Buffer.from(data, 'base64');
  }

  async close(): Promise<void> {
    await this.session.send('Page.close').catch((error: unknown) => {
      if (!(error instanceof ConnectionLostError)) throw error;
    });
    await this.gone;
  }

  /**
   * Resolves when the placeholder, or Chromium's error page in its place, is there. Its arrival may go unreported when it
   * comes while the session is being set up, so whatever happens is only a reason to look again.
   */
  async #firstDocument(): Promise<void> {
    const { session } = this;
    for (;;) {
      const something = Promise.race([
        session.next('Page.frameNavigated'),
        session.next('Page.lifecycleEvent'),
        session.next('Runtime.executionContextCreated'),
        this.gone,
      ]);
      const { frameTree } = await session.send('Page.getFrameTree');
      if (/^(https|chrome-error):/.test(frameTree.frame.url)) return;
      await something;
    }
  }

  #retitle(title: string): void {
    // Before there is a title Chromium shows its own form of the address.
    if (!this.#open || title === this.#title || title.includes('.invalid')) return;
    this.#title = title;
    this.#events.titled(title);
  }

  #listen(): void {
    const { session } = this;
    const events = this.#events;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame: unknown = context.auxData?.frameId;
      if (context.name === this.#names.world && frame === this.targetId) this.#world = context.id;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#world = undefined;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Only the main frame's own isolated world speaks for the window.
      if (name === this.#names.toHost && executionContextId === this.#world) events.message(payload);
    });
    session.on('Fetch.requestPaused', (paused) => {
      events.request(paused, this).catch((error: unknown) => {
        if (!(error instanceof ConnectionLostError)) process.stderr.write(`stand-in: ${String(error)}\n`);
      });
    });
    session.on('Page.windowOpen', ({ url, windowName }) => events.opened(url, windowName));
    session.on('Page.frameRequestedNavigation', ({ url, disposition }) => {
      if (disposition !== 'currentTab' && disposition !== 'download') events.opened(url, '');
    });
    session.on('Page.downloadWillBegin', ({ url, suggestedFilename }) =>
      events.downloading(url, suggestedFilename),
    );
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      // Closing is the application's decision, not the page's; other dialogs are for the person at the screen.
      if (type !== 'beforeunload' && !this.permissionContext) return;
      const accept = type === 'beforeunload';
      session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
    });
    session.on('Inspector.targetCrashed', () => events.crashed('crashed', 1));
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const text = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
      events.console(type, text);
    });
  }
}
