/** The built-in worlds: what a newcomer finds in them. */
import { describe, expect, it } from 'vitest';
import { PUBLISHED_LEAVES } from '../../../src/sandbox/faces/roboflow/catalogue.ts';
import type { RoboflowKeySeed } from '../../../src/sandbox/faces/roboflow/world.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Profile, World } from '../../../src/sandbox/worlds/profile.ts';
import { profileNamed } from '../../../src/sandbox/worlds/profiles.ts';
import { callerOf } from './support/http.ts';

const NOW = new Date('2026-08-14T09:12:00Z');
const DAY = 86_400_000;

function profile(name: string): Profile {
  const found = profileNamed(name);
  if (!found) throw new Error(`There is no profile ${name}.`);
  return found;
}

const demo = profile('demo').world(NOW);
const roboflow = demo.roboflow.flatMap(({ keys }) => keys);
const plain = demo.workspaceKeys.workspaces.flatMap(({ keys }) => keys);

const [harbour] = demo.datatureVi;
const secret = demo.datatureVi.flatMap(({ keys }) => keys);

describe('demo', () => {
  it('has 687 keys in five organizations on three platforms', () => {
    const sizes = [...demo.roboflow, ...demo.workspaceKeys.workspaces, ...demo.datatureVi].map(
      ({ name, keys }) => [name, keys.length],
    );
    expect(sizes).toEqual([
      ['Acme Vision', 348],
      ['Northwind', 239],
      ['Orchard Labs', 54],
      ['Pixel Foundry', 22],
      ['Harbour CV', 24],
    ]);
    expect(roboflow.length + plain.length + secret.length).toBe(687);
  });

  it('is signed in to by one key for each Roboflow workspace and Datature organization and one token for the others', async () => {
    const sandbox = await startSandbox({ profile: 'demo', port: 0 });
    try {
      expect(sandbox.connections).toMatchObject([
        { platform: 'roboflow', workspaces: [{ slug: 'acme-vision', name: 'Acme Vision' }] },
        { platform: 'roboflow', workspaces: [{ slug: 'northwind', name: 'Northwind' }] },
        { platform: 'workspace-keys', workspaces: [{ slug: 'orchard-labs' }, { slug: 'pixel-foundry' }] },
        { platform: 'datature-vi', workspaces: [{ slug: harbour?.id, name: 'Harbour CV' }] },
      ]);
      const token = sandbox.connections[2];
      expect(
        await callerOf(token?.baseUrl ?? '')('GET', '/api/v1/me', { as: token?.credential }),
      ).toMatchObject({
        body: {
          email: 'maria@acme.example',
          workspaces: [
            { slug: 'orchard-labs', role: 'owner' },
            { slug: 'pixel-foundry', role: 'admin' },
          ],
        },
      });
    } finally {
      await sandbox.close();
    }
  });

  it.each(demo.roboflow.map((workspace) => [workspace.name, workspace] as const))(
    'the sign-in of %s is a full-access key in its list, called latchkey-admin',
    (_, { keys, signIn }) => {
      expect(keys.filter(({ secret }) => secret === signIn)).toMatchObject([
        { name: 'latchkey-admin', scopes: null, disabled: false, folderIds: [] },
      ]);
    },
  );

  it('has a Datature organization with pickers, signed in to by a full key that an owner made', () => {
    expect(harbour).toMatchObject({ name: 'Harbour CV', keyPermissions: true });
    const signIn = harbour?.keys.find(({ secret: value }) => value === harbour.signIn);
    expect(signIn).toMatchObject({ name: 'latchkey-admin', permission: 'full', access: { length: 3 } });
    expect(harbour?.members).toContainEqual({ email: signIn?.createdBy, role: 'owner' });
  });

  it('has secret keys of every permission and access, used minutes ago, days ago and never', () => {
    expect(new Set(secret.map(({ permission }) => permission)).size).toBe(4);
    expect(new Set(secret.flatMap(({ access }) => access)).size).toBe(3);
    expect(new Set(secret.map(({ name }) => name)).size).toBe(secret.length);
    const unused = secret.filter(({ lastUsedAt }) => lastUsedAt === null);
    expect(unused.length).toBeGreaterThanOrEqual(3);
    expect(unused.length).toBeLessThan(secret.length / 2);
    const idle = secret.flatMap(({ lastUsedAt }) =>
      lastUsedAt ? [NOW.getTime() - lastUsedAt.getTime()] : [],
    );
    expect(Math.min(...idle)).toBeGreaterThan(0);
    expect(Math.min(...idle)).toBeLessThan(DAY / 24);
    expect(Math.max(...idle)).toBeGreaterThan(7 * DAY);
    for (const { createdAt, lastUsedAt } of secret) {
      expect(lastUsedAt?.getTime() ?? Number.POSITIVE_INFINITY).toBeGreaterThan(createdAt.getTime());
    }
  });

  const special: [string, (key: RoboflowKeySeed) => boolean][] = [
    ['disabled', (key) => key.disabled],
    ['protected', (key) => key.protected],
    ['protected and disabled', (key) => key.protected && key.disabled],
    ['folder-restricted', (key) => key.folderIds.length > 0],
    ['deployment-backed', (key) => key.deployment !== null],
    ['full access', (key) => key.scopes === null],
    ['without abilities', (key) => key.scopes?.length === 0],
    ['with metadata', (key) => Object.keys(key.metadata).length > 0],
    ['in production by its metadata', (key) => key.metadata.env === 'production'],
    [
      'with a leaf the published list lacks',
      (key) => key.scopes?.some((s) => !PUBLISHED_LEAVES.includes(s)) ?? false,
    ],
  ];
  it.each(special)('has Roboflow keys that are %s, beside others that are not', (_, is) => {
    const count = roboflow.filter(is).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(roboflow.length);
  });

  it('says of most Roboflow keys, but not of all, what administrators noted about them', () => {
    const fields = roboflow.flatMap(({ metadata }) => (metadata.latchkey ? [String(metadata.latchkey)] : []));
    expect(fields.length).toBeGreaterThan(roboflow.length * 0.7);
    expect(fields.length).toBeLessThan(roboflow.length * 0.95);
    for (const field of fields) {
      const { version, environment, owner, changed } = JSON.parse(field);
      expect({ version, named: owner !== '' }).toEqual({ version: 1, named: true });
      expect(Object.keys(changed)).toContain('environment');
      expect(['production', 'staging', 'ci', 'development']).toContain(environment);
    }
  });

  it('tells of three years, never of the future, by several people', () => {
    const times = [
      ...roboflow.map(({ createdOn }) => createdOn),
      ...[...plain, ...secret].map(({ createdAt }) => createdAt),
    ].map(Number);
    expect(Math.max(...times)).toBeLessThan(NOW.getTime());
    expect(NOW.getTime() - Math.min(...times)).toBeGreaterThan(1_000 * DAY);
    expect(NOW.getTime() - Math.min(...times)).toBeLessThan(1_100 * DAY);
    expect(new Set(roboflow.map(({ createdBy }) => createdBy)).size).toBeGreaterThan(10);
  });

  it('keeps to its own contracts: published leaves, known folders, public keys with inference only', () => {
    for (const { keys, folders } of demo.roboflow) {
      const known = folders.map(({ id }) => id);
      expect(keys.flatMap(({ folderIds }) => folderIds).filter((id) => !known.includes(id))).toEqual([]);
      expect(new Set(keys.map(({ name }) => name)).size).toBe(keys.length);
    }
    const unlisted = new Set(
      roboflow.flatMap(({ scopes }) => scopes ?? []).filter((s) => !PUBLISHED_LEAVES.includes(s)),
    );
    expect([...unlisted]).toEqual(['dataset-health:read']);
    expect(plain.filter((key) => key.public && key.scopes.join() !== 'inference')).toEqual([]);
    expect(plain.some((key) => key.public)).toBe(true);
  });

  it('is the same on every start, but for the dates', () => {
    const dateless = (world: World) =>
      JSON.stringify(world, (field, value) =>
        (field.startsWith('created') && !field.endsWith('By')) || (field === 'lastUsedAt' && value !== null)
          ? null
          : field === 'latchkey'
            ? String(value).replace(/"changed":.*/, '')
            : value,
      );
    expect(JSON.stringify(profile('demo').world(NOW))).toBe(JSON.stringify(demo));
    const later = profile('demo').world(new Date('2029-02-28T23:59:00Z'));
    expect(sortedKeys(dateless(later))).toEqual(sortedKeys(dateless(demo)));
  });
});

/** Lists are in order of creation, which weekends can change by a day. */
function sortedKeys(world: string): string[] {
  return world
    .split(/(?=\{"(?:keyId|id)":"(?:k|key|sk)_)/)
    .map((part) => part.replace(/[\],}]*$/, ''))
    .toSorted();
}

describe('empty', () => {
  const empty = profile('empty').world(NOW);

  it('has one Roboflow workspace with the sign-in key alone', () => {
    expect(empty.roboflow).toMatchObject([
      { advancedKeys: true, keys: [{ name: 'latchkey-admin', scopes: null }] },
    ]);
  });

  it('has a token for two workspaces without keys', () => {
    expect(empty.workspaceKeys).toMatchObject({ tokens: [{}], workspaces: [{ keys: [] }, { keys: [] }] });
  });

  it('has a Datature organization without pickers, with the sign-in key alone', () => {
    expect(empty.datatureVi).toMatchObject([
      { keyPermissions: false, keys: [{ name: 'latchkey-admin', permission: 'full' }] },
    ]);
  });

  it('shares no credential with the demo', () => {
    const secrets = ({ roboflow: r, workspaceKeys: w, datatureVi: d }: World) => [
      ...[...r, ...d].map(({ signIn }) => signIn),
      ...w.tokens.map(({ token }) => token),
    ];
    expect(secrets(empty).filter((secret) => secrets(demo).includes(secret))).toEqual([]);
  });
});
