import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Grant, sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import {
  grantArbitrary,
  roboflowGrantArbitrary,
  workspaceKeysGrantArbitrary,
} from '../../../support/grants.ts';

const roboflow = (scopes: string[] | null): Grant => ({ platform: 'roboflow', scopes });

test('a grant compared with itself has no difference', () => {
  fc.assert(
    fc.property(grantArbitrary, (grant) => {
      expect(diffGrants(grant, structuredClone(grant))).toEqual({
        changed: false,
        added: [],
        removed: [],
        gained: [],
        lost: [],
        fullAccess: null,
        publicity: null,
        widens: false,
        narrows: false,
      });
    }),
  );
});

test('before, less what is removed and with what is added, is after', () => {
  fc.assert(
    fc.property(roboflowGrantArbitrary, roboflowGrantArbitrary, (before, after) => {
      const diff = diffGrants(before, after);
      expect(diff.changed).toBe(!sameGrant(before, after));
      if (before.scopes === null || after.scopes === null) {
        expect([diff.added, diff.removed]).toEqual([[], []]);
        return;
      }
      const rebuilt = [...before.scopes.filter((scope) => !diff.removed.includes(scope)), ...diff.added];
      expect(sameGrant(roboflow(rebuilt), after)).toBe(true);
    }),
  );
});

test('swapping the two sides swaps the difference', () => {
  fc.assert(
    fc.property(roboflowGrantArbitrary, roboflowGrantArbitrary, (a, b) => {
      const [there, back] = [diffGrants(a, b), diffGrants(b, a)];
      expect(new Set(there.added)).toEqual(new Set(back.removed));
      expect(there.fullAccess === 'gained').toBe(back.fullAccess === 'lost');
    }),
  );
});

test('what widens in one direction narrows in the other, on either platform', () => {
  const pair = fc.oneof(
    fc.tuple(roboflowGrantArbitrary, roboflowGrantArbitrary),
    fc.tuple(workspaceKeysGrantArbitrary, workspaceKeysGrantArbitrary),
  );
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [there, back] = [diffGrants(a, b), diffGrants(b, a)];
      expect([there.widens, there.narrows]).toEqual([back.narrows, back.widens]);
      expect(new Set(there.gained)).toEqual(new Set(back.lost));
    }),
  );
});

test('an ability more only widens, an ability less only narrows, one for another does both', () => {
  expect(diffGrants(roboflow(['image:read']), roboflow(['image:read', 'image:tag']))).toMatchObject({
    widens: true,
    narrows: false,
  });
  expect(diffGrants(roboflow(['image:read', 'image:tag']), roboflow(['image:tag']))).toMatchObject({
    widens: false,
    narrows: true,
  });
  expect(diffGrants(roboflow(['image:read']), roboflow(['image:tag']))).toMatchObject({
    widens: true,
    narrows: true,
  });
});

test('gaining full access widens; losing it does not, whatever is listed afterwards', () => {
  expect(diffGrants(roboflow(['image:read']), roboflow(null))).toMatchObject({
    fullAccess: 'gained',
    widens: true,
  });
  expect(diffGrants(roboflow(null), roboflow(['image:read', 'api-key:create']))).toMatchObject({
    fullAccess: 'lost',
    added: [],
    widens: false,
  });
});

test('becoming public widens without any scope', () => {
  const held: Grant = { platform: 'workspace-keys', scopes: ['inference'], public: false };
  const diff = diffGrants(held, { ...held, public: true });
  expect(diff).toMatchObject({ changed: true, added: [], publicity: 'gained', widens: true });
  expect(diffGrants({ ...held, public: true }, held)).toMatchObject({ publicity: 'lost', widens: false });
});

test('on workspace keys Project holds what Inference allows', () => {
  const grant = (...scopes: string[]): Grant => ({ platform: 'workspace-keys', scopes, public: false });
  expect(diffGrants(grant('project'), grant('inference'))).toMatchObject({
    added: ['inference'],
    gained: [],
    lost: ['project'],
    widens: false,
  });
  expect(diffGrants(grant('inference'), grant('project'))).toMatchObject({
    gained: ['project'],
    lost: [],
    widens: true,
  });
  expect(diffGrants(grant('project', 'inference'), grant('project'))).toMatchObject({
    changed: true,
    removed: ['inference'],
    lost: [],
  });
});
