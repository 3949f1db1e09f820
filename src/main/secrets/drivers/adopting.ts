/** keytar that also finds what its twin stored, so that a keytar repaired later does not ask everyone to sign in again. */
import type { SecretDriver } from './driver.ts';

/**
 * On Linux and Windows the two libraries label their items differently and are blind to each other's. What only the
 * twin finds is moved over. The way back is closed: the twin has no means to look for keytar's labels.
 * On macOS both use the very same item, so there is nothing to move, and deleting the twin's would delete keytar's.
 */
export function adoptingItemsOf(twin: SecretDriver, keytar: SecretDriver): SecretDriver {
  return {
    name: keytar.name,
    hidesLock: keytar.hidesLock,
    async get(account) {
      const found = await keytar.get(account);
      if (found !== null) return found;
      const left = await twin.get(account);
      if (left === null) return null;
      await keytar.set(account, left);
      await twin.delete(account);
      return left;
    },
    set: (account, secret) => keytar.set(account, secret),
    async delete(account) {
      const results = [await keytar.delete(account), await twin.delete(account)];
      return results.includes(true);
    },
  };
}
