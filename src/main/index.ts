/** The main process, put together. Nothing here waits at the top level: Electron starts only once this file has run. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveApp } from './electron/app-protocol.ts';
import * as application from './electron/application.ts';
import { systemClipboard } from './electron/clipboard.ts';
import { isClipboardHelper, runClipboardHelper, spawnClipboardHelper } from './electron/clipboard-helper.ts';
import { bindCalls, emitToWindows } from './electron/ipc-binding.ts';
import { openLink, openSignIn } from './electron/links.ts';
import { onLock } from './electron/lock-events.ts';
import { setApplicationMenu } from './electron/menu.ts';
import { askWhichFile } from './electron/open-dialog.ts';
import { systemReminders } from './electron/reminders.ts';
import { createSandboxLauncher } from './electron/sandbox-process.ts';
import { askWhereToSave } from './electron/save-dialog.ts';
import { denyPermissions } from './electron/security.ts';
import { openMainWindow, setContentProtection } from './electron/window.ts';
import { storeFile } from './foundation.ts';
import { startServices } from './services.ts';
import { startHandlers } from './start/ipc.ts';
import { createStarter } from './start/starter.ts';
import { repairStore } from './store/repair-thread.ts';
import { toErrorInfo } from './system/error-info.ts';
import { openLog } from './system/log.ts';

const outFolder = fileURLToPath(new URL('..', import.meta.url));
/** Opens the sandbox at once, as the button on the welcome screen does. */
const exploreSwitch = 'explore-sandbox';
/** Seconds that a copied secret stays on the clipboard: fewer than usual, never more. */
const clipboardSwitch = 'clipboard-seconds';
const clipboardSeconds = 30;

if (isClipboardHelper()) runClipboardHelper();
else application.runApplication(start);

function start(): void {
  const userData = application.userDataFolder();
  const log = openLog(join(userData, 'logs'));
  const describe = (error: unknown) => toErrorInfo(error, log.report);
  const sandbox = createSandboxLauncher(join(outFolder, 'main', 'sandbox.js'), join(userData, 'sandbox'));

  const openWindow = () => openMainWindow(outFolder);
  const reminders = systemReminders({
    icons: join(outFolder, 'main', 'icons'),
    open: openWindow,
    quit: application.quit,
    report: log.report,
  });

  const file = storeFile(userData);
  const storeWorker = new URL('./store-worker.js', import.meta.url);
  const starter = createStarter({
    file,
    open: (alwaysCheck, watch) =>
      startServices({
        version: application.appVersion(),
        userData,
        storeWorker,
        storeOptions: { alwaysCheck, ...watch },
        log,
        clipboard: systemClipboard,
        spawnClipboardHelper: () => spawnClipboardHelper(userData),
        clipboardClearsAfter: application.switchNumber(clipboardSwitch, clipboardSeconds) * 1000,
        askWhereToSave,
        askWhichFile,
        setContentProtection,
        openLink,
        openSignIn,
        reminders,
        sandbox,
        emit: emitToWindows,
      }),
    close: (services) => services.close(),
    repair: () => repairStore(file, storeWorker, new Date()),
    onUp: (services) => services.begin(application.hasSwitch(exploreSwitch)),
    emit: emitToWindows,
    describe,
    report: log.report,
  });

  denyPermissions();
  serveApp(join(outFolder, 'renderer'));
  bindCalls({
    early: startHandlers({
      starter,
      file,
      showInFolder: application.showInFolder,
      quit: application.quit,
    }),
    handlers: async () => (await starter.running()).handlers,
    describe,
  });
  setApplicationMenu((command) => emitToWindows('app.command', command));
  application.keepWindow(openWindow);

  onLock(() => void starter.current()?.onLock());
  application.onFocus(() => starter.current()?.onFocus());
  application.closeBeforeQuit(async () => {
    sandbox.stop();
    const services = starter.current();
    await services?.close();
    if (services?.hangsAtExit()) process.kill(process.pid, 'SIGKILL');
  });
}
