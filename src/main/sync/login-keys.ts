import type { RemoteKey } from '../platforms/platform.ts';

/** A prefix shorter than this fits too many credentials to mean anything. */
const shortestTellingPrefix = 3;

/**
 * The remote ids of keys that may be the one the connection signs in with: no platform says which it is, so it is told
 * by its visible prefix. Where two fit, both count: refusing to delete one key too many is the harmless mistake.
 */
export function loginKeysAmong(keys: readonly RemoteKey[], credential: string): string[] {
  return keys.filter((key) => fits(key.prefix, credential)).map((key) => key.remoteId);
}

function fits(prefix: string, credential: string): boolean {
  const visible = prefix.replace(/(…|\.{2,})$/, '');
  return visible.length >= shortestTellingPrefix && credential.startsWith(visible);
}
