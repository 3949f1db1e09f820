/**
 * Runs the built application without Electron: `node src/standin/main.ts [folder] [switches]`, the folder it is called in
 * where none is named.
 * It reads `main` from package.json as Electron would, and gives it `electron` over a Chromium of this machine.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { configuration } from './configuration.ts';
import { app } from './electron/app.ts';
import { answerEvaluations } from './evaluation.ts';
import { installHooks } from './hooks.ts';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());

// Electron's own choice: a forgotten rejection is a warning, not the end of the application.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(`Unhandled rejection: ${reason instanceof Error ? reason.stack : String(reason)}\n`);
});

process.argv = [process.execPath, configuration.root, ...configuration.arguments];
// Whoever starts this program again does so with execPath, execArgv and a folder; on Electron execArgv is empty.
process.execArgv = [...process.execArgv, import.meta.filename];
installHooks();
answerEvaluations();

// Ready comes after the application has been evaluated, so one that waits for it at its top level hangs, as on Electron.
const alive = setInterval(() => undefined, 2 ** 30);
try {
  await import(pathToFileURL(join(configuration.root, configuration.manifest.main)).href);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
} finally {
  clearInterval(alive);
}
setImmediate(() => app.becomeReady());
