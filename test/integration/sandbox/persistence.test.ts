/** The data folder: the world outlives a restart, and holds hashes only. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { callerOf, roboflowKeys, secretKeys, workspaceKeys } from './support/http.ts';
import { credentials, organizations, testProfile } from './support/test-world.ts';

let root: string;
let dataDir: string;
let running: Sandbox[] = [];

async function start(profile: string | typeof testProfile = 'demo', port = 0): Promise<Sandbox> {
  const sandbox = await startSandbox({ profile, port, dataDir });
  running.push(sandbox);
  return sandbox;
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'latchkey-sandbox-test-'));
  dataDir = root;
});

afterEach(async () => {
  await Promise.all(running.map((sandbox) => sandbox.close()));
  running = [];
  await rm(root, { recursive: true, force: true });
});

/** Which of `secrets` stand anywhere in the files under `folder`, in raw bytes. */
async function secretsIn(folder: string, secrets: readonly string[]): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  );
  expect(contents.length).toBeGreaterThan(0);
  return secrets.filter((secret) => contents.some((content) => content.includes(secret)));
}

describe('a restart on the same folder', () => {
  it('keeps the world as it was, and the sign-ins work', async () => {
    const first = await start();
    const before = await inventory(first);
    const [acme] = first.connections;
    if (!acme) throw new Error('The demo has no connection.');
    const keys = roboflowKeys(callerOf(acme.baseUrl), 'acme-vision', acme.credential);
    const made = await keys.create({ name: 'made before the restart', scopes: ['model:infer'] });
    await first.close();

    const second = await start();
    const addresses = (sandbox: Sandbox) =>
      sandbox.connections.map(({ baseUrl, ...rest }) => ({
        ...rest,
        path: baseUrl.replace(sandbox.url, ''),
      }));
    expect(addresses(second)).toEqual(addresses(first));
    expect(await inventory(second)).toBe(before + 1);
    const infer = callerOf(`${second.url}/roboflow`);
    expect(await infer('POST', '/infer/parts/1', { as: made.key })).toMatchObject({ status: 200 });
  });

  it('does not bring back what was deleted', async () => {
    const first = await start(testProfile);
    const gone = await roboflowKeys(callerOf(`${first.url}/roboflow`), 'alpha', credentials.alpha).create();
    await roboflowKeys(callerOf(`${first.url}/roboflow`), 'alpha', credentials.alpha).remove(gone.keyId);
    await first.close();
    const second = await start(testProfile);
    expect(await callerOf(`${second.url}/roboflow`)('GET', '/', { as: gone.key })).toMatchObject({
      status: 401,
    });
  });

  it('remembers idempotency keys', async () => {
    const post = (sandbox: Sandbox) =>
      callerOf(`${sandbox.url}/workspace-keys/api/v1`)('POST', '/workspaces/grove/keys', {
        as: credentials.owner,
        json: { name: 'once', scopes: ['project'] },
        headers: { 'idempotency-key': 'across' },
      });
    const first = await start(testProfile);
    expect(await post(first)).toMatchObject({ status: 201 });
    await first.close();
    expect(await post(await start(testProfile))).toMatchObject({ status: 200, body: { replayed: true } });
  });
});

describe('the folder holds hashes only', () => {
  it('no sign-in and no new secret, while it runs and afterwards', async () => {
    const sandbox = await start(testProfile);
    const robo = roboflowKeys(callerOf(`${sandbox.url}/roboflow`), 'alpha', credentials.alpha);
    const plain = workspaceKeys(callerOf(`${sandbox.url}/workspace-keys/api/v1`), 'grove', credentials.owner);
    const vi = secretKeys(
      callerOf(`${sandbox.url}/datature-vi/vi/v1`),
      organizations.reef,
      credentials.reefOwner,
    );
    const secrets = [
      ...Object.values(credentials),
      (await robo.create({ name: 'kept' })).key,
      (await plain.create({ name: 'kept', scopes: ['project'] })).secret,
      (await vi.create({ name: 'kept' })).secret,
    ];
    expect(await secretsIn(dataDir, secrets)).toEqual([]);
    await sandbox.close();
    expect(await secretsIn(dataDir, secrets)).toEqual([]);
  });

  it('not even those of the demo world', async () => {
    const sandbox = await start();
    expect(
      await secretsIn(
        dataDir,
        sandbox.connections.map(({ credential }) => credential),
      ),
    ).toEqual([]);
  });

  it('and the same look finds a secret that was planted as a name', async () => {
    const planted = 'PlantedSecret0000001';
    const sandbox = await start(testProfile);
    const robo = roboflowKeys(callerOf(`${sandbox.url}/roboflow`), 'alpha', credentials.alpha);
    const { keyId } = await robo.create({ name: planted });
    expect(await secretsIn(dataDir, [planted])).toEqual([planted]);
    await robo.remove(keyId);
    await sandbox.close();
    expect(await secretsIn(dataDir, [planted])).toEqual([]);
  });
});

describe('a folder or port that cannot be used is refused with the reason', () => {
  it('a file in place of the folder', async () => {
    dataDir = join(root, 'file');
    await writeFile(dataDir, '');
    await expect(start()).rejects.toMatchObject({
      code: 'data-folder',
      message: expect.stringContaining('not a folder'),
    });
  });

  it('a file in it that is not a database', async () => {
    await writeFile(join(dataDir, 'sandbox.sqlite'), 'not a database, but long enough to look at its header');
    await expect(start()).rejects.toMatchObject({
      code: 'data-folder',
      message: expect.stringContaining('not a database'),
    });
    expect(await readFile(join(dataDir, 'sandbox.sqlite'), 'utf8')).toContain('not a database');
  });

  it('another profile in it', async () => {
    await (await start('empty')).close();
    await expect(start('demo')).rejects.toMatchObject({
      code: 'data-folder',
      message: expect.stringContaining('"empty"'),
    });
  });

  it('another sandbox on it', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({
      code: 'data-folder',
      message: expect.stringContaining('another sandbox'),
    });
  });

  it('a port that is in use; the folder is free again afterwards', async () => {
    const other = await startSandbox({ profile: 'empty', port: 0 });
    running.push(other);
    const port = Number(new URL(other.url).port);
    await expect(start('demo', port)).rejects.toMatchObject({
      code: 'port-unavailable',
      message: expect.stringContaining(`${port} is in use`),
    });
    expect(await inventory(await start())).toBe(687);
  });

  it('an unknown profile, with the ones there are', async () => {
    await expect(start('hugo')).rejects.toMatchObject({
      code: 'unknown-profile',
      message: expect.stringContaining('demo, empty'),
    });
  });
});

it('a folder that does not exist yet is made', async () => {
  dataDir = join(root, 'a', 'b');
  await start('empty');
  expect((await stat(join(dataDir, 'sandbox.sqlite'))).isFile()).toBe(true);
});

const LISTS: Readonly<Record<string, (slug: string) => string>> = {
  roboflow: (slug) => `/${slug}/api-keys?includeDisabled=true`,
  'workspace-keys': (slug) => `/api/v1/workspaces/${slug}/keys?limit=500`,
  'datature-vi': (id) => `/vi/v1/organizations/${id}/secret-keys`,
};

/** How many keys there are behind all connections. */
async function inventory({ connections }: Sandbox): Promise<number> {
  let total = 0;
  for (const { platform, baseUrl, credential, workspaces } of connections) {
    for (const { slug } of workspaces) {
      const { body } = await callerOf(baseUrl)('GET', LISTS[platform]?.(slug) ?? '', { as: credential });
      const { apiKeys, keys, items } = body as Record<string, unknown[] | undefined>;
      total += (apiKeys ?? keys ?? items ?? []).length;
    }
  }
  return total;
}
