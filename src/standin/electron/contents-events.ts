/** What Chromium reports about a window's page, as the events that Electron sends for it. */
import type { FromWindow } from '../page/messages.ts';
import type { Page, PageEvents } from '../window/page.ts';
import { handleRequest } from '../window/requests.ts';
import { app } from './app.ts';
import type { ContentsIpc } from './contents-ipc.ts';
import type { CurrentDocument } from './document.ts';
import { StandinDownload } from './download.ts';
import { StandinEvent } from './named.ts';
import { requestRules } from './request-rules.ts';
import { defaultSession } from './session.ts';
import { type OpenHandler, refuseWindow } from './window-open.ts';

/** What a window's own script reports to the window around it. */
export type Report = Extract<FromWindow, { kind: 'focus' | 'resize' | 'dark' | 'key' }>;

/** The window around a page. */
export interface ContentsOwner {
  /** The page is there, before its first document. */
  opened(page: Page): Promise<void>;
  gone(): void;
  painted(): void;
  reported(report: Report): void;
}

/** What is needed of the web contents; the class itself imports this file. */
interface Contents {
  emit(event: string, ...args: unknown[]): boolean;
  getURL(): string;
  getZoomFactor(): number;
  setZoomFactor(factor: number): void;
}

interface Parts {
  readonly contents: Contents;
  readonly document: CurrentDocument;
  readonly ipc: ContentsIpc;
  readonly owner: ContentsOwner;
  openHandler(): OpenHandler | undefined;
}

/** Every event of Electron starts with an event object of its own. */
export function contentsEvents({ contents, document, ipc, owner, openHandler }: Parts): PageEvents {
  const rules = requestRules(contents, () => document.frame);
  const tell = (name: string, ...args: unknown[]) => contents.emit(name, new StandinEvent(), ...args);
  const refuse = (url: string, name: string, features = '') =>
    refuseWindow(openHandler(), url, contents.getURL(), name, features);
  return {
    request: (paused, page) => handleRequest(paused, page, rules),
    committed(url) {
      document.begin(url);
      tell('did-navigate', contents.getURL(), 200, 'OK');
    },
    moved(url) {
      document.moveTo(url);
      tell('did-navigate-in-page', contents.getURL(), true);
    },
    domReady: () => tell('dom-ready'),
    finished() {
      // Zoom belongs to the window, and the document it was set on has gone.
      if (contents.getZoomFactor() !== 1) contents.setZoomFactor(contents.getZoomFactor());
      tell('did-finish-load');
      owner.painted();
    },
    titled: (title) => tell('page-title-updated', title, true),
    opened: refuse,
    downloading: (url, name) =>
      defaultSession.emit('will-download', new StandinEvent(), new StandinDownload(url, name), contents),
    crashed(reason, exitCode) {
      const details = { reason, exitCode };
      tell('render-process-gone', details);
      app.emit('render-process-gone', new StandinEvent(), contents, details);
    },
    console: (level, message) =>
      contents.emit('console-message', Object.assign(new StandinEvent(), { level, message })),
    message(text) {
      const message = ipc.receive(text);
      if (message?.kind === 'open') refuse(message.url, message.name, message.features);
      else if (message?.kind === 'preload-error') {
        process.stderr.write(`Unable to load preload script: ${String(message.error)}\n`);
        tell('preload-error', '', message.error);
      } else if (message) owner.reported(message);
    },
  };
}
