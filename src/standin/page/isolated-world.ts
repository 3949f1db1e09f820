/** Runs in the preload's isolated world, before the page's scripts, as source: the `electron` a sandboxed preload gets. */
import type { Codec } from './codec.ts';
import type { Membrane } from './membrane.ts';
import type { FromHost, FromWindow } from './messages.ts';
import type { PageNames } from './names.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;
type Require = (name: string) => unknown;
export type PreloadModule = { exports: unknown };

/** The part of `window` that is used here; the stand-in is otherwise compiled without the DOM's types. */
export interface IsolatedScope {
  [name: string]: unknown;
  addEventListener(type: string, listener: (event: KeyEvent) => void): void;
  readonly innerWidth: number;
  readonly innerHeight: number;
  matchMedia(query: string): { matches: boolean; addEventListener(type: string, listener: () => void): void };
}

interface KeyEvent {
  readonly isTrusted: boolean;
  readonly defaultPrevented: boolean;
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/**
 * @param scope the global object of the isolated world
 * @param membrane the border to the page's own world
 * @param preload the application's script, wrapped as the CommonJS module it is
 */
export function isolatedWorld(
  scope: IsolatedScope,
  names: PageNames,
  codec: Codec,
  membrane: Membrane,
  preload: (require: Require, module: PreloadModule, exports: unknown) => void,
): void {
  // The binding goes before the preload comes: it gets ipcRenderer and no other way out.
  const toHost = scope[names.toHost] as (text: string) => void;
  delete scope[names.toHost];
  const post = (message: FromWindow) => toHost(codec.encode(message));

  const replies = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let listeners: { channel: string; listener: Listener; once: boolean }[] = [];
  let last = 0;

  /** The same refusal by name as in the main process; there is nothing to import in here. */
  const named = (path: string, members: object) =>
    new Proxy(members, {
      get(target, key) {
        if (typeof key === 'symbol' || key in target || key === 'then') return Reflect.get(target, key);
        throw new Error(`${path}.${key} is not part of the stand-in`);
      },
    });

  const add = (once: boolean) => (channel: string, listener: Listener) => {
    listeners = [...listeners, { channel, listener, once }];
    return ipcRenderer;
  };
  const remove = (channel: string, listener: Listener) => {
    const at = listeners.findLastIndex((entry) => entry.channel === channel && entry.listener === listener);
    listeners = listeners.filter((_, index) => index !== at);
    return ipcRenderer;
  };

  const ipcRenderer = named('electron.ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        post({ kind: 'invoke', id, channel, args });
        replies.set(id, { resolve, reject });
      }),
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel, args }),
    on: add(false),
    addListener: add(false),
    once: add(true),
    off: remove,
    removeListener: remove,
    removeAllListeners: (channel?: string) => {
      listeners = channel === undefined ? [] : listeners.filter((entry) => entry.channel !== channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.filter((entry) => entry.channel === channel).length,
  });

  const contextBridge = named('electron.contextBridge', {
    exposeInMainWorld: (name: string, value: unknown) => void membrane.call(name, value),
  });

  const receive = (text: string) => {
    const message = codec.decode(text) as FromHost;
    if (message.kind === 'message') {
      const { channel, args } = message;
      // A copy: a listener may remove itself or others while it runs.
      for (const { listener, once } of listeners.filter((entry) => entry.channel === channel)) {
        if (once) remove(channel, listener);
        listener({ sender: ipcRenderer, ports: [] }, ...args);
      }
      return;
    }
    const waiting = replies.get(message.id);
    replies.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(message.error));
  };
  Object.defineProperty(scope, names.fromHost, { value: receive });

  // The page's own `window.open` ends up here.
  membrane.serve((url, name, features) =>
    post({ kind: 'open', url: String(url), name: String(name), features: String(features) }),
  );

  scope.addEventListener('focus', () => post({ kind: 'focus', focused: true }));
  scope.addEventListener('blur', () => post({ kind: 'focus', focused: false }));
  scope.addEventListener('resize', () =>
    post({ kind: 'resize', width: scope.innerWidth, height: scope.innerHeight }),
  );
  scope.addEventListener('keydown', (event) => {
    // Menu shortcuts come after the page, as in Electron: wait until all its listeners have had the event.
    setTimeout(() => {
      if (!event.isTrusted || event.defaultPrevented) return;
      const { key, code, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta } = event;
      // Plain letters are what somebody types, which is nobody else's business.
      if (control || alt || meta || key.length > 1)
        post({ kind: 'key', key, code, control, shift, alt, meta });
    });
  });
  // Only a page can see what the system prefers.
  const darkness = scope.matchMedia('(prefers-color-scheme: dark)');
  const reportDarkness = () => post({ kind: 'dark', dark: darkness.matches });
  darkness.addEventListener('change', reportDarkness);
  reportDarkness();

  const electron = named('electron', { contextBridge, ipcRenderer });
  // Electron's own answer to a sandboxed preload that asks for more.
  const require: Require = (name) => {
    if (name === 'electron' || name === 'electron/renderer' || name === 'electron/common') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const module: PreloadModule = { exports: {} };
  try {
    preload(require, module, module.exports);
  } catch (error) {
    post({ kind: 'preload-error', error });
  }
}
