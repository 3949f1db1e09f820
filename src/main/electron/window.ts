/** The main window. */
import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { appUrl } from './app-protocol.ts';

/** `preload`: the bundled CommonJS file. The window shows itself once it has something to show. */
export function openMainWindow(outFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Latchkey',
    width: 1360,
    height: 850,
    minWidth: 960,
    minHeight: 600,
    show: false,
    // What is seen before the first paint: the page's own background, so that nothing flashes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#111113' : '#fcfcfd',
    webPreferences: {
      preload: join(outFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(appUrl);
  return window;
}

export function allWindows(): BrowserWindow[] {
  return BrowserWindow.getAllWindows();
}

/**
 * Brings the window to the front, opening it where there is none. Resolves once its page is there to hear what comes next;
 * a page that cannot be loaded never is.
 */
export async function showWindow(open: () => BrowserWindow): Promise<void> {
  const [window] = allWindows();
  if (!window) {
    const { webContents } = open();
    await new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()));
    return;
  }
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
  // A press in the menu bar leaves the other application in front.
  if (process.platform === 'darwin') app.focus({ steal: true });
}

/** Keeps every window out of screenshots and recordings, or lets them back in. Has no effect on Linux. */
export function setContentProtection(on: boolean): void {
  for (const window of allWindows()) window.setContentProtection(on);
}
