/** The application's core on a sandbox that misbehaves, and the same sandbox once the storm is over. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { CALM } from '../../../src/sandbox/trouble/trouble.ts';
import { startCore } from '../main/desk.ts';

/** Waits between repeated reads pass at once; answers come late by a few milliseconds at most. */
export async function openStorm(seed: string) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-chaos-'));
  const profile = join(folder, 'profile');
  const common = { profile: 'chaos', dataDir: join(folder, 'sandbox'), requestsPerMinute: 1_000_000, seed };
  let sandbox = await startSandbox({ ...common, port: 0, trouble: { longestDelay: 3 } });
  const core = await startCore(profile, {
    platformPorts: { sleep: async (_, signal) => signal?.throwIfAborted() },
  });
  return {
    core,
    profile,
    connections: sandbox.connections,
    /** Same world, same address, no more faults. */
    async calm(): Promise<Sandbox> {
      const port = Number(new URL(sandbox.url).port);
      await sandbox.close();
      sandbox = await startSandbox({ ...common, port, trouble: CALM });
      return sandbox;
    },
    async end(): Promise<void> {
      await core.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type Storm = Awaited<ReturnType<typeof openStorm>>;
