/** Runs the sandbox as a process of its own, which ends with the application. */
import { mkdirSync } from 'node:fs';
import { type UtilityProcess, utilityProcess } from 'electron';
import { type SandboxLauncher, type SandboxReady, sandboxReadySchema } from '../explore/launcher.ts';
import { AppError } from '../system/app-error.ts';

/** `script`: the bundled sandbox. `dataFolder` keeps its world between starts. */
export function createSandboxLauncher(script: string, dataFolder: string): SandboxLauncher {
  let running: { process: UtilityProcess; ready: Promise<SandboxReady> } | null = null;

  return {
    launch() {
      running ??= start();
      return running.ready;
    },
    stop() {
      running?.process.kill();
      running = null;
    },
  };

  function start() {
    mkdirSync(dataFolder, { recursive: true });
    const args = ['--profile', 'demo', '--port', '0', '--data', dataFolder];
    const process = utilityProcess.fork(script, args, { serviceName: 'Latchkey sandbox', stdio: 'ignore' });
    const ready = new Promise<SandboxReady>((resolve, reject) => {
      process.on('message', (message: unknown) => {
        const parsed = sandboxReadySchema.safeParse(message);
        if (parsed.success) resolve(parsed.data);
      });
      process.once('exit', (code) => {
        running = null;
        reject(
          new AppError({
            code: 'sandbox',
            message: `The sandbox stopped before it was ready (exit code ${code}).`,
            hint: 'Try once more.',
          }),
        );
      });
    });
    // Whoever launched hears of a failure; without this, one that nobody waits for any more would end the application.
    ready.catch(() => undefined);
    return { process, ready };
  }
}
