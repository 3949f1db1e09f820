/** What the application gets for `electron`: everything the stand-in has, and a refusal by name for the rest. */
import { app } from './app.ts';
import { StandinWindow } from './browser-window.ts';
import { clipboard } from './clipboard.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { StandinMenu, StandinMenuItem } from './menu.ts';
import { absent, missing } from './named.ts';
import { nativeImage } from './native-image.ts';
import { nativeTheme } from './native-theme.ts';
import { StandinNotification } from './notification.ts';
import { powerMonitor } from './power-monitor.ts';
import { protocol } from './protocol.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { StandinTray } from './tray.ts';
import { utilityProcess } from './utility-process.ts';

/** Every name that the real module exports; the compiler says when a new Electron has others. */
type ElectronName = keyof typeof import('electron');

/** Objects and classes in the real module's own names. */
const present = {
  app,
  BrowserWindow: StandinWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu: StandinMenu,
  MenuItem: StandinMenuItem,
  nativeImage,
  nativeTheme,
  Notification: StandinNotification,
  powerMonitor,
  protocol,
  session,
  shell,
  Tray: StandinTray,
  utilityProcess,
};

const exported: Record<ElectronName, unknown> = {
  autoUpdater: absent('autoUpdater'),
  BaseWindow: absent('BaseWindow'),
  BrowserView: absent('BrowserView'),
  ClipboardItem: absent('ClipboardItem'),
  contentTracing: absent('contentTracing'),
  contextBridge: absent('contextBridge'),
  crashReporter: absent('crashReporter'),
  desktopCapturer: absent('desktopCapturer'),
  globalShortcut: absent('globalShortcut'),
  ImageView: absent('ImageView'),
  inAppPurchase: absent('inAppPurchase'),
  IpcMainServiceWorker: absent('IpcMainServiceWorker'),
  ipcRenderer: absent('ipcRenderer'),
  LanguageModelUtility: absent('LanguageModelUtility'),
  localAIHandler: absent('localAIHandler'),
  MessageChannelMain: absent('MessageChannelMain'),
  net: absent('net'),
  netLog: absent('netLog'),
  parentPort: absent('parentPort'),
  powerSaveBlocker: absent('powerSaveBlocker'),
  pushNotifications: absent('pushNotifications'),
  safeStorage: absent('safeStorage'),
  screen: absent('screen'),
  sharedTexture: absent('sharedTexture'),
  ShareMenu: absent('ShareMenu'),
  systemPreferences: absent('systemPreferences'),
  TouchBar: absent('TouchBar'),
  View: absent('View'),
  webContents: absent('webContents'),
  WebContentsView: absent('WebContentsView'),
  webFrame: absent('webFrame'),
  webFrameMain: absent('webFrameMain'),
  WebSocket: absent('WebSocket'),
  webUtils: absent('webUtils'),
  ...present,
};

export const electronNames = Object.keys(exported);

/** The module as one object, for `require`, for a default import and for tests. */
export const electron = new Proxy(exported as typeof present & Record<string, unknown>, {
  get(target, key, receiver) {
    if (typeof key === 'symbol' || key in target || key === 'then') return Reflect.get(target, key, receiver);
    throw missing(`electron.${key}`);
  },
});
