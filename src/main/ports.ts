/** What main needs of the system: Electron gives it in the application, tests their own. */
import type { FileDialog } from './cli-import/needs.ts';
import type { SandboxLauncher } from './explore/launcher.ts';
import type { PlatformPorts } from './platforms/ports.ts';
import type { ReminderPort } from './reminders/port.ts';
import type { HelperProcess } from './secrets/clipboard-guard.ts';
import type { ClipboardPort } from './secrets/clipboard-port.ts';
import type { SaveDialog } from './secrets/save-to-file.ts';
import type { OpenedSecretStore } from './secrets/secret-store.ts';
import type { Timer } from './secrets/timer.ts';
import type { StoreOptions } from './store/client.ts';
import type { Log } from './system/log.ts';
import type { Clock, Emit } from './system/ports.ts';

export type SystemPorts = {
  version: string;
  /** Where everything that lasts is kept. */
  userData: string;
  storeWorker: URL;
  /** How the store is opened and who hears of its troubles; without it, as at any start. */
  storeOptions?: Pick<StoreOptions, 'alwaysCheck' | 'onRefused' | 'onStored'>;
  log: Log;
  clipboard: ClipboardPort;
  /** A process that runs `watchClipboard`. */
  spawnClipboardHelper: () => HelperProcess;
  /** Milliseconds that a copied secret may stay; 30,000 where left out. */
  clipboardClearsAfter?: number;
  /** How the keychain is opened; in the system's own way where left out. */
  openSecrets?: () => Promise<OpenedSecretStore>;
  askWhereToSave: SaveDialog;
  askWhichFile: FileDialog;
  /** The Roboflow CLI's own configuration; where that keeps it, if left out. */
  cliConfigFile?: string;
  setContentProtection: (on: boolean) => void;
  openLink: (address: string) => Promise<void>;
  /** Opens a sign-in page of the platform at `baseUrl` in the system's browser. Rejects where there is no browser. */
  openSignIn: (address: URL, baseUrl: URL) => Promise<void>;
  /** The notification of the day, the figure on the icon, the keys in the tray. */
  reminders: ReminderPort;
  sandbox: SandboxLauncher;
  emit: Emit;
  clock?: Clock;
  /** How later is waited for where days are counted; the system's own way where left out. */
  timer?: Pick<Timer, 'after'>;
  /** The same for reminders. */
  reminderTimer?: Pick<Timer, 'after'>;
  /** How requests are timed and repeats waited for; the system's own ways where left out. */
  platformPorts?: Partial<Omit<PlatformPorts, 'version'>>;
};
