import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Grant, grantSchema, isFullAccess, listedScopes, sameGrant } from '#shared/domain/grant.ts';
import { presetOf } from '#shared/domain/presets.ts';
import { grantArbitrary, roboflowGrantArbitrary } from '../../../support/grants.ts';

const roboflow = (scopes: string[] | null): Grant => ({ platform: 'roboflow', scopes });

describe('sameGrant', () => {
  test('order and repeats do not count', () => {
    fc.assert(
      fc.property(roboflowGrantArbitrary, (grant) => {
        if (grant.scopes === null) return;
        expect(sameGrant(grant, roboflow([...grant.scopes, ...grant.scopes].reverse()))).toBe(true);
      }),
    );
  });

  test('one more scope makes another grant', () => {
    fc.assert(
      fc.property(roboflowGrantArbitrary, (grant) => {
        if (grant.scopes === null) return;
        expect(sameGrant(grant, roboflow([...grant.scopes, 'never:generated']))).toBe(false);
      }),
    );
  });

  test('is symmetric', () => {
    fc.assert(
      fc.property(grantArbitrary, grantArbitrary, (a, b) => {
        expect(sameGrant(a, b)).toBe(sameGrant(b, a));
      }),
    );
  });

  test('full access is neither no ability nor every known one', () => {
    expect(sameGrant(roboflow(null), roboflow([]))).toBe(false);
    expect(isFullAccess(roboflow([]))).toBe(false);
    expect(listedScopes(roboflow(null))).toEqual([]);
  });

  test('being public is part of a grant, and platforms never match', () => {
    const inference: Grant = { platform: 'workspace-keys', scopes: ['inference'], public: false };
    expect(sameGrant(inference, { ...inference, public: true })).toBe(false);
    expect(sameGrant(inference, roboflow(['inference']))).toBe(false);
  });
});

test('generated grants are what the contract lets through, unknown scopes included', () => {
  fc.assert(
    fc.property(grantArbitrary, (grant) => {
      expect(grantSchema.parse(grant)).toEqual(grant);
    }),
  );
});

describe('presetOf', () => {
  test('knows a preset in any order and with repeats', () => {
    expect(presetOf(roboflow(['model:infer', 'model:infer']))?.id).toBe('inference');
    expect(presetOf(roboflow(null))?.id).toBe('full-access');
    expect(presetOf({ platform: 'workspace-keys', scopes: ['inference'], public: true })?.id).toBe(
      'inference',
    );
  });

  test('a preset and one scope more is none', () => {
    expect(presetOf(roboflow(['model:infer', 'image:read']))).toBeUndefined();
    expect(presetOf(roboflow([]))).toBeUndefined();
    expect(
      presetOf({ platform: 'workspace-keys', scopes: ['project', 'inference'], public: false }),
    ).toBeUndefined();
  });
});
