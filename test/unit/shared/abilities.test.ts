import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AbilityId,
  abilitiesIn,
  abilityBit,
  abilityIds,
  abilityLabels,
  abilityMask,
} from '#shared/domain/abilities.ts';
import { accessScopes, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import { type Grant, isFullAccess, listedScopes } from '#shared/domain/grant.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { can } from '#shared/domain/search/abilities.ts';
import { grantArbitrary, leafArbitrary } from '../../support/grants.ts';

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const workspaceKeys = (...scopes: string[]): Grant => ({ platform: 'workspace-keys', scopes, public: false });
const datatureVi = (permission: string, ...access: string[]): Grant => ({
  platform: 'datature-vi',
  access,
  permission,
});
const of = (grant: Grant) => abilitiesIn(abilityMask(grant));
const named = abilityIds.filter((id) => id !== 'unclassified');
const leaves = roboflowSections.flatMap((section) => section.leaves.map(({ scope }) => scope));

describe('the abilities of a grant', () => {
  it.each<[Grant, AbilityId[]]>([
    [roboflow(), []],
    [roboflow('image:read', 'image:annotate'), ['read-data', 'annotate']],
    [roboflow('workflow:update', 'model:infer'), ['deploy', 'infer']],
    [roboflow('api-key:create'), ['mint-keys']],
    [roboflow('api-key:read'), ['read-data']],
    [roboflow('credentials:read', 'device:update'), ['manage-devices', 'mint-keys']],
    [roboflow('vendor:new-thing', 'image:read'), ['read-data', 'unclassified']],
    [workspaceKeys('project'), ['read-data', 'write-data', 'train', 'infer']],
    [workspaceKeys('inference'), ['infer']],
    [datatureVi('full', 'dataset'), ['read-data', 'write-data', 'annotate']],
    [datatureVi('read-only', 'dataset'), ['read-data']],
    [datatureVi('labeler-only', 'dataset'), ['annotate']],
    [datatureVi('restricted', 'dataset', 'training'), ['unclassified']],
    [datatureVi('full', 'deployment'), ['deploy', 'infer']],
    [datatureVi('read-only', 'deployment'), ['infer']],
    [datatureVi('full', 'training'), ['read-data', 'train']],
    [datatureVi('full', 'dataset', 'vault'), ['read-data', 'write-data', 'annotate', 'unclassified']],
    [datatureVi('owner', 'dataset'), ['unclassified']],
  ])('%j: %j', (grant, expected) => expect(of(grant)).toEqual(expected));

  it.each<[string, Grant]>([
    ['Roboflow', { platform: 'roboflow', scopes: null }],
    ['Datature Vi', datatureVi('full', ...accessScopes)],
  ])('full access on %s is every ability that has a name', (_, grant) => expect(of(grant)).toEqual(named));

  it('leaves no leaf of the catalogue unclassified, and takes none of them for everything', () => {
    expect(leaves).toHaveLength(63);
    for (const leaf of leaves) {
      const found = of(roboflow(leaf));
      expect(found, leaf).not.toEqual([]);
      expect(found, leaf).not.toContain('unclassified');
      expect(found, leaf).not.toContain('everything');
    }
    expect(of(roboflow(...leaves))).toEqual(named.filter((id) => id !== 'everything'));
  });

  it('leaves no cell of Datature Vi unclassified whose meaning the platform tells', () => {
    for (const access of accessScopes)
      for (const level of permissionLevels.filter((each) => each !== 'restricted'))
        expect(of(datatureVi(level, access)), `${access} at ${level}`).not.toContain('unclassified');
  });

  it('is unclassified for every scope that no catalogue has, on each platform', () => {
    const unknown = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.constantFrom('__proto__', 'constructor', 'Project', ' image:read', 'vendor:infer', 'dataset:read'),
      )
      .filter((scope) => !leaves.includes(scope) && scope !== 'project' && scope !== 'inference');
    fc.assert(
      fc.property(unknown, (scope) => {
        expect(of(roboflow(scope))).toEqual(['unclassified']);
        expect(of(workspaceKeys(scope))).toEqual(['unclassified']);
        if (accessScopes.some((access) => access === scope)) return;
        expect(of(datatureVi('full', scope))).toEqual(['unclassified']);
        expect(abilitiesIn(abilityMask(datatureVi('full', ...accessScopes, scope)))).toEqual(abilityIds);
      }),
    );
  });

  it('of the union of leaves is the union of the abilities', () => {
    fc.assert(
      fc.property(fc.array(leafArbitrary), fc.array(leafArbitrary), (some, others) => {
        const both = abilityMask(roboflow(...some, ...others));
        expect(both).toBe(abilityMask(roboflow(...some)) | abilityMask(roboflow(...others)));
      }),
    );
  });

  it('is nothing only where nothing is listed, and everything only for full access', () => {
    fc.assert(
      fc.property(grantArbitrary, (grant) => {
        const found = of(grant);
        expect(found.includes('everything')).toBe(isFullAccess(grant));
        if (grant.platform !== 'datature-vi')
          expect(found.length === 0).toBe(!isFullAccess(grant) && listedScopes(grant).length === 0);
      }),
    );
  });

  it('is what can: finds', () => {
    fc.assert(
      fc.property(grantArbitrary, fc.constantFrom(...abilityIds), (grant, id) => {
        expect(can(grant, id)).toBe(of(grant).includes(id));
      }),
    );
  });

  it('has a bit and a name of its own for each ability', () => {
    expect(new Set(abilityIds.map(abilityBit)).size).toBe(abilityIds.length);
    expect(new Set(Object.values(abilityLabels)).size).toBe(abilityIds.length);
    expect(abilitiesIn(abilityIds.reduce((mask, id) => mask | abilityBit(id), 0))).toEqual(abilityIds);
  });
});
