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

describe('demo', () => {
  it('has 687 keys in five organizations', () => {
    const sizes = [...demo.roboflow, ...demo.workspaceKeys.workspaces].map(({ name, keys }) => [
      name,
      keys.length,
    ]);
    expect(sizes).toEqual([
      ['Acme Vision', 348],
      ['Northwind', 239],
      ['Harbour CV', 24],
      ['Orchard Labs', 54],
      ['Pixel Foundry', 22],
    ]);
    expect(roboflow.length + plain.length).toBe(687);
  });

  it('is signed in to by one key for each Roboflow workspace and one token for the others', async () => {
    const sandbox = await startSandbox({ profile: 'demo', port: 0 });
    try {
      expect(sandbox.connections).toMatchObject([
        { platform: 'roboflow', workspaces: [{ slug: 'acme-vision', name: 'Acme Vision' }] },
        { platform: 'roboflow', workspaces: [{ slug: 'northwind', name: 'Northwind' }] },
        { platform: 'roboflow', workspaces: [{ slug: 'harbour-cv', name: 'Harbour CV' }] },
        { platform: 'workspace-keys', workspaces: [{ slug: 'orchard-labs' }, { slug: 'pixel-foundry' }] },
      ]);
      const token = sandbox.connections[3];
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

  it('holds full access only where the plan has no Advanced API Keys', () => {
    const harbour = demo.roboflow.find(({ slug }) => slug === 'harbour-cv');
    expect(harbour?.advancedKeys).toBe(false);
    expect(harbour?.keys.every(({ scopes, disabled }) => scopes === null && !disabled)).toBe(true);
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
      ...plain.map(({ createdAt }) => createdAt),
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
        field.startsWith('created') && !field.endsWith('By')
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
    .split(/(?=\{"(?:keyId|id)":"(?:k|key)_)/)
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

  it('shares no credential with the demo', () => {
    const secrets = ({ roboflow: r, workspaceKeys: w }: World) => [
      ...r.map(({ signIn }) => signIn),
      ...w.tokens.map(({ token }) => token),
    ];
    expect(secrets(empty).filter((secret) => secrets(demo).includes(secret))).toEqual([]);
  });
});
