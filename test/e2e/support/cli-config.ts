/** A home folder with a configuration of the Roboflow CLI in it, as the CLI itself would have written it. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { startSandbox } from '../../../src/sandbox/server.ts';
import { signInTo } from './app.ts';

/** A key that no platform knows any more. */
export const deadKey = 'KeyOfTheCliThatDiedLongAgo77';

export function cliConfig(sandbox: Awaited<ReturnType<typeof startSandbox>>) {
  const key = (slug: string) => signInTo(sandbox, slug).credential;
  return {
    workspaces: {
      wsAcm3Vsn: { url: 'acme-vision', name: 'Acme Vision', apiKey: key('acme-vision') },
      wsN0rthWd: { url: 'northwind', name: 'Northwind', apiKey: key('northwind') },
      wsOldHrbr: { url: 'old-harbour', name: 'Old Harbour', apiKey: deadKey },
    },
    RF_WORKSPACE: 'northwind',
    ROBOFLOW_REGION: 'us',
  };
}

/** Answers the file's path and the environment in which it is found. */
export async function homeWithCli(folder: string, config: object, mode = 0o600) {
  const home = join(folder, 'home');
  const file = join(home, '.config', 'roboflow', 'config.json');
  await mkdir(join(home, '.config', 'roboflow'), { recursive: true });
  await writeFile(file, JSON.stringify(config, null, 2));
  await chmod(file, mode);
  return { file, env: { HOME: home, ROBOFLOW_CONFIG_DIR: undefined } };
}
