/** The folders that the application may ask for, as Electron names them. */
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { App } from 'electron';
import { appDataFolder, configuration } from '../configuration.ts';
import { missing } from './named.ts';

type PathName = Parameters<App['getPath']>[0];

const set = new Map<string, string>([['userData', configuration.userData]]);

const DEFAULTS: Partial<Record<PathName, () => string>> = {
  home: homedir,
  temp: tmpdir,
  appData: () => appDataFolder(process.env),
  sessionData: () => getPath('userData'),
  logs: () => join(getPath('userData'), 'logs'),
  downloads: () => join(homedir(), 'Downloads'),
  documents: () => join(homedir(), 'Documents'),
  desktop: () => join(homedir(), 'Desktop'),
  exe: () => process.execPath,
};

/** Throws by name for a folder that the stand-in does not know. */
export function getPath(name: PathName): string {
  const path = set.get(name) ?? DEFAULTS[name]?.();
  if (path === undefined) throw missing(`electron.app.getPath('${name}')`);
  return path;
}

/** Throws for a relative path, as Electron does. */
export function setPath(name: string, path: string): void {
  if (!isAbsolute(path)) throw new Error('Path must be absolute');
  set.set(name, path);
}
