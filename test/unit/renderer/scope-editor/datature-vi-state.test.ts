import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AccessScope, accessScopes, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import {
  choosePermission,
  type DatatureViState,
  datatureViGrantOf,
  levelsOf,
  openDatatureVi,
  setAccess,
  unknownOf,
} from '../../../../src/renderer/features/scope-editor/datature-vi-state.ts';
import { datatureViGrantArbitrary } from '../../../support/grants.ts';

type Step = (state: DatatureViState) => DatatureViState;
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom<AccessScope>(...accessScopes), fc.boolean()).map(
    ([scope, on]): Step =>
      (state) =>
        setAccess(state, scope, on),
  ),
  fc.constantFrom(...permissionLevels).map(
    (level): Step =>
      (state) =>
        choosePermission(state, level),
  ),
);

test('opened and saved without a change, any grant is sent as it came', () => {
  fc.assert(
    fc.property(datatureViGrantArbitrary, (grant) => {
      expect(datatureViGrantOf(openDatatureVi(grant))).toEqual(grant);
      expect(diffGrants(grant, datatureViGrantOf(openDatatureVi(grant))).changed).toBe(false);
    }),
  );
});

test('unknown access scopes survive any choice, and an unknown level stays on offer', () => {
  fc.assert(
    fc.property(datatureViGrantArbitrary, fc.array(steps), (grant, done) => {
      const end = done.reduce((state, step) => step(state), openDatatureVi(grant));
      expect(datatureViGrantOf(end).access).toEqual(expect.arrayContaining(unknownOf(grant)));
      expect(levelsOf(end)).toContain(grant.permission);
    }),
  );
});

test('what is ticked is what the key gets', () => {
  fc.assert(
    fc.property(datatureViGrantArbitrary, fc.array(steps), (grant, done) => {
      const end = done.reduce((state, step) => step(state), openDatatureVi(grant));
      const result = datatureViGrantOf(end);
      for (const scope of accessScopes)
        expect(result.access.includes(scope)).toBe(end.access.includes(scope));
      expect(result.permission).toBe(end.permission);
    }),
  );
});

test('a scope ticked and unticked again leaves no trace, not even in the order', () => {
  const grant = { platform: 'datature-vi', access: ['training', 'dataset'], permission: 'full' } as const;
  const opened = openDatatureVi({ ...grant, access: [...grant.access] });
  const back = setAccess(setAccess(opened, 'deployment', true), 'deployment', false);
  expect(datatureViGrantOf(back)).toEqual(grant);
});
