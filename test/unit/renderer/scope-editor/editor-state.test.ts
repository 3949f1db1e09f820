import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { grantOf, openEditor } from '../../../../src/renderer/features/scope-editor/editor-state.ts';
import { grantArbitrary } from '../../../support/grants.ts';

test('opening the editor and saving without a change sends nothing, for any grant', () => {
  fc.assert(
    fc.property(grantArbitrary, (grant) => {
      const saved = grantOf(openEditor(grant));
      expect(sameGrant(saved, grant)).toBe(true);
      expect(diffGrants(grant, saved).changed).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('opening never changes the grant it was given', () => {
  fc.assert(
    fc.property(grantArbitrary, (grant) => {
      const before = structuredClone(grant);
      grantOf(openEditor(grant));
      expect(grant).toEqual(before);
    }),
  );
});
