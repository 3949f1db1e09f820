/** One workspace of one platform behind a wire, a key to rotate in it, and a clock that both sides share. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { PlatformId } from '#shared/domain/platform.ts';
import type { Run } from '#shared/domain/rotation-run.ts';
import type { RunReason, RunStep } from '#shared/domain/run-step.ts';
import type { SystemPorts } from '../../../src/main/ports.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { type Core, everyKey, startCore } from '../main/desk.ts';
import { credentials, folders, organizations, testProfile } from '../sandbox/support/test-world.ts';

export const platformIds = ['roboflow', 'datature-vi', 'workspace-keys'] as const;

type Place = {
  credential: string;
  slug: string;
  /** Of the list of keys, below the sandbox. */
  keysPath: string;
  /** A call that checks a secret and moves its last use. */
  tryPath: string;
  grant: Grant;
};
const places: Readonly<Record<PlatformId, Place>> = {
  roboflow: {
    credential: credentials.alpha,
    slug: 'alpha',
    keysPath: '/alpha/api-keys',
    tryPath: '/',
    grant: { platform: 'roboflow', scopes: ['image:create', 'model:infer'] },
  },
  'datature-vi': {
    credential: credentials.reefOwner,
    slug: organizations.reef,
    keysPath: `/vi/v1/organizations/${organizations.reef}/secret-keys`,
    tryPath: `/vi/v1/organizations/${organizations.reef}/datasets`,
    grant: { platform: 'datature-vi', access: ['dataset', 'training'], permission: 'full' },
  },
  'workspace-keys': {
    credential: credentials.owner,
    slug: 'grove',
    keysPath: '/api/v1/workspaces/grove/keys',
    tryPath: '/api/v1/workspaces/grove/projects',
    grant: { platform: 'workspace-keys', scopes: ['project'], public: false },
  },
};

const start = Date.parse('2026-11-21T08:00:00Z');

/** `more`: other ports of the system than a desk in a test has. */
export async function openRunDesk(platform: PlatformId, more: Partial<SystemPorts> = {}) {
  const place = places[platform];
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-runs-'));
  let now = start;
  // No two moments are the same, as in life.
  const clock = {
    now() {
      now += 1;
      return new Date(now);
    },
  };
  const sandbox = await startSandbox({
    profile: testProfile,
    port: 0,
    requestsPerMinute: 100_000,
    clock,
    dataDir: join(folder, 'sandbox'),
  });
  const wire = await openWire(sandbox.url, clock.now);
  // What looks by itself is rung by the test.
  let waiting: (() => void)[] = [];
  const timer = {
    after(_milliseconds: number, run: () => void) {
      waiting.push(run);
      return () => {
        waiting = waiting.filter((each) => each !== run);
      };
    },
  };
  // Requests that fail are repeated at once.
  const ports: Partial<SystemPorts> = {
    clock,
    timer,
    platformPorts: { sleep: async () => undefined, random: () => 0 },
    ...more,
  };
  const profile = join(folder, 'profile');
  let core: Core = await startCore(profile, ports);
  const known = sandbox.connections.find(({ workspaces }) =>
    workspaces.some(({ slug }) => slug === place.slug),
  );
  if (!known) throw new Error(`The sandbox has no ${place.slug}.`);
  const { connectionId } = await core.call('connections.connect', {
    platform,
    baseUrl: known.baseUrl.replace(sandbox.url, wire.url),
    credential: place.credential,
    ...(platform === 'datature-vi' && { organizationId: place.slug }),
  });
  const all = await core.call('workspaces.list', {});
  const workspaceId = all.find(({ slug }) => slug === place.slug)?.id ?? expect.unreachable();
  await core.call('sync.now', { workspaceId });

  const headers = { authorization: `Bearer ${place.credential}`, 'content-type': 'application/json' };

  const desk = {
    platform,
    sandbox,
    wire,
    workspaceId,
    profile,
    canDisable: platform === 'roboflow',
    reportsUse: platform === 'datature-vi',
    core: () => core,
    hours(count: number) {
      now += count * 3_600_000;
    },
    now: () => new Date(now).toISOString(),
    sync: () => core.call('sync.now', { workspaceId }),
    key: (keyId: string): Promise<KeyDetail> => core.call('inventory.key', { keyId }),
    /** A key that somebody has the secret of. */
    async make(name = 'line-7-uploader', more: object = {}): Promise<{ keyId: string; secret: string }> {
      const { keyId, handOverId } = await core.call('keys.create', {
        workspaceId,
        name,
        environment: 'production',
        owner: 'Ana',
        consumers: ['line 7', 'line 8'],
        purpose: 'Uploads images',
        grant: place.grant,
        ...(platform === 'roboflow' && { folderIds: [folders.north], metadata: { cost: '42' } }),
        ...more,
      });
      const { secret } = await core.call('handOver.reveal', { handOverId });
      await core.call('handOver.finish', { handOverId, unneeded: false });
      now += 60_000;
      return { keyId, secret };
    },
    async begin(keyIds: string[], options: { reason?: RunReason; quietHours?: number } = {}) {
      const { reason = 'planned', quietHours = 24 } = options;
      return core.call('runs.start', { keyIds, reason, quietHours, disabledDays: 14 });
    },
    async beginOne(keyId: string, reason: RunReason = 'planned', quietHours = 24): Promise<Run> {
      const { runs, refused } = await desk.begin([keyId], { reason, quietHours });
      expect(refused).toEqual([]);
      return runs[0] ?? expect.unreachable();
    },
    run: (runId: string): Promise<Run> => core.call('runs.get', { runId }),
    /** The run once it stands at that step; what follows from a call can come a moment later. */
    async at(runId: string, step: RunStep | null): Promise<Run> {
      await expect.poll(async () => currentOf(await desk.run(runId))).toBe(step);
      return desk.run(runId);
    },
    async handOver(run: Run): Promise<string> {
      const { waits } = await desk.run(run.id);
      if (waits?.kind !== 'hand-over' || !waits.handOver) throw new Error('No secret waits.');
      const { handOverId } = waits.handOver;
      const { secret } = await core.call('handOver.reveal', { handOverId });
      await core.call('handOver.finish', { handOverId, unneeded: false });
      await desk.at(run.id, 'consumers');
      return secret;
    },
    async tickAll(run: Run): Promise<Run> {
      let last = run;
      for (const { name } of run.consumers)
        last = await core.call('runs.tick', { runId: run.id, consumer: name, done: true, together: false });
      return last;
    },
    carryOn: (run: Run, step: RunStep) => core.call('runs.carryOn', { runId: run.id, step }),
    undo: (run: Run, step: RunStep) => core.call('runs.undo', { runId: run.id, step }),
    cancel: (run: Run) => core.call('runs.cancel', { runId: run.id }),
    /** What a program does that has a secret; answers whether it was let in. */
    async use(secret: string): Promise<boolean> {
      const answer = await fetch(known.baseUrl + place.tryPath, {
        headers: { authorization: `Bearer ${secret}` },
      });
      return answer.ok;
    },
    /** All keys as the platform itself has them, without what moves by itself. */
    async atPlatform(): Promise<Record<string, unknown>[]> {
      const query = platform === 'roboflow' ? '?includeDisabled=true' : '';
      const answer = await fetch(known.baseUrl + place.keysPath + query, { headers });
      const body = (await answer.json()) as Record<string, unknown>;
      const list = (body.apiKeys ?? body.items ?? body.keys) as Record<string, unknown>[];
      return list.map(({ lastUsedAt: _moves, ...key }) => key);
    },
    /** What another administrator does, past Latchkey and its wire. */
    async elsewhere(method: 'PATCH' | 'DELETE', remoteId: string, body?: object): Promise<void> {
      const answer = await fetch(`${known.baseUrl}${place.keysPath}/${remoteId}`, {
        method,
        headers,
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`elsewhere: ${answer.status}`);
    },
    async named(name: string) {
      const query = { ...everyKey, search: name };
      const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 50 });
      return rows.filter((row) => row.name === name && row.status !== 'vanished');
    },
    /** Quarantine looks, as it does every minute. */
    async quarantineLooks(): Promise<void> {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      for (const run of waiting.splice(0)) run();
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      await desk.quiet();
    },
    /** No reading is on its way. */
    async quiet(): Promise<void> {
      await expect.poll(async () => (await core.call('sync.status', {})).running).toBe(false);
    },
    async begins() {
      core.services.begin(false);
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      await desk.quiet();
    },
    /** Quits and starts again; sign-ins of a test are in memory only, so it signs in again. */
    async restart(): Promise<void> {
      await core.close();
      waiting = [];
      core = await startCore(profile, ports);
      await core.call('connections.signInAgain', { connectionId, credential: place.credential });
      await desk.sync();
    },
    async end() {
      await core.close();
      await wire.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return desk;
}

export type RunDesk = Awaited<ReturnType<typeof openRunDesk>>;

function currentOf({ steps }: Run): RunStep | null {
  return steps.find(({ state }) => state === 'current')?.step ?? null;
}

export function statesOf({ steps }: Run): string {
  return steps.map(({ step, state }) => `${step} ${state}`).join(', ');
}
