import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** What package.json says about the application that is run. */
interface Manifest {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
  readonly main: string;
}

export interface Configuration {
  /** The folder with the application's package.json, absolute. */
  readonly root: string;
  readonly manifest: Manifest;
  /** From `--user-data-dir`, else where Electron would keep it. */
  readonly userData: string;
  /** From `--remote-debugging-port`; 0 lets Chromium choose, undefined keeps every port closed. */
  readonly debuggingPort: number | undefined;
  readonly headless: boolean;
  /** Switches and arguments as the application sees them after executable and path. */
  readonly arguments: readonly string[];
}

const switchValue = (args: readonly string[], name: string) =>
  args.findLast((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

/** Electron's own rule for each system, without the application's name. */
export function appDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (platform === 'win32') return env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  return env.XDG_CONFIG_HOME || join(homedir(), '.config');
}

function parsePort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (text === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--remote-debugging-port must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

const hasDisplay = (env: NodeJS.ProcessEnv) =>
  process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Reads switches, environment and package.json.
 * Throws with one sentence when the folder holds no application or a switch makes no sense.
 */
function readConfiguration(argv: readonly string[], env: NodeJS.ProcessEnv, cwd: string): Configuration {
  const [first, ...others] = argv.slice(2);
  const isFolder = first !== undefined && !first.startsWith('-');
  const root = resolve(cwd, isFolder ? first : '.');
  const args = isFolder || first === undefined ? others : [first, ...others];
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Partial<Manifest>;
  const { name, main } = manifest;
  if (!name || !main) throw new Error(`${join(root, 'package.json')} needs "name" and "main".`);
  const version = manifest.version ?? '0.0.0';
  const userData = switchValue(args, 'user-data-dir');
  return {
    root,
    manifest: { ...manifest, name, main, version },
    userData: userData ? resolve(userData) : join(appDataFolder(env), manifest.productName ?? name),
    debuggingPort: parsePort(switchValue(args, 'remote-debugging-port')),
    headless: args.includes('--headless') || !hasDisplay(env),
    arguments: args,
  };
}

/** The one configuration of this process. */
export const configuration = readConfiguration(process.argv, process.env, process.cwd());
