/** The application's core, signed in to one workspace of 500 keys or fewer and the one it signs in with, through a toll. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { BulkAction, BulkItem, BulkItemState, BulkJob } from '#shared/ipc/bulk.ts';
import type { Selection } from '#shared/ipc/selection.ts';
import type { SystemPorts } from '../../../src/main/ports.ts';
import type { RoboflowKeySeed } from '../../../src/sandbox/faces/roboflow/world.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import type { Profile } from '../../../src/sandbox/worlds/profile.ts';
import { openToll } from '../../support/toll.ts';
import { type Core, everyKey, signInTo, startCore } from '../main/desk.ts';

export const manyKeys = 500;
/** Enough for what does not depend on how many they are. */
export const fewKeys = 120;
export const slug = 'millbrook';

function seed(number: number, more: Partial<RoboflowKeySeed> = {}): RoboflowKeySeed {
  const digits = String(number).padStart(3, '0');
  return {
    keyId: `k_line_${digits}`,
    // Prefixes differ, or each would look like the one Latchkey signs in with.
    secret: `${digits}xMillbrookKey000`,
    name: `line ${digits}`,
    scopes: ['model:infer', 'image:create'],
    folderIds: [],
    default: false,
    protected: false,
    disabled: false,
    deployment: null,
    metadata: {},
    createdOn: new Date(Date.UTC(2026, 0, 1)),
    createdBy: 'ana@millbrook.example',
    ...more,
  };
}

const login = seed(0, { keyId: 'k_login', name: 'admin', scopes: null, default: true });

const profileOf = (count: number): Profile => ({
  name: 'many',
  behaviour: { rollKeepsMetadata: true },
  world: () => ({
    roboflow: [
      {
        slug,
        name: 'Millbrook',
        id: 'wsMillbrook',
        plan: 'Enterprise',
        advancedKeys: true,
        members: 1,
        folders: [],
        signIn: login.secret,
        keys: [login, ...Array.from({ length: count }, (_, at) => seed(at + 1))],
      },
    ],
    workspaceKeys: { tokens: [], workspaces: [] },
    datatureVi: [],
  }),
});

/** Closed when the test ends. `restart` opens a second core on the same data, once the first has gone. */
export async function openBulkDesk(ports: Partial<SystemPorts> = {}, count = manyKeys) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-bulk-'));
  const sandbox = await startSandbox({ profile: profileOf(count), port: 0, requestsPerMinute: 1_000_000 });
  const toll = await openToll(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, slug);
  const through = { ...signIn, baseUrl: baseUrl.replace(sandbox.url, toll.url) };
  const jobs = openProgress();
  const start = () => startCore(join(folder, 'profile'), { emit: jobs.emit, ...ports });
  let core = await start();
  const left: Core[] = [];
  onTestFinished(async () => {
    // First what may still wait for an answer: a core ends only when what is under way has.
    await toll.close();
    for (const each of [core, ...left]) await each.close();
    await sandbox.close();
    await rm(folder, { recursive: true, force: true });
  });
  const { workspaceIds } = await core.call('connections.connect', through);
  const [workspaceId] = workspaceIds;
  if (!workspaceId) throw new Error('signing in reached no workspace');
  await core.call('sync.now', { workspaceId });

  return {
    get core() {
      return core;
    },
    toll,
    workspaceId,
    folder: join(folder, 'profile'),
    progress: jobs,
    atThePlatform: () => listKeys(baseUrl, signIn.credential),
    /** As somebody else does it, in the platform's own dashboard. */
    async changeElsewhere(keyId: string, change: Record<string, unknown>) {
      await fetch(`${baseUrl}/${slug}/api-keys/${keyId}`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${signIn.credential}`, 'content-type': 'application/json' },
        body: JSON.stringify(change),
      });
    },
    /** `leaveOpen`: the first core stays as it is in the middle of its work, and its successor finds what it had stored. */
    async restart({ leaveOpen = false } = {}) {
      if (leaveOpen) left.push(core);
      else await core.close();
      core = await start();
      const connection = (await core.call('workspaces.list', {}))[0]?.connectionId;
      const { credential } = signIn;
      await core.call('connections.signInAgain', { connectionId: connection, credential });
    },
  };
}

/** All but the key that Latchkey signs in with. */
const everyLine: Selection = { kind: 'matching', query: { ...everyKey, search: 'line' }, except: [] };

export async function plan(core: Core, action: BulkAction, selection = everyLine): Promise<BulkJob> {
  return core.call('bulk.plan', { action, selection });
}

/** All items in these states, page by page. */
export async function itemsOf(core: Core, jobId: string, ...states: BulkItemState[]): Promise<BulkItem[]> {
  const items: BulkItem[] = [];
  for (;;) {
    const page = await core.call('bulk.items', { jobId, states, offset: items.length, limit: 200 });
    if (page.length === 0) return items;
    items.push(...page);
  }
}

/** Follows what the window would hear. */
function openProgress() {
  const heard: BulkJob[] = [];
  const waiting = new Set<() => void>();
  const emit: SystemPorts['emit'] = (name, payload) => {
    if (name !== 'bulk.progress') return;
    heard.push(payload as BulkJob);
    for (const wake of waiting) wake();
  };
  return {
    emit,
    heard,
    /** Resolves with the first message that is so, said before or after. */
    async until(isSo: (job: BulkJob) => boolean): Promise<BulkJob> {
      for (;;) {
        const found = heard.find(isSo);
        if (found) return found;
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
  };
}

type Listed = { keyId: string; name: string; disabled: boolean; scopes: string[] | null };

async function listKeys(baseUrl: string, credential: string): Promise<Listed[]> {
  const answer = await fetch(`${baseUrl}/${slug}/api-keys?includeDisabled=true`, {
    headers: { authorization: `Bearer ${credential}` },
  });
  return ((await answer.json()) as { apiKeys: Listed[] }).apiKeys;
}
