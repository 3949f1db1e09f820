/** Starts Latchkey for one test in a throwaway profile, with or without a sandbox beside it, and cleans up after it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { startVirtualDisplay, virtualVariable } from '../../../build/scripts/lib/display.mjs';
import type {} from '../../../src/renderer/lib/bridge.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { platformIdSchema } from '../../../src/shared/domain/platform.ts';
import { startStarterPlan } from '../../support/starter-plan.ts';
import { desk } from './desk.ts';
import { type LaunchOptions, launch } from './host.ts';

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
type Host = Awaited<ReturnType<typeof launch>>;

type Fixtures = {
  folder: string;
  /** The demo world, in this process. */
  sandbox: Sandbox;
  /** Beside it, a Roboflow workspace on a plan without Advanced API Keys. */
  starter: Awaited<ReturnType<typeof startStarterPlan>>;
  /** The application on an empty profile. */
  host: Host;
  at: ReturnType<typeof desk>;
  /** Signs in to Acme Vision (Roboflow) and to Orchard Labs and Pixel Foundry (workspace-keys), and waits for their keys. */
  signedIn: undefined;
};

/**
 * Starts Latchkey on a profile. Sign-ins stay in memory, since a test must never touch the keychain of whoever runs it;
 * the exception is a run that says it has a Secret Service of its own.
 */
export function openLatchkey(
  userDataDir: string,
  { args = [], env = {} }: Pick<LaunchOptions, 'args' | 'env'> = {},
): Promise<Host> {
  const hasPrivateKeychain = process.env.LATCHKEY_KEYCHAIN_SUITE === '1';
  const secretStore = hasPrivateKeychain ? {} : { LATCHKEY_SECRET_STORE: 'memory' };
  // Nor what the Roboflow CLI of whoever runs it has on this computer.
  const noCli = { ROBOFLOW_CONFIG_DIR: join(userDataDir, 'no-roboflow-cli.json') };
  return launch({ userDataDir, args, env: { ...noCli, ...secretStore, ...env } });
}

/** Keys of Acme Vision, Orchard Labs and Pixel Foundry in the demo world. */
const signedInKeys = 348 + 54 + 22;

/** The sandbox's sign-in to the workspace with this slug or name. */
export function signInTo(sandbox: Sandbox, place: string) {
  const found = sandbox.connections.find((each) =>
    each.workspaces.some(({ slug, name }) => slug === place || name === place),
  );
  if (!found) throw new Error(`The sandbox has no sign-in to ${place}.`);
  return found;
}

/** What the connect dialog asks of main, for tests that begin behind it. */
async function signIn(page: Page, { baseUrl, credential, ...words }: Sandbox['connections'][number]) {
  const request = { platform: platformIdSchema.parse(words.platform), baseUrl, credential };
  const { ok } = await page.evaluate((words) => window.latchkey.connectionsConnect(words), request);
  expect(ok).toBe(true);
}

export const test = base.extend<Fixtures, { ownDisplay: undefined }>({
  ownDisplay: [
    async ({ browserName: _ }, use) => {
      // Windows side by side on one screen take the focus from each other, and a drag ends when another one opens.
      const display = process.env[virtualVariable] ? await startVirtualDisplay() : undefined;
      if (display) process.env.DISPLAY = display.env.DISPLAY;
      await use(undefined);
      display?.stop();
    },
    { scope: 'worker', auto: true },
  ],
  folder: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'latchkey-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  sandbox: async ({ folder }, use) => {
    const sandbox = await startSandbox({ profile: 'demo', port: 0, dataDir: join(folder, 'sandbox') });
    await use(sandbox);
    await sandbox.close();
  },
  starter: async ({ browserName: _ }, use) => {
    const starter = await startStarterPlan();
    await use(starter);
    await starter.close();
  },
  host: async ({ folder }, use) => {
    const host = await openLatchkey(join(folder, 'profile'));
    await use(host);
    await host.close();
  },
  at: async ({ host }, use) => use(desk(host.page)),
  signedIn: async ({ sandbox, host, at }, use) => {
    for (const slug of ['acme-vision', 'orchard-labs']) await signIn(host.page, signInTo(sandbox, slug));
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(signedInKeys + 1));
    await use(undefined);
  },
});

export { expect };
