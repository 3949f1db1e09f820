/** What the store does where no Secret Service can be reached. */
import { openSecretStore } from '../../src/main/secrets/open-secret-store.ts';
import type { SecretStoreState } from '../../src/main/secrets/secret-store.ts';

export type WithoutService = { state: SecretStoreState; read: string | null; gone: string | null };

const store = await openSecretStore({ env: {} });
await store.set('one', 'for this session');
const read = await store.get('one');
await store.delete('one');
const answer: WithoutService = { state: store.state(), read, gone: await store.get('one') };
process.stdout.write(`${JSON.stringify(answer)}\n`);
