/** The set-up's own judgement: is the install the right one, whose turn is it, what can show a window. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fits } from '../../build/scripts/setup/install.mjs';
import { withLock } from '../../build/scripts/setup/lock.mjs';
import { type Finders, findWindow, searchOrder } from '../../build/scripts/setup/window.mjs';

describe('an existing install', () => {
  const entry = { version: '1.0.0', integrity: 'sha512-a' };
  const wanted = {
    packages: { '': {}, 'node_modules/a': entry, 'node_modules/b': { ...entry, optional: true } },
  };

  it('is accepted when it is what the lock file says', () => {
    expect(fits(wanted, { packages: { 'node_modules/a': entry, 'node_modules/b': entry } })).toBe(true);
  });

  it('is accepted without an optional package', () => {
    expect(fits(wanted, { packages: { 'node_modules/a': entry } })).toBe(true);
  });

  const wrong = {
    'a missing package': { 'node_modules/b': entry },
    'another version': { 'node_modules/a': { ...entry, version: '1.0.1' } },
    'the same version with other content': { 'node_modules/a': { ...entry, integrity: 'sha512-b' } },
    'a package that nobody asked for': { 'node_modules/a': entry, 'node_modules/c': entry },
    'an optional package in another version': {
      'node_modules/a': entry,
      'node_modules/b': { ...entry, version: '0.9.0' },
    },
    'nothing at all': {},
  };
  for (const [what, packages] of Object.entries(wrong)) {
    it(`is refused for ${what}`, () => {
      expect(fits(wanted, { packages })).toBe(false);
    });
  }
});

describe('the set-up lock', () => {
  let folder = '';
  let lock = '';

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-lock-'));
    lock = path.join(folder, 'lock');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const leaveLock = async (pid: number) => {
    await mkdir(lock);
    await writeFile(path.join(lock, 'pid'), String(pid));
  };

  /** A process id that belonged to a process and does not any more. */
  const deadPid = async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(child, 'exit');
    return child.pid ?? 0;
  };

  it('names its owner while it is held, and is gone afterwards', async () => {
    const owner = await withLock(lock, () => readFile(path.join(lock, 'pid'), 'utf8'));
    expect(owner).toBe(String(process.pid));
    await expect(readFile(path.join(lock, 'pid'))).rejects.toThrow('ENOENT');
  });

  it('is given back when the work fails', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    expect(await withLock(lock, async () => 'again')).toBe('again');
  });

  it('is taken over from a process that has died', async () => {
    await leaveLock(await deadPid());
    expect(await withLock(lock, async () => 'mine', { poll: 1 })).toBe('mine');
  });

  it('waits for a living owner and says for whom', async () => {
    const owner = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await leaveLock(owner.pid ?? 0);
    const waitedFor: number[] = [];
    const result = await withLock(lock, async () => 'after it', {
      poll: 1,
      onWait: (pid: number) => {
        waitedFor.push(pid);
        owner.stdin?.end();
      },
    });
    expect(result).toBe('after it');
    expect(waitedFor).toEqual([owner.pid]);
  });

  it('never lets two in, however many come at once', async () => {
    await leaveLock(await deadPid());
    const script = `
      import { appendFile } from 'node:fs/promises';
      import { withLock } from ${JSON.stringify(path.resolve(import.meta.dirname, '../../build/scripts/setup/lock.mjs'))};
      const [lock, file] = process.argv.slice(1);
      await withLock(lock, async () => {
        await appendFile(file, 'in ');
        await appendFile(file, 'out ');
      }, { poll: 1 });`;
    const file = path.join(folder, 'journal');
    const args = ['--input-type=module', '-e', script, lock, file];
    const all = Array.from({ length: 6 }, () => spawn(process.execPath, args, { stdio: 'ignore' }));
    const codes = await Promise.all(all.map(async (child) => (await once(child, 'exit'))[0]));
    expect(codes).toEqual(Array(6).fill(0));
    expect(await readFile(file, 'utf8')).toBe('in out '.repeat(6));
  });
});

describe('the search for a window', () => {
  /** Finders that record who was asked; `found` has something. */
  const finders = (found: string | undefined) => {
    const asked: string[] = [];
    const finder = (name: string) => () => {
      asked.push(name);
      return name === found ? `/bin/${name}` : undefined;
    };
    const all = Object.fromEntries(searchOrder.map((name) => [name, finder(name)]));
    return { asked, all: all as Finders };
  };

  it('asks for Electron first, and fetches a browser only when none is there', () => {
    expect(searchOrder).toEqual([
      'electron',
      'electronDownload',
      'chromium',
      'playwright',
      'apt',
      'playwrightDownload',
    ]);
  });

  it('stops at the first that is there', async () => {
    const { asked, all } = finders('chromium');
    expect(await findWindow(all)).toBe('/bin/chromium');
    expect(asked).toEqual(['electron', 'electronDownload', 'chromium']);
  });

  it('gives nothing when every way has failed', async () => {
    const { asked, all } = finders(undefined);
    expect(await findWindow(all)).toBeUndefined();
    expect(asked).toEqual([...searchOrder]);
  });
});
