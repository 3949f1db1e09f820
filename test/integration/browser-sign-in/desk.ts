/** A sandbox, a core, and a browser that does nothing by itself: the test reads the address it was sent to and plays the person. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { SystemPorts } from '../../../src/main/ports.ts';
import { type OpenedSecretStore, SecretStoreError } from '../../../src/main/secrets/secret-store.ts';
import type { OAuthSettings } from '../../../src/sandbox/faces/roboflow/oauth/settings.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { startCore } from '../main/desk.ts';

/** A keychain in memory that outlives the core, can be read by the test, and can be locked. */
function openKeychain() {
  const items = new Map<string, string>();
  let locked = false;
  let full = false;
  const open = (): OpenedSecretStore => {
    const guard = () => {
      if (locked) throw new SecretStoreError('locked', 'The keychain of this computer is locked.');
    };
    return {
      state: () => ({ driver: 'keytar', state: 'available', reason: '' }),
      async get(account) {
        guard();
        return items.get(account) ?? null;
      },
      async set(account, secret) {
        guard();
        if (full) throw new SecretStoreError('refused', 'The keychain of this computer refused Latchkey.');
        items.set(account, secret);
      },
      async delete(account) {
        guard();
        items.delete(account);
      },
      holds: () => false,
      onChange: () => () => undefined,
      recheck: async () => ({ driver: 'keytar', state: 'available', reason: '' }),
      waitsForPerson: () => false,
    };
  };
  return {
    items,
    open: async () => open(),
    lock: (to: boolean) => {
      locked = to;
    },
    /** It can be read and takes nothing new. */
    refuseWrites: (to: boolean) => {
      full = to;
    },
    /** The refresh token of a connection. */
    refreshToken(connectionId: string): string {
      const item: unknown = JSON.parse(items.get(connectionId) ?? '{}');
      const token = Object.getOwnPropertyDescriptor(item, 'refreshToken')?.value as unknown;
      if (typeof token !== 'string') throw new Error('the keychain has no refresh token of this connection');
      return token;
    },
  };
}

export async function openBrowserDesk(ports: Partial<SystemPorts> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'latchkey-browser-'));
  const profile = join(folder, 'profile');
  let ahead = 0;
  const clock = { now: () => new Date(Date.now() + ahead) };
  const oauth: Partial<OAuthSettings> = {};
  const sandbox = await startSandbox({
    profile: 'demo',
    port: 0,
    dataDir: join(folder, 'sandbox'),
    clock,
    oauth,
  });
  const wire = await openWire(sandbox.url);
  const keychain = openKeychain();
  const pages: URL[] = [];
  const waiting: ((page: URL) => void)[] = [];
  const system: Partial<SystemPorts> = {
    clock,
    openSecrets: keychain.open,
    openSignIn: async (address) => {
      pages.push(address);
      waiting.shift()?.(address);
    },
    ...ports,
  };
  let core = await startCore(profile, system);

  return {
    sandbox,
    wire,
    oauth,
    keychain,
    profile,
    folder,
    pages,
    core: () => core,
    baseUrl: `${wire.url}/roboflow`,
    later(seconds: number) {
      ahead += seconds * 1000;
    },
    /** Closes the core and starts it again on what it left. */
    async restart() {
      await core.close();
      core = await startCore(profile, system);
    },
    /** The page the browser is sent to next. */
    nextPage: () => new Promise<URL>((resolve) => void waiting.push(resolve)),
    async end() {
      await core.close();
      await sandbox.close();
      await wire.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type BrowserDesk = Awaited<ReturnType<typeof openBrowserDesk>>;
export type Connected = CallOutput<'connections.connectInBrowser'>;

/** Whether anything listens there. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** The port that the answer is expected at, as the address of the sign-in page tells it. */
export function portIn(page: URL): number {
  return Number(new URL(page.searchParams.get('redirect_uri') ?? '').port);
}

/** Everything that authenticates, as it goes over the wire from now on: codes, verifiers, tokens. */
export function recordSecrets() {
  const seen = new Set<string>();
  const real = globalThis.fetch;
  const take = (text: string) => {
    for (const [, name = '', value = ''] of text.matchAll(/"(access_token|refresh_token)":"([^"]+)"/g)) {
      if (name) seen.add(value);
    }
    for (const name of ['code', 'code_verifier', 'refresh_token']) {
      const value = new URLSearchParams(text).get(name);
      if (value) seen.add(value);
    }
  };
  const recording: typeof fetch = async (input, init) => {
    if (init?.body) take(String(init.body));
    const response = await real(input, init);
    if (String(input).includes('/oauth/token')) take(await response.clone().text());
    return response;
  };
  return { seen, recording };
}
