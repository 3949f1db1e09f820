import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, write } from '../../../../src/main/platforms/oauth/saved-sign-in.ts';

describe('what the keychain keeps of a sign-in with the browser', () => {
  it('comes back as it was', () => {
    const text = fc.string();
    fc.assert(
      fc.property(text, text, fc.option(text), (issuer, clientId, refreshToken) => {
        expect(read(write({ issuer, clientId, refreshToken }))).toEqual({ issuer, clientId, refreshToken });
      }),
    );
  });

  it.each([
    null,
    '',
    'AnApiKeyOfRoboflow12',
    '{',
    '{}',
    '{"latchkey":"oauth"}',
    '["oauth"]',
    '{"latchkey":1}',
  ])('is not %j, which is a pasted key or nothing', (item) => expect(read(item)).toBeNull());

  it('fits the smallest keychain with tokens of a thousand characters', () => {
    const item = write({
      issuer: 'https://app.roboflow.com',
      clientId: 'c'.repeat(64),
      refreshToken: 'r'.repeat(1_000),
    });
    expect(Buffer.byteLength(item, 'utf16le')).toBeLessThan(2_560);
  });
});
