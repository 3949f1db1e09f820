import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';

/** With quotes, a backslash, signs that addresses encode, and letters beyond ASCII. */
const planted = 'Zt4q/"9k\\+Äö=x&7 Wm';
const other = 'another-secret-that-is-nowhere';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-scan-'));
  await writeFile(join(folder, 'harmless.txt'), 'nothing to see');
});
afterEach(() => rm(folder, { recursive: true }));

const plant = (content: string | Uint8Array, name = 'file.bin') => writeFile(join(folder, name), content);
const scan = () => scanForSecrets([folder], [other, planted]);

describe('finds a planted secret', () => {
  const forms: Record<string, string | Buffer> = {
    'utf-8': `before ${planted} after`,
    'utf-16le': Buffer.from(`x${planted}`, 'utf16le'),
    'utf-16be': Buffer.from(`x${planted}`, 'utf16le').swap16(),
    hex: Buffer.from(planted).toString('hex'),
    'hex, upper case': Buffer.from(planted).toString('hex').toUpperCase(),
    'URL-encoded': `https://x.example/?api_key=${encodeURIComponent(planted)}&b=1`,
    'form-encoded': new URLSearchParams({ api_key: planted }).toString(),
    JSON: JSON.stringify({ key: planted }),
    'JSON in ASCII': '{"key":"Zt4q/\\"9k\\\\+\\u00c4\\u00f6=x&7 Wm"}',
    'JSON in JSON': JSON.stringify({ body: JSON.stringify({ key: planted }) }),
  };
  test.each(Object.entries(forms))('as %s', async (form, content) => {
    await plant(content);
    const findings = await scan();
    expect(findings).toContainEqual({
      file: join(folder, 'file.bin'),
      offset: expect.any(Number),
      form,
      secret: 1,
    });
    expect(findings.every(({ secret }) => secret === 1)).toBe(true);
  });

  test.each([0, 1, 2, 3, 4])('inside base64, with %i bytes before it', async (before) => {
    const text = Buffer.from(`${'b'.repeat(before)}${planted} and the rest`);
    await plant(text.toString('base64'), 'standard');
    await plant(text.toString('base64url'), 'url');
    const files = (await scan()).map(({ file }) => file);
    expect(files).toContain(join(folder, 'standard'));
    expect(files).toContain(join(folder, 'url'));
  });

  test('in a SQLite database, its write-ahead log included', async () => {
    const database = new Database(join(folder, 'latchkey.db'));
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE keys (name TEXT)');
    database.prepare('INSERT INTO keys VALUES (?)').run(planted);
    const open = await scan();
    database.close();
    const closed = await scan();
    expect(open.map(({ file }) => file)).toContain(join(folder, 'latchkey.db-wal'));
    expect(closed.map(({ file }) => file)).toContain(join(folder, 'latchkey.db'));
  });

  test('deep below, and across the seam of two pieces', async () => {
    const seam = 4 * 1024 * 1024;
    await mkdir(join(folder, 'a', 'b'), { recursive: true });
    const content = Buffer.alloc(seam + 1000, 'x');
    content.write(planted, seam - 5);
    await plant(content, join('a', 'b', 'big'));
    expect(await scan()).toEqual([
      { file: join(folder, 'a', 'b', 'big'), offset: seam - 5, form: 'utf-8', secret: 1 },
    ]);
  });
});

describe('finds nothing', () => {
  test('where nothing is', async () => {
    await plant(planted.slice(0, -1));
    expect(await scan()).toEqual([]);
  });

  test('in compressed content, which is the limit of a scan of bytes', async () => {
    await plant(gzipSync(planted.repeat(3)));
    expect(await scan()).toEqual([]);
  });

  test('behind links, which would lead out of the folders', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'latchkey-outside-'));
    await writeFile(join(outside, 'file'), planted);
    await symlink(outside, join(folder, 'link'));
    await symlink(join(outside, 'file'), join(folder, 'link-to-file'));
    expect(await scan()).toEqual([]);
    await rm(outside, { recursive: true });
  });
});

describe('refuses a scan that could not find anything', () => {
  test('without files, without folders, without secrets, with tiny ones', async () => {
    await mkdir(join(folder, 'empty'));
    await expect(scanForSecrets([join(folder, 'empty')], [planted])).rejects.toThrow('no file to look into');
    await expect(scanForSecrets([join(folder, 'missing')], [planted])).rejects.toThrow('ENOENT');
    await expect(scanForSecrets([folder], [])).rejects.toThrow('at least one secret');
    await expect(scanForSecrets([folder], ['short'])).rejects.toThrow('shorter than');
  });
});
