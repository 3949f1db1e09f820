/** The whole application but its window: real services, real store, real sandbox; only the system's ports are chosen. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { CallName, CallOutput, EventName } from '#shared/ipc/contract.ts';
import { calls } from '#shared/ipc/contract.ts';
import type { SystemPorts } from '../../../src/main/ports.ts';
import { startServices } from '../../../src/main/services.ts';
import { toErrorInfo } from '../../../src/main/system/error-info.ts';
import { openLog } from '../../../src/main/system/log.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { threadScript } from '../../support/threads.ts';

export type Sandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Starts the application's core on `folder`, so that a second start finds what the first one left. */
export async function startCore(folder: string, ports: Partial<SystemPorts> = {}) {
  vi.stubEnv('LATCHKEY_SECRET_STORE', 'memory');
  const log = openLog(join(folder, 'logs'));
  const emitted: EventName[] = [];
  let clipboard = '';
  const services = await startServices({
    version: '0.0.0-test',
    userData: folder,
    storeWorker: threadScript('store'),
    log,
    clipboard: {
      readText: async () => clipboard,
      writeText: async (text) => {
        clipboard = text;
      },
      clear: async () => {
        clipboard = '';
      },
    },
    spawnClipboardHelper: () => {
      throw new Error('no clipboard helper in this test');
    },
    askWhereToSave: async () => null,
    askWhichFile: async () => null,
    setContentProtection: () => undefined,
    openLink: async () => undefined,
    openSignIn: async () => undefined,
    reminders: { notify: () => undefined, setBadge: () => undefined, setTray: () => undefined },
    sandbox: {
      launch: () => Promise.reject(new Error('no embedded sandbox in this test')),
      stop: () => undefined,
    },
    emit: (name) => emitted.push(name),
    ...ports,
  });

  /** Calls as the window would, schemas included. Answers the value, or throws the refusal as `{ error }`. */
  async function call<Name extends CallName>(name: Name, input: unknown): Promise<CallOutput<Name>> {
    const handler = services.handlers[name as keyof typeof services.handlers] as (
      input: unknown,
    ) => Promise<unknown>;
    try {
      return calls[name].output.parse(await handler(calls[name].input.parse(input))) as CallOutput<Name>;
    } catch (error) {
      throw { error: toErrorInfo(error, log.report) };
    }
  }
  return { services, call, emitted, clipboard: () => clipboard, close: () => services.close() };
}

export type Core = Awaited<ReturnType<typeof startCore>>;

/**
 * A sandbox on the demo world and a core on an empty profile. The sandbox can be stopped and started again at the same
 * address with the same world; `end` closes everything and removes the folder.
 */
export async function openDesk(
  ports: Partial<SystemPorts> = {},
  world: Pick<Parameters<typeof startSandbox>[0], 'clock'> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-core-'));
  const profile = join(folder, 'profile');
  const dataDir = join(folder, 'sandbox');
  const sandbox = await startSandbox({ profile: 'demo', port: 0, dataDir, ...world });
  let running: Sandbox | null = sandbox;
  const core = await startCore(profile, ports);

  async function stopSandbox(): Promise<void> {
    await running?.close();
    running = null;
  }
  return {
    sandbox,
    core,
    profile,
    stopSandbox,
    async startSandboxAgain() {
      running = await startSandbox({ profile: 'demo', port: Number(new URL(sandbox.url).port), dataDir });
    },
    async end() {
      await core.close();
      await stopSandbox();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function signInTo(sandbox: Sandbox, slug: string) {
  const found = sandbox.connections.find((each) =>
    each.workspaces.some((workspace) => workspace.slug === slug),
  );
  if (!found) throw new Error(`The sandbox has no sign-in to ${slug}.`);
  const { platform, baseUrl, credential } = found;
  // The id of such an organization is its slug.
  const organization = platform === 'datature-vi' ? { organizationId: slug } : {};
  return { platform, baseUrl, credential, ...organization };
}

/** The same, signed in to Acme Vision through a wire that can be tampered with. */
export async function openWiredDesk() {
  const desk = await openDesk();
  const wire = await openWire(desk.sandbox.url);
  const { baseUrl, ...signIn } = signInTo(desk.sandbox, 'acme-vision');
  const through = { ...signIn, baseUrl: baseUrl.replace(desk.sandbox.url, wire.url) };
  const { workspaceIds } = await desk.core.call('connections.connect', through);
  const [workspaceId] = workspaceIds;
  if (!workspaceId) throw new Error('signing in through the wire reached no workspace');
  await desk.core.call('sync.now', { workspaceId });
  return {
    ...desk,
    wire,
    workspaceId,
    async end() {
      await desk.end();
      await wire.close();
    },
  };
}

export const everyKey = {
  search: '',
  workspaceId: null,
  sort: { column: 'name', direction: 'ascending' },
} as const;
