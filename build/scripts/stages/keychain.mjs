// The keychain suite on a real Secret Service that nobody else uses.
import { missingForKeychain, withPrivateKeychain } from '../lib/keychain.mjs';
import { runVitest } from './vitest.mjs';

/** @returns {Promise<import('./stage.mjs').Outcome>} */
export async function keychainStage() {
  const missing = missingForKeychain();
  if (missing.length > 0) {
    const note = `left out: it needs ${missing.join(' and ')}`;
    return { passed: 0, failed: 0, skipped: 0, output: '', note };
  }
  return withPrivateKeychain((keychain) => runVitest('keychain', keychain));
}
