/** A workspace behind a wire that counts, keys to put in quarantine, and a clock that a test turns by days. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { KeyDetail } from '#shared/domain/key.ts';
import type { SystemPorts } from '../../../src/main/ports.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { settle } from '../../support/manual-timer.ts';
import { type Core, everyKey, signInTo, startCore } from '../main/desk.ts';

const day = 86_400_000;

/** A round of looking ended: it waits for the next one. However long that takes, within the test's own limit. */
const patience = { timeout: 120_000 };

/** Clock and timer in one: what waits runs as soon as its time has come, and `days` turns it. */
function turnedClock() {
  let now = Date.parse('2026-11-21T08:00:00Z');
  let waiting: { due: number; run: () => void }[] = [];
  return {
    now: () => new Date(now),
    after(milliseconds: number, run: () => void) {
      const entry = { due: now + milliseconds, run };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    days(count: number) {
      now += count * day;
    },
    minutes(count: number) {
      now += count * 60_000;
    },
    /** What is waited for, now: the next look of a running application. */
    ring() {
      const due = waiting.filter((each) => each.due <= now);
      waiting = waiting.filter((each) => each.due > now);
      for (const { run } of due) run();
      return due.length;
    },
    waits: () => waiting.length > 0,
    /** The application is off: nothing waits any more. */
    forget() {
      waiting = [];
    },
  };
}

export async function openQuarantineDesk() {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-quarantine-'));
  const sandbox = await startSandbox({ profile: 'demo', port: 0, requestsPerMinute: 100_000 });
  const clock = turnedClock();
  let platformBehind = 0;
  const wire = await openWire(sandbox.url, () => new Date(clock.now().getTime() - platformBehind * day));
  // Requests that fail are repeated at once.
  const platformPorts = { sleep: async () => undefined, random: () => 0 };
  const ports: Partial<SystemPorts> = { clock, timer: clock, platformPorts };
  let core: Core = await startCore(folder, ports);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'acme-vision');
  const through = { ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) };
  const { connectionId, workspaceIds } = await core.call('connections.connect', through);
  const [workspaceId = ''] = workspaceIds;
  await core.call('sync.now', { workspaceId });

  const ended = () => vi.waitUntil(() => clock.waits(), patience);
  /** No answer is on its way: one from before the clock was turned would tell a wrong time. */
  const quiet = () => vi.waitUntil(async () => !(await core.call('sync.status', {})).running, patience);
  const make = async (name: string): Promise<string> => {
    const grant = { platform: 'roboflow', scopes: ['model:infer'] };
    const made = await core.call('keys.create', { workspaceId, name, environment: 'staging', grant });
    await core.call('handOver.finish', { handOverId: made.handOverId, unneeded: true });
    return made.keyId;
  };

  return {
    sandbox,
    wire,
    clock,
    workspaceId,
    make,
    core: () => core,
    key: (keyId: string): Promise<KeyDetail> => core.call('inventory.key', { keyId }),
    put: (keyId: string, days = 14) => core.call('quarantine.put', { keyId, plan: { days } }),
    news: () => core.call('quarantine.news', {}),
    rows: () => core.call('quarantine.rows', { workspaceId: null, offset: 0, limit: 100 }),
    deletions: () => wire.requests.filter((request) => request.startsWith('DELETE')),
    /** From now on the platform's clock is so many days behind ours: one of them is wrong. */
    platformIsBehind(days: number) {
      platformBehind = days;
    },
    /** Begins to look, as at a start, and waits for the first look to end. */
    async begin() {
      core.services.begin(false);
      await ended();
      // After this one, none of the start's own requests is on its way.
      await core.call('sync.now', { workspaceId: null });
    },
    /** The next look of the running application, and its end. */
    async look() {
      clock.minutes(10);
      await ended();
      if (clock.ring() === 0) throw new Error('nothing was waiting to look');
      await ended();
      await quiet();
      await settle();
    },
    async quit() {
      await core.close();
      clock.forget();
    },
    /** The next start; sign-ins of a test are in memory only, so it signs in again. */
    async start(over: Partial<SystemPorts> = {}) {
      core = await startCore(folder, { ...ports, ...over });
      await core.call('connections.signInAgain', { connectionId, credential: signIn.credential });
    },
    /** What another administrator does, past Latchkey. */
    async elsewhere(method: 'PATCH' | 'DELETE', keyId: string, body?: object) {
      const { remoteId } = await core.call('inventory.key', { keyId });
      const response = await fetch(`${baseUrl}/acme-vision/api-keys/${remoteId}`, {
        method,
        headers: { authorization: `Bearer ${signIn.credential}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`elsewhere: ${response.status}`);
    },
    async named(name: string) {
      const query = { ...everyKey, search: name };
      const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 10 });
      return rows.find((row) => row.name === name) ?? null;
    },
    async end() {
      await core.close();
      await wire.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type QuarantineDesk = Awaited<ReturnType<typeof openQuarantineDesk>>;
