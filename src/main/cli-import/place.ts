/** Where the Roboflow CLI keeps its configuration. */
import { posix, win32 } from 'node:path';

type Machine = {
  system: NodeJS.Platform;
  home: string;
  env: Readonly<Record<string, string | undefined>>;
};

/** `ROBOFLOW_CONFIG_DIR` names the file itself, whatever its own name says; the CLI reads it so too. */
export function cliConfigFile({ system, home, env }: Machine): string {
  const { ROBOFLOW_CONFIG_DIR: named, USERPROFILE: profile } = env;
  if (named) return named;
  return system === 'win32'
    ? win32.join(profile || home, 'roboflow', 'config.json')
    : posix.join(home, '.config', 'roboflow', 'config.json');
}

/** A path as people write it. */
export function shortPath(path: string, home: string): string {
  const below = path.slice(home.length);
  return home !== '' && path.startsWith(home) && /^[\\/]/.test(below) ? `~${below}` : path;
}
