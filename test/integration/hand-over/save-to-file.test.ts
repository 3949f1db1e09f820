import {
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { saveProblem, saveToFile } from '../../../src/main/secrets/save-to-file.ts';

const content = Buffer.from('Zt4qAbCdEfGh12345678');
const refusedWith = (text: string) =>
  expect.objectContaining({
    info: { code: 'file', message: expect.stringContaining(text), hint: expect.any(String) },
  });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-save-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe('a new file', () => {
  test.each([0o000, 0o077, 0o177])('is for its owner alone with the mask %i', async (mask) => {
    const path = join(folder, 'key.secret');
    const before = process.umask(mask);
    try {
      await saveToFile(path, content);
    } finally {
      process.umask(before);
    }
    expect(await readFile(path)).toEqual(content);
    expect(await modeOf(path)).toBe(0o600);
  });

  test('that the disk has no room for is not left behind in part', async () => {
    const handle = await open(folder);
    const write = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'writeFile');
    await handle.close();
    write.mockRejectedValueOnce(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
    const saving = saveToFile(join(folder, 'key.secret'), content);
    await expect(saving).rejects.toEqual(refusedWith('The disk is full.'));
    write.mockRestore();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a file that is there', () => {
  test('is replaced as a whole, under new permissions', async () => {
    const path = join(folder, '.env');
    await writeFile(path, 'OLD=1\n');
    await chmod(path, 0o644);
    // Whoever has the old file open keeps reading the old content.
    const reader = await open(path);
    await saveToFile(path, content);
    expect((await reader.readFile()).toString()).toBe('OLD=1\n');
    await reader.close();
    expect(await readFile(path)).toEqual(content);
    expect(await modeOf(path)).toBe(0o600);
    expect(await readdir(folder)).toEqual(['.env']);
  });

  test('and is a link: the link is replaced, what it pointed to is left alone', async () => {
    const target = join(folder, 'shared');
    await writeFile(target, 'shared');
    await symlink(target, join(folder, 'link'));
    await saveToFile(join(folder, 'link'), content);
    expect(await readFile(target, 'utf8')).toBe('shared');
    expect(await modeOf(join(folder, 'link'))).toBe(0o600);
  });

  test('and is a folder: said so, nothing left beside it', async () => {
    await mkdir(join(folder, 'taken'));
    const saving = saveToFile(join(folder, 'taken'), content);
    await expect(saving).rejects.toEqual(refusedWith('There is a folder with the name “taken”.'));
    expect(await readdir(folder)).toEqual(['taken']);
  });
});

describe('what cannot be written', () => {
  test('a folder that is gone', async () => {
    const saving = saveToFile(join(folder, 'gone', 'key'), content);
    await expect(saving).rejects.toEqual(refusedWith('The folder “gone” is not there any more.'));
  });

  test('a name that is too long', async () => {
    const saving = saveToFile(join(folder, 'k'.repeat(300)), content);
    await expect(saving).rejects.toEqual(refusedWith('The name is too long.'));
  });

  // Root may write everywhere, and a read-only disk is not at hand: the sentences by the system's codes.
  test.each([
    ['EACCES', 'You may not write into the folder “desk”.'],
    ['EPERM', 'You may not write into the folder “desk”.'],
    ['EROFS', 'The folder “desk” can only be read.'],
    ['EDQUOT', 'The disk is full.'],
    ['EIO', 'The system refused it (EIO).'],
  ])('%s', (code, sentence) => {
    expect(saveProblem(Object.assign(new Error('x'), { code }), '/desk/key')).toEqual(refusedWith(sentence));
  });
});
