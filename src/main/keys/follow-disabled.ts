import type { Store } from '../store/client.ts';
import type { Expected } from './settle.ts';

/**
 * Keeps quarantine in step once a key was disabled or enabled through Latchkey, whether the answer came or the next
 * sync told: a key that was enabled on purpose must not be deleted later.
 */
export async function followDisabled(store: Store, keyId: string, expected: Expected): Promise<void> {
  if (expected.quarantine) await store.write.enterQuarantine(keyId, expected.quarantine);
  else if (expected.disabled === false) await store.write.leaveQuarantine(keyId);
}
