import { describe, expect, it } from 'vitest';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import { loginKeysAmong } from '../../../src/main/sync/login-keys.ts';

const withPrefix = (prefix: string) => ({ remoteId: `id of ${prefix}`, prefix }) as RemoteKey;

describe('which key a connection signs in with', () => {
  it.each([
    ['Zt4q', true],
    ['Zt4q…', true],
    ['Zt4q...', true],
    ['Zx4q', false],
    ['', false],
    // Two characters fit one credential in a few thousand by chance.
    ['Zt', false],
  ])('prefix %j of a credential that starts with Zt4q: %s', (prefix, fits) => {
    expect(loginKeysAmong([withPrefix(prefix)], 'Zt4qNotARealCredential')).toHaveLength(fits ? 1 : 0);
  });
});
