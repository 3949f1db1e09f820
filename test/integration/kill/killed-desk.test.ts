/** Kill -9 between the intent and the stored answer of a change, more than a hundred times, and what must be true afterwards. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { isFullAccess, listedScopes } from '#shared/domain/grant.ts';
import type { RoboflowWorkspaceSeed } from '../../../src/sandbox/faces/roboflow/world.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { CALM } from '../../../src/sandbox/trouble/trouble.ts';
import { roboflowKey } from '../../../src/sandbox/worlds/make.ts';
import { profileNamed } from '../../../src/sandbox/worlds/profiles.ts';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { keysAtThePlatforms, type PlatformKey } from '../chaos/at-the-platform.ts';
import { type Core, everyKey, startCore } from '../main/desk.ts';
import type { Orders } from './desk-to-kill.ts';
import { type OpenIntent, openIntents, outcomeOf, quickCheck } from './intents.ts';
import { changes, drawPoints, type Point, windows } from './points.ts';
import { rememberedSignIns } from './ports.ts';
import { carries, rollsIn } from './rolls.ts';
import { openKillWire } from './wire.ts';

/** With another one the same test kills elsewhere; a failure names the seed and the point. */
const seed = process.env.LATCHKEY_KILL_SEED ?? 'november';
/** Three of each change in each window. */
const kills = 3 * windows.length * changes.length;
const compileCache = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url));
/** Desks that are killed side by side, each in a world of its own. */
const lanes = 2;

it('after a kill no key is unknown, none is lost, and nothing stays open', { timeout: 900_000 }, async () => {
  const share = Math.ceil(kills / lanes);
  const points = drawPoints(seed, kills);
  const reached = await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      killAtEach(`${seed} ${lane}`, points.slice(lane * share, (lane + 1) * share)),
    ),
  );

  const hits = reached.flat();
  expect(hits).toHaveLength(kills);
  // Each of them was proven to be where it was drawn, so no window can be missed by being passed too fast.
  for (const window of windows) {
    const inWindow = hits.filter((hit) => hit.window === window);
    expect(inWindow.length, window).toBeGreaterThanOrEqual(10);
    expect(new Set(inWindow.map((hit) => hit.changes.at(-1))), window).toEqual(new Set(changes));
  }
  expect(hits.filter((hit) => hit.changes.at(-1) === 'roll').length).toBeGreaterThanOrEqual(20);
});

async function killAtEach(laneSeed: string, points: readonly Point[]): Promise<Point[]> {
  const lane = await openLane(laneSeed);
  const reached: Point[] = [];
  let desk = spawnDesk();
  for (const [number, point] of points.entries()) {
    const name = `seed ${laneSeed}, point ${number}: ${point.changes.join(', ')}; ${point.window}`;
    const before = lane.wire.secrets.length;
    await lane.killAt(desk, number, point, name);
    reached.push(point);
    // While the checks run, the next one loads its code.
    desk = spawnDesk();
    await lane.check(point, name, lane.wire.secrets.slice(before));
  }
  desk.kill('SIGKILL');
  await lane.expectNoSecrets();
  return reached;
}

function spawnDesk(): ChildProcess {
  const desk = fork(fileURLToPath(new URL('./desk-to-kill.ts', import.meta.url)), {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A hundred processes read the same sources; compiled once they start in half the time.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });
  onTestFinished(() => void desk.kill('SIGKILL'));
  return desk;
}

const chaos = profileNamed('chaos') ?? expect.unreachable();
/** Those whose writes the points below are drawn for; a roll drops metadata, so that there is some to restore. */
const twoPlatforms = {
  ...chaos,
  behaviour: { ...chaos.behaviour, rollKeepsMetadata: false },
  world(now: Date) {
    const { roboflow, workspaceKeys } = chaos.world(now);
    return { roboflow: roboflow.map((each) => withMore(each, now)), workspaceKeys, datatureVi: [] };
  },
};

/** Some of them are deleted by each lane, and there must always be one left to roll. */
function withMore(workspace: RoboflowWorkspaceSeed, createdOn: Date): RoboflowWorkspaceSeed {
  if (workspace.slug !== 'cobalt-works') return workspace;
  const more = Array.from({ length: 30 }, (_, at) =>
    roboflowKey('kill', workspace.slug, {
      name: `line-${at + 100}-uploader`,
      scopes: ['image:create', 'image:tag'],
      metadata: { env: 'production', line: String(at + 100) },
      createdOn,
      createdBy: 'robin@cobalt.example',
    }),
  );
  return { ...workspace, keys: [...workspace.keys, ...more] };
}

async function openLane(laneSeed: string) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-kill-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const profile = join(folder, 'profile');
  const file = join(profile, 'latchkey.db');
  const sandbox = await startSandbox({
    profile: twoPlatforms,
    port: 0,
    dataDir: join(folder, 'sandbox'),
    requestsPerMinute: 1_000_000,
    trouble: CALM,
  });
  onTestFinished(() => sandbox.close());
  const wire = await openKillWire(sandbox.url);
  onTestFinished(() => wire.close());
  const credentials = await signInEverywhere();
  const rolls = rollsIn(sandbox);

  async function signInEverywhere(): Promise<Record<string, string>> {
    const core = await startCore(profile);
    const byConnection: Record<string, string> = {};
    for (const { platform, baseUrl, credential } of sandbox.connections) {
      const address = baseUrl.replace(sandbox.url, wire.url);
      const { connectionId } = await core.call('connections.connect', {
        platform,
        baseUrl: address,
        credential,
      });
      byConnection[connectionId] = credential;
    }
    await core.call('sync.now', { workspaceId: null });
    await core.close();
    return byConnection;
  }

  /** Kills it exactly there, and proves by the file and the platform that it was there. */
  async function killAt(desk: ChildProcess, number: number, point: Point, name: string): Promise<void> {
    const stopped = Promise.withResolvers<string>();
    const said: string[] = [];
    createInterface({ input: desk.stdout as Readable }).on('line', stopped.resolve);
    createInterface({ input: desk.stderr as Readable }).on('line', (line) => said.push(line));
    desk.once('exit', () => stopped.resolve(`ended by itself: ${said.join('\n')}`));
    wire.arm(point, () => stopped.resolve(point.window));
    desk.send({ seed: laneSeed, number, point, profile, credentials } satisfies Orders);
    expect(await stopped.promise, name).toBe(point.window);
    desk.kill('SIGKILL');
    if (desk.signalCode === null) await once(desk, 'exit');

    const there = await keysAtThePlatforms(sandbox);
    const [intent, ...others] = openIntents(file);
    expect(others, name).toEqual([]);
    expect(isChange(intent, point), name).toBe(true);
    const sent = point.window !== 'intent written' && point.window !== 'request on the wire';
    expect(wasCarriedOut(intent, there, await rolls.metadata()), name).toBe(sent);
    await wire.disarm();
  }

  /** A start on what was left, as a person would make it. */
  async function check(point: Point, name: string, secrets: readonly string[]): Promise<void> {
    if (secrets.length > 0) expect(await scanForSecrets([profile], secrets), name).toEqual([]);
    const [intent] = openIntents(file);
    const carriedOut = wasCarriedOut(intent, await keysAtThePlatforms(sandbox), await rolls.metadata());
    const core = await startCore(profile, {
      openSecrets: () => rememberedSignIns(credentials),
    });
    core.services.begin(false);
    await core.call('sync.now', { workspaceId: null });

    expect(outcomeOf(file, intent?.id), name).toBe(carriedOut ? 'done' : 'failed');
    if (intent) await rolls.expectFollowed(core, intent, carriedOut, name);
    expect(openIntents(file), name).toEqual([]);
    await expectSame(core, name);
    await expectGhost(core, point, carriedOut ? intent : undefined, name);
    await core.close();
    expect(quickCheck(file), name).toBe('ok');
  }

  /** What the inventory has and what the platforms have: the same keys, each once. */
  async function expectSame(core: Core, name: string): Promise<void> {
    const there = await keysAtThePlatforms(sandbox);
    const here: PlatformKey[] = [];
    const workspaces = await core.call('workspaces.list', {});
    const { rows, total } = await core.call('inventory.rows', { query: everyKey, offset: 0, limit: 200 });
    expect(rows, name).toHaveLength(total);
    for (const { id: keyId, status, workspaceId } of rows) {
      if (status === 'vanished') continue;
      const { remoteId, name: called, disabled, ...key } = await core.call('inventory.key', { keyId });
      const slug = workspaces.find(({ id }) => id === workspaceId)?.slug ?? '';
      const facts = {
        disabled,
        protected: key.protected,
        scopes: isFullAccess(key.grant) ? null : [...listedScopes(key.grant)],
      };
      here.push({ slug, remoteId, name: called, ...facts });
    }
    expect(sorted(here), name).toEqual(sorted(there));
    const made = there.map((key) => key.name).filter((called) => /^(made|renamed)-/.test(called));
    expect(made, name).toHaveLength(new Set(made).size);
  }

  /** A key whose secret died with the desk is asked about, and nothing else is; either answer ends it. */
  async function expectGhost(
    core: Core,
    point: Point,
    intent: OpenIntent | undefined,
    name: string,
  ): Promise<void> {
    const { ghosts, waiting } = await core.call('ghostKeys.list', {});
    expect(waiting, name).toEqual([]);
    if (!isLost(point, intent)) return expect(ghosts, name).toEqual([]);
    expect(ghosts, name).toMatchObject([{ candidates: [{ sameGrant: true }] }]);
    const { keyId = '', name: called } = ghosts[0]?.candidates[0] ?? {};
    if (intent?.expected.name !== undefined) expect(called, name).toBe(intent.expected.name);
    if (point.answer === 'keep') await core.call('ghostKeys.keep', { keyId });
    else await core.call('ghostKeys.delete', { keyId });
    expect((await core.call('ghostKeys.list', {})).ghosts, name).toEqual([]);
    const names = (await keysAtThePlatforms(sandbox)).map((key) => key.name);
    expect(names.includes(called ?? ''), name).toBe(point.answer === 'keep');
  }

  async function expectNoSecrets(): Promise<void> {
    const all = [...wire.secrets, ...Object.values(credentials)];
    expect(all.length).toBeGreaterThan(10);
    expect(await scanForSecrets([profile], all)).toEqual([]);
  }

  return { wire, killAt, check, expectNoSecrets };
}

/** Whether a key was made whose secret died with the desk. `intent`: where it was carried out. */
function isLost({ changes: made }: Point, intent: OpenIntent | undefined): boolean {
  const last = made.at(-1);
  // The roll itself was over, and its secret waited to be handed over.
  return last === 'restore' || ((last === 'create' || last === 'roll') && intent !== undefined);
}

function isChange(intent: OpenIntent | undefined, { changes: made }: Point): boolean {
  const action = intent?.action === 'enable' ? 'disable' : intent?.action;
  return action === made.at(-1);
}

/** By what the platform has, without any of the application's rules. */
function wasCarriedOut(
  intent: OpenIntent | undefined,
  there: readonly PlatformKey[],
  metadata: ReadonlyMap<string, Record<string, unknown>>,
): boolean {
  if (!intent) return false;
  const { remoteId, name, disabled, grant } = intent.expected;
  if (intent.action === 'create') return there.some((key) => key.name === name);
  const key = there.find((each) => each.remoteId === remoteId);
  if (intent.action === 'delete' || intent.action === 'roll') return key === undefined;
  if (intent.action === 'restore') return carries(metadata.get(remoteId ?? ''), intent.expected.metadata);
  return (
    (name === undefined || key?.name === name) &&
    (disabled === undefined || key?.disabled === disabled) &&
    (grant === undefined || scopesOf(key?.scopes) === scopesOf(grant.scopes))
  );
}

function scopesOf(scopes: readonly string[] | null | undefined): string {
  return JSON.stringify(scopes?.toSorted() ?? null);
}

/** Scopes are a set, and platforms list keys in orders of their own. */
function sorted(keys: readonly PlatformKey[]): PlatformKey[] {
  return keys
    .map((key) => ({ ...key, scopes: key.scopes?.toSorted() ?? null }))
    .toSorted((a, b) => a.remoteId.localeCompare(b.remoteId));
}
