/** The application's life as Electron tells it: one instance, ready, windows closed and opened again, quit. */
import { app, type BrowserWindow, shell } from 'electron';
import { appId } from './app-id.ts';
import { registerAppScheme } from './app-protocol.ts';
import { enforceSandbox } from './security.ts';
import { allWindows, showWindow } from './window.ts';

/** Calls `start` once Electron is ready. A second instance shows the first one's window and ends. */
export function runApplication(start: () => void): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  // Windows knows by it whose notification it is; unpackaged, the program that runs is all it can know.
  if (process.platform === 'win32') app.setAppUserModelId(app.isPackaged ? appId : process.execPath);
  registerAppScheme();
  enforceSandbox();
  void app.whenReady().then(start);
}

export const appVersion = () => app.getVersion();
export const userDataFolder = () => app.getPath('userData');
export const hasSwitch = (name: string) => app.commandLine.hasSwitch(name);

/** The number given with a switch, or `most` where there is none or it is not from 1 to `most`. */
export function switchNumber(name: string, most: number): number {
  const value = Number(app.commandLine.getSwitchValue(name));
  return Number.isInteger(value) && value >= 1 && value <= most ? value : most;
}

/** Opens the window, and again when somebody comes back to an application without one (macOS) or starts it twice. */
export function keepWindow(open: () => BrowserWindow): void {
  open();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (allWindows().length === 0) open();
  });
  app.on('second-instance', () => void showWindow(open));
}

export function onFocus(listener: () => void): void {
  app.on('browser-window-focus', listener);
}

/** Quitting waits for `close`: the first attempt is held back, the second goes through. */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void close()
      .catch(() => undefined)
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
}

export const quit = () => app.quit();
/** Selects a file or folder in the system's file manager. */
export const showInFolder = (path: string) => shell.showItemInFolder(path);
