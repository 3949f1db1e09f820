/** A world of its own in which one desk after the other is killed while it rotates a key. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { expect, onTestFinished } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { scanForSecrets } from '../../../support/scan-for-secrets.ts';
import { openIntents, quickCheck } from '../../kill/intents.ts';
import { rememberedSignIns } from '../../kill/ports.ts';
import { type Core, everyKey, startCore } from '../../main/desk.ts';
import {
  folders,
  organizations,
  credentials as signIns,
  testProfile,
} from '../../sandbox/support/test-world.ts';
import { platformIds } from '../desk.ts';
import { type Rotation, watchRotation } from './at-the-platform.ts';
import type { Orders, Word } from './desk-to-kill.ts';
import { drive } from './drive.ts';
import type { Point } from './points.ts';
import { createTime } from './time.ts';
import { openCountingWire } from './wire.ts';

const places: Readonly<
  Record<PlatformId, { credential: string; slug: string; grant: Grant; more?: object }>
> = {
  roboflow: {
    credential: signIns.alpha,
    slug: 'alpha',
    grant: { platform: 'roboflow', scopes: ['image:create', 'model:infer'] },
    more: { folderIds: [folders.north], metadata: { cost: '42' } },
  },
  'datature-vi': {
    credential: signIns.reefOwner,
    slug: organizations.reef,
    grant: { platform: 'datature-vi', access: ['dataset', 'training'], permission: 'full' },
  },
  'workspace-keys': {
    credential: signIns.admin,
    slug: 'grove',
    grant: { platform: 'workspace-keys', scopes: ['project'], public: false },
  },
};
type Key = Pick<KeyDetail, 'id' | 'platform' | 'remoteId' | 'workspaceId'>;
/** Of each platform; the last of them has consumers. */
const names = ['press-1', 'press-2', 'press-3'];
/** How many of a kind the first run is taken to have, until one has been counted. */
const guessed = { store: 20, write: 2, read: 8 };

export async function openLane(laneSeed: string) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-killed-run-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const profile = join(folder, 'profile');
  const file = join(profile, 'latchkey.db');
  const time = createTime(0);
  let days = 0;
  const sandbox = await startSandbox({
    profile: testProfile,
    port: 0,
    dataDir: join(folder, 'sandbox'),
    requestsPerMinute: 1_000_000,
    clock: time.clock,
  });
  onTestFinished(() => sandbox.close());
  let rotation: Rotation | null = null;
  /** What was not sound, and when: a wire must not fail by throwing. */
  const unsound: unknown[] = [];
  const wire = await openCountingWire(sandbox.url, async () => {
    await rotation?.expectSound().catch((error: unknown) => unsound.push(error));
  });
  onTestFinished(() => wire.close());
  const counted = new Map<string, Record<Point['moment'], number>>();
  const credentials: Record<string, string> = {};
  let keys: Key[] = [];
  /** Runs of points before. */
  const over = new Set<string>();

  async function start(): Promise<Core> {
    const { clock, timer } = time;
    return startCore(profile, { clock, timer, openSecrets: () => rememberedSignIns(credentials) });
  }

  function pass(more: number): void {
    days += more;
    time.add(more);
  }

  async function keysIn(core: Core): Promise<Key[]> {
    const { rows } = await core.call('inventory.rows', { query: everyKey, offset: 0, limit: 200 });
    const mine = rows.filter(({ name, status }) => name.startsWith('press-') && status === 'active');
    const details = await Promise.all(mine.map(({ id: keyId }) => core.call('inventory.key', { keyId })));
    return details.map(({ id, platform, remoteId, workspaceId }) => ({
      id,
      platform,
      remoteId,
      workspaceId,
    }));
  }

  async function setUp(): Promise<void> {
    const core = await start();
    for (const platform of platformIds) {
      const { credential, slug, grant, more } = places[platform];
      const known = sandbox.connections.find(({ workspaces }) =>
        workspaces.some((each) => each.slug === slug),
      );
      const { connectionId, workspaceIds } = await core.call('connections.connect', {
        platform,
        baseUrl: known?.baseUrl.replace(sandbox.url, wire.url),
        credential,
        ...(platform === 'datature-vi' && { organizationId: slug }),
      });
      credentials[connectionId] = credential;
      const [workspaceId] = workspaceIds;
      for (const name of names) {
        const key = { workspaceId, name, environment: 'production', owner: 'Ana', grant, ...more };
        const consumers = name === names.at(-1) ? ['line 7', 'line 8'] : [];
        const { handOverId } = await core.call('keys.create', { ...key, consumers });
        await core.call('handOver.finish', { handOverId, unneeded: true });
      }
    }
    keys = await keysIn(core);
    await core.close();
  }

  /** Kills a desk at the point, or lets it come to its end and counts where it was guessed wrong; false for the latter. */
  async function killAt(desk: ChildProcess, point: Point, key: Key, name: string): Promise<boolean> {
    const { platform, script, moment, side } = point;
    const kind = `${platform} ${script}`;
    const at = 1 + Math.floor(point.far * (counted.get(kind) ?? guessed)[moment]);
    const stopped = Promise.withResolvers<string>();
    const said: string[] = [];
    createInterface({ input: desk.stdout as Readable }).on('line', (line) => {
      const store = /^counted (\d+)$/.exec(line)?.[1];
      if (store !== undefined) counted.set(kind, { ...wire.counts, store: Number(store) });
      else stopped.resolve(line);
    });
    createInterface({ input: desk.stderr as Readable }).on('line', (line) => said.push(line));
    desk.once('exit', () => stopped.resolve(`ended by itself: ${said.join('\n')}`));
    desk.on('message', ({ days: more }: Word) => {
      pass(more);
      desk.send({});
    });
    wire.arm(moment === 'store' ? null : { ...point, moment, at, reached: () => stopped.resolve('stands') });
    desk.send({
      profile,
      credentials,
      keyId: key.id,
      script,
      days,
      stand: moment === 'store' ? { at, side } : null,
    } satisfies Orders);
    const how = await stopped.promise;
    expect(['stands', 'not stopped'], `${name}: ${how}`).toContain(how);
    desk.kill('SIGKILL');
    if (desk.signalCode === null && desk.exitCode === null) await once(desk, 'exit');
    await wire.disarm();
    expect(unsound, name).toEqual([]);
    await rotation?.expectSound();
    return how === 'stands';
  }

  /** A start on what was left, as a person would make it, who then finishes the run or takes it back. */
  async function check(core: Core, point: Point, key: Key, name: string): Promise<void> {
    core.services.begin(false);
    await core.call('sync.now', { workspaceId: key.workspaceId });
    const { ghosts, waiting } = await core.call('ghostKeys.list', {});
    expect({ ghosts, waiting }, name).toEqual({ ghosts: [], waiting: [] });
    const { run } = await core.call('runs.ofKey', { keyId: key.id });
    // Never entered; what is found then is the run that made this key, or one of it that was taken back before.
    if (run?.old.remoteId !== key.remoteId || over.has(run.id)) return rotation?.expectUntouched();
    over.add(run.id);
    const takesBack = run.endedAt === null && point.wants === 'take back' && !isGone(run);
    const takenBack = takesBack && (await takeBack(core, run.id));
    const driven = {
      call: core.services.handlers,
      wait(more: number) {
        pass(more);
        return time.ring();
      },
    };
    const ended = await drive(driven, run.id, point.script === 'bin' ? 'bin' : 'straight');
    const goesOn = point.wants === 'carry on' && (point.script === 'straight' || point.script === 'bin');
    if (takenBack || goesOn) expect(ended.state, name).toBe(takenBack ? 'cancelled' : 'done');
    if (ended.state === 'done') await rotation?.expectReplaced();
    else await rotation?.expectUntouched();
  }

  /** False where it went on by itself meanwhile, and had come too far before it could be asked for. */
  async function takeBack(core: Core, runId: string): Promise<boolean> {
    try {
      await core.call('runs.cancel', { runId });
      return true;
    } catch (refusal) {
      const run = await core.call('runs.get', { runId });
      if (run.endedAt === null && !isGone(run)) throw refusal;
      return false;
    }
  }

  function isGone({ steps }: { steps: readonly { step: string; state: string }[] }): boolean {
    return steps.some(({ step, state }) => step === 'delete' && (state === 'done' || state === 'skipped'));
  }

  await setUp();
  return {
    /** False where the desk came to its end before it could be killed. */
    async killOnce(desk: ChildProcess, number: number, point: Point): Promise<boolean> {
      const name = `seed ${laneSeed}, point ${number}: ${JSON.stringify(point)}`;
      const mine = keys.filter(({ platform }) => platform === point.platform);
      const key = mine[number % mine.length] ?? expect.unreachable();
      rotation = await watchRotation(sandbox, key.remoteId, name);
      const before = wire.secrets.length;
      const stood = await killAt(desk, point, key, name);
      const lost = wire.secrets.slice(before);
      if (lost.length > 0) expect(await scanForSecrets([profile], lost), name).toEqual([]);
      const core = await start();
      await check(core, point, key, name).catch((cause: unknown) => {
        throw new Error(name, { cause });
      });
      keys = await keysIn(core);
      await core.close();
      expect(unsound, name).toEqual([]);
      expect(openIntents(file), name).toEqual([]);
      expect(quickCheck(file), name).toBe('ok');
      rotation = null;
      return stood;
    },
    async expectNoSecrets(): Promise<void> {
      const all = [...wire.secrets, ...Object.values(credentials)];
      expect(await scanForSecrets([profile], all)).toEqual([]);
    },
  };
}
