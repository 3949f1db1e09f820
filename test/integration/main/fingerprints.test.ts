/** A secret that was made here is known again: as a name, after its key is deleted, and after a restart. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSecretStore } from '../../../src/main/secrets/open-secret-store.ts';
import { scanForSecrets } from '../../support/scan-for-secrets.ts';
import { FakeKeychain } from '../../unit/secrets/fake-keychain.ts';
import { type Core, openDesk, signInTo, startCore } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
let keychain: FakeKeychain;
let workspaceId: string;
beforeEach(async () => {
  desk = await openDesk();
  keychain = new FakeKeychain();
  await desk.core.close();
  await start();
  const { workspaceIds } = await core.call('connections.connect', signInTo(desk.sandbox, 'orchard-labs'));
  workspaceId = workspaceIds[0] ?? expect.unreachable();
  await core.call('sync.now', { workspaceId });
});
afterEach(async () => {
  await core.close();
  await desk.end();
});

async function start(): Promise<void> {
  core = await startCore(desk.profile, {
    openSecrets: () => openSecretStore({ env: {}, loadDriver: async () => keychain }),
  });
}

async function make(name: string): Promise<{ keyId: string; secret: string }> {
  const { keyId, handOverId } = await core.call('keys.create', {
    workspaceId,
    name,
    environment: 'staging',
    grant: { platform: 'workspace-keys', scopes: ['inference'], public: false },
  });
  const { secret } = await core.call('handOver.reveal', { handOverId });
  await core.call('handOver.finish', { handOverId, unneeded: false });
  return { keyId, secret };
}

const problemWith = async (name: string) =>
  (await core.call('keys.checkName', { workspaceId, name, exceptKeyId: null })).problem;

it('is refused as a name, by the name of its key, also when that key and this run are gone', async () => {
  const { keyId, secret } = await make('kiosk-display');
  expect(await problemWith(secret)).toContain('This is the secret of kiosk-display.');
  expect(await problemWith(`kiosk ${secret}`)).toContain('This is the secret of kiosk-display.');
  await expect(
    core.call('keys.rename', { keyId, name: secret, expected: 'kiosk-display' }),
  ).rejects.toMatchObject({
    error: { field: 'name' },
  });

  await core.call('keys.delete', { keyId });
  expect(await problemWith(secret)).toContain('This is the secret of a key that was made here.');
  await core.close();
  await start();
  expect(await problemWith(secret)).toContain('This is the secret of a key that was made here.');
  expect(await problemWith('kiosk-display-in-the-lobby')).toBeNull();

  const hmacKey = keychain.items.get(
    keychain.accounts.find((name) => name.startsWith('fingerprints-')) ?? '',
  );
  expect(hmacKey).toMatch(/^[\w-]{43}$/);
  await core.close();
  expect(await scanForSecrets([desk.profile], [secret, hmacKey ?? ''])).toEqual([]);
  await start();
});

it('a keychain that refuses its key keeps nobody from making a key', async () => {
  const set = keychain.set.bind(keychain);
  keychain.set = async (account, value) => {
    if (account.startsWith('fingerprints-')) throw new Error('User canceled the operation.');
    await set(account, value);
  };
  const { secret } = await make('kiosk-display');
  expect(await problemWith(secret)).toContain('This is the secret of kiosk-display.');
  expect(keychain.accounts.filter((name) => name.startsWith('fingerprints-'))).toEqual([]);
});
