/** A whole application core in a process of its own, which makes the changes it is told to until it is killed. */
import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { type Grant, listedScopes } from '#shared/domain/grant.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { startServices } from '../../../src/main/services.ts';
import { seededRandom } from '../../../src/sandbox/core/random.ts';
import { type Change, countOf, type Point, storeWindows } from './points.ts';
import { portsToKill } from './ports.ts';

/** What the parent sends when it wants the desk to begin. */
export type Orders = {
  seed: string;
  /** Part of every name, since names must not come twice. */
  number: number;
  point: Point;
  profile: string;
  /** By connection. */
  credentials: Record<string, string>;
};

// Only a process that ends by itself would do it.
flushCompileCache();
// Loaded beforehand, so that starting takes no time when it is wanted.
const [orders] = (await once(process, 'message')) as [Orders];
const { seed, number, point, profile, credentials } = orders;
if (storeWindows.has(point.window)) {
  process.env.LATCHKEY_KILL_POINT = JSON.stringify({ window: point.window, intents: countOf(point) });
}

const services = await startServices(portsToKill(profile, credentials, 'stopping-store'));
const call = services.handlers;
const random = seededRandom(`desk ${seed} ${number}`);

async function keysIn(slugs: readonly string[]): Promise<KeyRow[]> {
  const ids = (await call['workspaces.list']({})).filter(({ slug }) => slugs.includes(slug));
  const query = { search: '', workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
  const { rows } = await call['inventory.rows']({ query, offset: 0, limit: 200 });
  return rows.filter(
    ({ workspaceId, name, status }) =>
      ids.some(({ id }) => id === workspaceId) &&
      (status === 'active' || status === 'disabled') &&
      /^(line|grader|tile|made|renamed)-/.test(name),
  );
}

const everywhere = ['cobalt-works', 'ridge-optics', 'tern-maps'];
const leaves = ['image:create', 'image:read', 'image:tag', 'model:infer', 'project:read', 'version:read'];

/** Half of the time one with metadata, which is what a roll can lose. */
async function keyToRoll(withMetadata: boolean): Promise<string> {
  const keys = await keysIn(['cobalt-works']);
  const details = await Promise.all(keys.map(({ id: keyId }) => call['inventory.key']({ keyId })));
  const fitting = details.filter(({ metadata }) => !withMetadata || Object.keys(metadata).length > 0);
  return random.pick(fitting).id;
}

/** Each makes exactly one intent, but `restore` two: the point is found by counting them. */
const make: Readonly<Record<Change, (name: string) => Promise<unknown>>> = {
  async create(name) {
    const workspaces = await call['workspaces.list']({});
    const workspace = random.pick(workspaces.filter(({ slug }) => everywhere.includes(slug)));
    const grant: Grant =
      workspace.platform === 'roboflow'
        ? { platform: 'roboflow', scopes: ['model:infer'] }
        : { platform: 'workspace-keys', scopes: ['inference'], public: false };
    const { handOverId } = await call['keys.create']({
      workspaceId: workspace.id,
      name: `made-${name}`,
      environment: 'staging',
      grant,
    });
    await call['handOver.finish']({ handOverId, unneeded: true });
  },
  async rename(name) {
    const { id: keyId, name: expected } = random.pick(await keysIn(everywhere));
    await call['keys.rename']({ keyId, name: `renamed-${name}`, expected });
  },
  async 'edit-scope'() {
    const { id: keyId, grant: expected } = random.pick(await keysIn(['cobalt-works']));
    const has = new Set(listedScopes(expected));
    const leaf = random.pick(leaves);
    const scopes = leaves.filter((each) => (each === leaf) !== has.has(each));
    await call['keys.editGrant']({ keyId, grant: { platform: 'roboflow', scopes }, expected });
  },
  async disable() {
    const { id: keyId, status } = random.pick(await keysIn(['cobalt-works']));
    await call['keys.setDisabled']({ keyId, disabled: status !== 'disabled' });
  },
  async delete() {
    const { id: keyId } = random.pick(await keysIn(everywhere));
    await call['keys.delete']({ keyId });
  },
  async roll() {
    await call['keys.roll']({ keyId: await keyToRoll(random.chance(0.5)) });
  },
  async restore() {
    await call['keys.roll']({ keyId: await keyToRoll(true) });
    // The metadata follows by itself, and here its process ends.
    await new Promise(() => undefined);
  },
};

for (const [at, change] of point.changes.entries()) await make[change](`${number}-${at}`);
process.stdout.write('not stopped\n');
