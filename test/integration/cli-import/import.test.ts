/** Sign-ins out of the Roboflow CLI's own file: real files, real sandbox, a keychain that can be looked into. */
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCliFile } from '../../../src/main/cli-import/read-file.ts';
import { rewriteCliFile } from '../../../src/main/cli-import/rewrite-file.ts';
import { openSecretStore } from '../../../src/main/secrets/open-secret-store.ts';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { FakeKeychain } from '../../unit/secrets/fake-keychain.ts';
import { type Core, openDesk, signInTo } from '../main/desk.ts';

const dead = 'KeyOfTheCliThatDiedLongAgo77';

let folder: string;
let home: string;
let file: string;
let keychain: FakeKeychain;
let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
let choice: string | null;

async function open() {
  desk = await openDesk({
    cliConfigFile: file,
    askWhichFile: async () => choice,
    openSecrets: () => openSecretStore({ env: {}, loadDriver: async () => keychain }),
    platformPorts: { sleep: async () => undefined },
  });
  core = desk.core;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'latchkey-cli-'));
  home = join(folder, 'home');
  file = join(home, 'config.json');
  await mkdir(home);
  keychain = new FakeKeychain();
  choice = null;
  await open();
});
afterEach(async () => {
  await desk.end();
  await rm(folder, { recursive: true, force: true });
});

const key = (slug: string) => signInTo(desk.sandbox, slug).credential;
const baseUrl = () => signInTo(desk.sandbox, 'acme-vision').baseUrl;

/** Acme and Northwind with their real keys, one whose key is dead, and fields that only the CLI knows. */
function config() {
  return {
    workspaces: {
      wsAcm3Vsn: { url: 'acme-vision', name: 'Acme Vision', apiKey: key('acme-vision'), plan: { seats: 4 } },
      wsN0rthWd: { url: 'northwind', name: 'Northwind', apiKey: key('northwind') },
      wsOld: { url: 'old-harbour', name: 'Old Harbour', apiKey: dead },
      wsBare: { url: 'bare', name: 'Bare' },
    },
    RF_WORKSPACE: 'northwind',
    future: ['kept'],
  };
}
const write = async (content: unknown, mode = 0o600) => {
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2), { mode });
  await chmod(file, mode);
};
const look = (place: 'standard' | 'chosen' = 'standard') => core.call('cliImport.look', { place });
const connect = (id: string, slug: string, address = baseUrl()) =>
  core.call('cliImport.connect', { place: 'standard', id, slug, baseUrl: address });
const removable = () => core.call('cliImport.removable', { place: 'standard' });
const removeKeys = (...ids: string[]) => core.call('cliImport.removeKeys', { place: 'standard', ids });
const info = (refused: Promise<unknown>) =>
  refused.then(
    () => expect.unreachable('it was not refused'),
    (thrown: { error: { code: string; message: string; hint?: string } }) => thrown.error,
  );
const read = async () => JSON.parse(await readFile(file, 'utf8')) as ReturnType<typeof config>;

describe('looking', () => {
  it('finds nothing where there is no file', async () => {
    expect(await look()).toBeNull();
    expect(await look('chosen')).toBeNull();
  });

  it('tells the workspaces with a key, the default first, and never a key', async () => {
    await write(config());
    const found = await look();
    expect(found).toEqual({
      path: file,
      warnings: [],
      problem: null,
      baseUrl: 'https://api.roboflow.com',
      workspaces: [
        { id: 'wsN0rthWd', slug: 'northwind', name: 'Northwind', isDefault: true },
        { id: 'wsAcm3Vsn', slug: 'acme-vision', name: 'Acme Vision', isDefault: false },
        { id: 'wsOld', slug: 'old-harbour', name: 'Old Harbour', isDefault: false },
      ],
      withoutKey: 1,
    });
    for (const secret of [dead, key('acme-vision')]) expect(JSON.stringify(found)).not.toContain(secret);
  });

  it.each([
    [0o644, /Every user of this computer can read it/],
    [0o640, /Other users of its group can read it/],
  ])('warns of a file with mode %o', async (mode, sentence) => {
    await write(config(), mode);
    expect((await look())?.warnings).toEqual([expect.stringMatching(sentence)]);
  });

  it('follows a link and says so', async () => {
    const real = join(folder, 'dotfiles.json');
    await writeFile(real, JSON.stringify(config()), { mode: 0o600 });
    await symlink(real, file);
    expect(await look()).toMatchObject({ problem: null, warnings: [`It is a link to ${real}.`] });
  });

  it.skipIf(process.getuid?.() !== 0)('warns of a file that somebody else owns', async () => {
    await write(config());
    execFileSync('chown', ['4242', file]);
    expect((await look())?.warnings).toEqual([expect.stringMatching(/belongs to another user/)]);
  });

  it.each([
    ['not JSON', () => write(`{"workspaces": {"w": {"apiKey": "${dead}"`), /not readable as JSON/],
    ['something else', () => write([dead]), /not a configuration of the Roboflow CLI/],
    ['without keys', () => write({ workspaces: {} }), /holds no key/],
    ['huge', () => write(`{"a": "${'x'.repeat(1_000_001)}"}`), /has 2 MB/],
    ['a folder', () => mkdir(file), /is a folder or a device/],
    ['a pipe', async () => void execFileSync('mkfifo', [file]), /is a folder or a device/],
    ['a link to nowhere', () => symlink(join(folder, 'nowhere'), file), /is a link to a file that is not/],
    ['a link to itself', () => symlink(file, file), /leads back to itself/],
  ])('where it is %s says so in a sentence, and repeats nothing of it', async (_what, make, sentence) => {
    await make();
    const found = await look();
    expect(found).toMatchObject({ workspaces: [], problem: { code: 'file' } });
    expect(found?.problem?.message).toMatch(sentence);
    expect(found?.problem?.hint).toBeTruthy();
    expect(JSON.stringify(found)).not.toContain(dead);
    expect(await scanForSecrets([desk.profile], [dead])).toEqual([]);
  });

  it('takes a file that is chosen by hand, and says where that is gone', async () => {
    choice = join(folder, 'backup.json');
    await writeFile(choice, JSON.stringify(config()), { mode: 0o600 });
    expect(await core.call('cliImport.choose', {})).toEqual({ chosen: true });
    expect(await look('chosen')).toMatchObject({ path: choice, problem: null });
    await rm(choice);
    expect((await look('chosen'))?.problem?.message).toMatch(/is not there any more/);
    choice = null;
    expect(await core.call('cliImport.choose', {})).toEqual({ chosen: false });
  });
});

describe('importing', () => {
  beforeEach(() => write(config()));

  it('checks each key with the platform and keeps it in the keychain; a dead one does not hold up the rest', async () => {
    expect(await connect('wsN0rthWd', 'northwind')).toEqual({ outcome: 'connected', keptIn: 'keychain' });
    expect(await info(connect('wsOld', 'old-harbour'))).toMatchObject({
      code: 'unauthorized',
      message: expect.stringContaining('did not accept this API key'),
    });
    expect(await connect('wsAcm3Vsn', 'acme-vision')).toEqual({ outcome: 'connected', keptIn: 'keychain' });
    const list = await core.call('workspaces.list', {});
    expect(list.map(({ position, slug }) => [position, slug])).toEqual([
      [1, 'northwind'],
      [2, 'acme-vision'],
    ]);
    expect([...keychain.items.values()]).toEqual(
      expect.arrayContaining([key('northwind'), key('acme-vision')]),
    );
    expect([...keychain.items.values()]).not.toContain(dead);
    await core.call('sync.now', { workspaceId: null });
    expect((await core.call('workspaces.list', {})).map(({ keyCount }) => keyCount)).toEqual([239, 348]);
    // The file is as it was, and nothing of it went anywhere else.
    expect(await read()).toEqual(config());
    const secrets = [dead, key('northwind'), key('acme-vision')];
    expect(await scanForSecrets([desk.profile], secrets)).toEqual([]);
  });

  it('leaves alone what is connected already', async () => {
    await core.call('connections.connect', signInTo(desk.sandbox, 'acme-vision'));
    expect(await connect('wsAcm3Vsn', 'acme-vision')).toMatchObject({ outcome: 'already' });
    expect(await core.call('connections.list', {})).toHaveLength(1);
  });

  it('refuses a key of another workspace than the file says, and stores nothing', async () => {
    const { workspaces } = config();
    await write({ workspaces: { w: { ...workspaces.wsAcm3Vsn, url: 'northwind' } } });
    expect(await info(connect('w', 'northwind'))).toMatchObject({
      code: 'wrong-workspace',
      message: expect.stringContaining('belongs to Acme Vision (acme-vision), and not to northwind'),
    });
    expect(await core.call('connections.list', {})).toEqual([]);
    expect(keychain.items.size).toBe(0);
  });

  it('refuses an entry that says something else by now', async () => {
    expect(await info(connect('wsAcm3Vsn', 'another'))).toMatchObject({
      code: 'file',
      message: 'The file was changed meanwhile.',
    });
    await rm(file);
    expect((await info(connect('wsAcm3Vsn', 'acme-vision'))).message).toMatch(/is not there any more/);
  });

  it.each([
    ['http://api.example.com', 'refused-url'],
    ['', 'bad-input'],
    ['http://127.0.0.1:9', 'offline'],
  ])('to %j is refused as in the connect form', async (address, code) => {
    expect(await info(connect('wsAcm3Vsn', 'acme-vision', address))).toMatchObject({
      code,
      field: 'baseUrl',
    });
  });
});

describe('taking keys out of the file', () => {
  beforeEach(() => write(config(), 0o640));

  it('takes out exactly what the keychain gives back, and keeps the rest of the file and its mode', async () => {
    await connect('wsAcm3Vsn', 'acme-vision');
    expect(await removable()).toEqual({ ids: ['wsAcm3Vsn'], reason: null });
    expect(await removeKeys('wsAcm3Vsn')).toEqual({ removed: 1 });
    const expected = config();
    Reflect.deleteProperty(expected.workspaces.wsAcm3Vsn, 'apiKey');
    expect(await readFile(file, 'utf8')).toBe(JSON.stringify(expected, null, 2));
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(home)).toEqual(['config.json']);
    expect((await look())?.workspaces.map(({ slug }) => slug)).toEqual(['northwind', 'old-harbour']);
    expect(await removable()).toEqual({ ids: [], reason: null });
  });

  it('keeps a link a link', async () => {
    const real = join(folder, 'dotfiles.json');
    await rm(file);
    await writeFile(real, JSON.stringify(config()), { mode: 0o600 });
    await symlink(real, file);
    await connect('wsAcm3Vsn', 'acme-vision');
    await removeKeys('wsAcm3Vsn');
    expect(await readFile(real, 'utf8')).not.toContain(key('acme-vision'));
    expect(await readFile(file, 'utf8')).toBe(await readFile(real, 'utf8'));
  });

  it.each(['wsOld', 'wsN0rthWd'])('never takes out %s, which the keychain does not have', async (id) => {
    await connect('wsAcm3Vsn', 'acme-vision');
    const before = await readFile(file, 'utf8');
    expect((await info(removeKeys('wsAcm3Vsn', id))).message).toMatch(
      /The keychain does not have the key of/,
    );
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('never takes out another key of a workspace that is connected', async () => {
    await connect('wsAcm3Vsn', 'acme-vision');
    const { workspaces, ...rest } = config();
    const other = { ...workspaces.wsAcm3Vsn, apiKey: 'AnotherKeyOfAcmeThatOnlyTheCliHas' };
    await write({ ...rest, workspaces: { ...workspaces, wsAcm3Vsn: other } });
    expect(await removable()).toEqual({ ids: [], reason: null });
    expect(await info(removeKeys('wsAcm3Vsn'))).toMatchObject({ code: 'file' });
  });

  it('takes nothing out once the keychain lost the key', async () => {
    await connect('wsAcm3Vsn', 'acme-vision');
    keychain.items.clear();
    expect(await info(removeKeys('wsAcm3Vsn'))).toMatchObject({ code: 'file' });
    expect((await read()).workspaces.wsAcm3Vsn.apiKey).toBe(key('acme-vision'));
  });

  it('refuses an entry that is gone by now', async () => {
    await connect('wsAcm3Vsn', 'acme-vision');
    expect((await info(removeKeys('wsAcm3Vsn', 'nobody'))).message).toMatch(/was changed meanwhile/);
  });

  it('leaves a file alone that the CLI wrote while it was looked at', async () => {
    const before = (await readCliFile(file, file)) ?? expect.unreachable();
    await write({ ...config(), RF_WORKSPACE: 'acme-vision' });
    await expect(rewriteCliFile(before, '{}', file)).rejects.toThrow(/was changed meanwhile/);
    expect((await read()).RF_WORKSPACE).toBe('acme-vision');
    expect(await readdir(home)).toEqual(['config.json']);
  });

  it.skipIf(process.getuid?.() === 0)(
    'says where the folder cannot be written, and the file is as it was',
    async () => {
      await connect('wsAcm3Vsn', 'acme-vision');
      const before = await readFile(file, 'utf8');
      await chmod(home, 0o500);
      expect((await info(removeKeys('wsAcm3Vsn'))).message).toMatch(/could not be replaced \(EACCES\)/);
      await chmod(home, 0o700);
      expect(await readFile(file, 'utf8')).toBe(before);
    },
  );
});

describe('without a keychain', () => {
  beforeEach(async () => {
    await desk.end();
    keychain.mode = 'absent';
    await open();
    await write(config());
  });

  it('keeps keys for this session, and never takes them out of the file', async () => {
    expect(await connect('wsAcm3Vsn', 'acme-vision')).toEqual({ outcome: 'connected', keptIn: 'session' });
    const { ids, reason } = await removable();
    expect(ids).toEqual([]);
    expect(reason).toMatch(/for this session only/);
    expect((await info(removeKeys('wsAcm3Vsn'))).message).toBe(reason);
    expect(await read()).toEqual(config());
    expect(await scanForSecrets([desk.profile], [key('acme-vision')])).toEqual([]);
  });
});
