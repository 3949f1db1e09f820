/** What the system gives to a core in a process of its own: a store's thread that can stand still, and sign-ins in memory. */
import { join } from 'node:path';
import type { SystemPorts } from '../../../src/main/ports.ts';
import { createMemoryStore } from '../../../src/main/secrets/drivers/memory.ts';
import type { OpenedSecretStore } from '../../../src/main/secrets/secret-store.ts';
import { openLog } from '../../../src/main/system/log.ts';
import { type ThreadScript, threadScript } from '../../support/threads.ts';

/** By the id of its connection. */
export type Credentials = Readonly<Record<string, string>>;

export function portsToKill(profile: string, credentials: Credentials, store: ThreadScript): SystemPorts {
  const unused = () => Promise.reject(new Error('not used here'));
  return {
    version: '0.0.0-test',
    userData: profile,
    storeWorker: threadScript(store),
    log: openLog(join(profile, 'logs')),
    clipboard: { readText: unused, writeText: unused, clear: unused },
    spawnClipboardHelper: () => {
      throw new Error('not used here');
    },
    openSecrets: () => rememberedSignIns(credentials),
    askWhereToSave: async () => null,
    askWhichFile: async () => null,
    setContentProtection: () => undefined,
    openLink: unused,
    openSignIn: unused,
    reminders: { notify: () => undefined, setBadge: () => undefined, setTray: () => undefined },
    sandbox: { launch: unused, stop: () => undefined },
    emit: () => undefined,
  };
}

/** As a keychain has them that outlived the process. */
export async function rememberedSignIns(credentials: Credentials): Promise<OpenedSecretStore> {
  const store = createMemoryStore('available', 'in this test');
  for (const [id, credential] of Object.entries(credentials)) await store.set(id, credential);
  return store;
}
