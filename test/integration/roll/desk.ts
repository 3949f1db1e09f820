/** Two workspaces of Roboflow behind a wire that can lose answers, one of them without Advanced API Keys. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyDetail } from '#shared/domain/key.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { everyKey, startCore } from '../main/desk.ts';
import { credentials, testProfile } from '../sandbox/support/test-world.ts';

export async function openRollDesk({ keepsMetadata = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-roll-'));
  const profile = { ...testProfile, behaviour: { rollKeepsMetadata: keepsMetadata } };
  const sandbox = await startSandbox({ profile, port: 0, requestsPerMinute: 100_000 });
  const wire = await openWire(sandbox.url);
  const baseUrl = `${wire.url}/roboflow`;
  // Requests that fail are repeated at once.
  const ports = { platformPorts: { sleep: async () => undefined, random: () => 0 } };
  let core = await startCore(folder, ports);

  async function connect(credential: string): Promise<string> {
    const { workspaceIds } = await core.call('connections.connect', {
      platform: 'roboflow',
      baseUrl,
      credential,
    });
    const [workspaceId = ''] = workspaceIds;
    await core.call('sync.now', { workspaceId });
    return workspaceId;
  }
  const workspaceId = await connect(credentials.alpha);

  return {
    wire,
    folder,
    workspaceId,
    connect,
    core: () => core,
    key: (keyId: string): Promise<KeyDetail> => core.call('inventory.key', { keyId }),
    sync: () => core.call('sync.now', { workspaceId }),
    rolls: () => wire.requests.filter((request) => request.endsWith('/roll')),
    async make(name: string, metadata?: Record<string, unknown>): Promise<KeyDetail> {
      const made = await core.call('keys.create', {
        workspaceId,
        name,
        environment: 'staging',
        owner: 'Ana',
        grant: { platform: 'roboflow', scopes: ['model:infer'] },
      });
      await core.call('handOver.finish', { handOverId: made.handOverId, unneeded: true });
      if (metadata) {
        const { remoteId } = await core.call('inventory.key', { keyId: made.keyId });
        await this.elsewhere('PATCH', remoteId, { customMetadata: metadata });
        await core.call('sync.now', { workspaceId });
      }
      return core.call('inventory.key', { keyId: made.keyId });
    },
    /** What another administrator does, past Latchkey and its wire. */
    async elsewhere(method: string, remoteId: string, body?: object, path = ''): Promise<unknown> {
      const response = await fetch(`${sandbox.url}/roboflow/alpha/api-keys/${remoteId}${path}`, {
        method,
        headers: { authorization: `Bearer ${credentials.alpha}`, 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`elsewhere: ${response.status}`);
      return response.json();
    },
    /** All keys of that name that are not gone. */
    async named(name: string): Promise<KeyDetail[]> {
      const query = { ...everyKey, search: name };
      const { rows } = await core.call('inventory.rows', { query, offset: 0, limit: 50 });
      const live = rows.filter((row) => row.name === name && row.status !== 'vanished');
      return Promise.all(live.map(({ id }) => core.call('inventory.key', { keyId: id })));
    },
    /** Whether a secret is alive. */
    async alive(secret: string): Promise<boolean> {
      const response = await fetch(`${sandbox.url}/roboflow/`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      return response.status === 200;
    },
    /** Ends Latchkey and starts it again; sign-ins of a test are in memory, so it signs in again. */
    async restart(): Promise<void> {
      const [workspace] = await core.call('workspaces.list', {});
      await core.close();
      core = await startCore(folder, ports);
      await core.call('connections.signInAgain', {
        connectionId: workspace?.connectionId ?? '',
        credential: credentials.alpha,
      });
    },
    async end(): Promise<void> {
      await core.close();
      await wire.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
