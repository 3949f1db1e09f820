import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Grant, listedScopes, sameGrant } from '#shared/domain/grant.ts';
import { isClean, isUndone, mergeGrants, undoneBy } from '#shared/domain/grant-merge.ts';
import {
  datatureViGrantArbitrary,
  roboflowGrantArbitrary,
  workspaceKeysGrantArbitrary,
} from '../../../support/grants.ts';

/** Three grants of one platform; few enough scopes that the changes often meet. */
const few = fc.subarray(['image:read', 'image:create', 'model:infer', 'vendor:unknown']);
const versions = fc.oneof(
  ...[
    roboflowGrantArbitrary,
    fc.option(few, { freq: 4 }).map((scopes): Grant => ({ platform: 'roboflow', scopes })),
    datatureViGrantArbitrary,
    fc
      .tuple(
        fc.subarray(['dataset', 'training', 'deployment', 'evaluation']),
        fc.constantFrom('full', 'read-only', 'labeler-only', 'auditor'),
      )
      .map(([access, permission]): Grant => ({ platform: 'datature-vi', access, permission })),
    workspaceKeysGrantArbitrary,
  ].map((grant: fc.Arbitrary<Grant>) => fc.tuple(grant, grant, grant)),
);
const holds = (rule: (opened: Grant, theirs: Grant, yours: Grant) => void) =>
  fc.assert(fc.property(versions, ([opened, theirs, yours]) => rule(opened, theirs, yours)));

test('where one side changed nothing the other side’s grant comes out, and nothing is lost', () => {
  holds((opened, theirs) => {
    for (const merge of [
      mergeGrants({ opened, theirs, yours: opened }),
      mergeGrants({ opened, theirs: opened, yours: theirs }),
      mergeGrants({ opened, theirs, yours: theirs }),
    ]) {
      expect(sameGrant(merge.grant, theirs)).toBe(true);
      expect(isClean(merge)).toBe(true);
    }
  });
});

test('a clean merge is the same from either side', () => {
  holds((opened, theirs, yours) => {
    const merge = mergeGrants({ opened, theirs, yours });
    if (!isClean(merge)) return;
    const other = mergeGrants({ opened, theirs: yours, yours: theirs });
    expect(isClean(other)).toBe(true);
    expect(sameGrant(other.grant, merge.grant)).toBe(true);
  });
});

test('what nobody took away stays, and what neither side has does not come from nowhere', () => {
  holds((opened, theirs, yours) => {
    const { grant } = mergeGrants({ opened, theirs, yours });
    const parts = (each: Grant) => (each.platform === 'datature-vi' ? each.access : listedScopes(each));
    const result = new Set(parts(grant));
    if (grant.platform !== 'roboflow' || grant.scopes !== null) {
      const everywhere = parts(opened).filter(
        (part) => parts(theirs).includes(part) && parts(yours).includes(part),
      );
      for (const part of everywhere) expect(result).toContain(part);
    }
    for (const part of result) expect([...parts(theirs), ...parts(yours)]).toContain(part);
  });
});

test('lists of Roboflow merge without a clash: all that was added is there, all that was removed is not', () => {
  const lists = roboflowGrantArbitrary.filter(({ scopes }) => scopes !== null);
  fc.assert(
    fc.property(lists, lists, lists, (opened, theirs, yours) => {
      const merge = mergeGrants({ opened, theirs, yours });
      expect(isClean(merge)).toBe(true);
      const before = listedScopes(opened);
      for (const side of [theirs, yours].map(listedScopes)) {
        for (const scope of side)
          if (!before.includes(scope)) expect(listedScopes(merge.grant)).toContain(scope);
        for (const scope of before)
          if (!side.includes(scope)) expect(listedScopes(merge.grant)).not.toContain(scope);
      }
    }),
  );
});

test('the level and the publicity that you chose come out', () => {
  holds((opened, theirs, yours) => {
    const { grant } = mergeGrants({ opened, theirs, yours });
    if (
      grant.platform === 'datature-vi' &&
      yours.platform === 'datature-vi' &&
      opened.platform === 'datature-vi' &&
      theirs.platform === 'datature-vi'
    ) {
      const expected = yours.permission === opened.permission ? theirs.permission : yours.permission;
      expect(grant.permission).toBe(expected);
    }
    if (
      grant.platform === 'workspace-keys' &&
      yours.platform === 'workspace-keys' &&
      opened.platform === 'workspace-keys' &&
      theirs.platform === 'workspace-keys'
    )
      expect(grant.public).toBe(yours.public === opened.public ? theirs.public : yours.public);
  });
});

test('saving what others made of it takes nothing back, and neither does saving over no change', () => {
  holds((opened, theirs, yours) => {
    expect(isUndone(undoneBy(theirs, { opened, changed: theirs }))).toBe(false);
    expect(isUndone(undoneBy(yours, { opened, changed: opened }))).toBe(false);
  });
});

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const full: Grant = { platform: 'roboflow', scopes: null };
const vi = (permission: string, ...access: string[]): Grant => ({
  platform: 'datature-vi',
  access,
  permission,
});
const keys = (isPublic: boolean, ...scopes: string[]): Grant => ({
  platform: 'workspace-keys',
  scopes,
  public: isPublic,
});

describe('what cannot be had together is named', () => {
  it('scopes taken from what was given full access meanwhile', () => {
    const merge = mergeGrants({
      opened: roboflow('image:read', 'image:create'),
      theirs: full,
      yours: roboflow('image:read'),
    });
    expect(merge.grant).toEqual(roboflow('image:read'));
    expect(merge.theirsLost.fullAccess).toBe('lost');
  });

  it('scopes added to what was given full access meanwhile cost nothing', () => {
    const merge = mergeGrants({
      opened: roboflow('image:read'),
      theirs: full,
      yours: roboflow('image:read', 'model:infer'),
    });
    expect([merge.grant, isClean(merge)]).toEqual([full, true]);
  });

  it('full access ended on both sides, with other scopes left', () => {
    const merge = mergeGrants({
      opened: full,
      theirs: roboflow('image:read'),
      yours: roboflow('model:infer'),
    });
    expect(merge.grant).toEqual(roboflow('model:infer'));
    expect(merge.theirsLost).toMatchObject({ taken: ['image:read'], given: ['model:infer'] });
  });

  it('full access over a scope that was taken away meanwhile', () => {
    const merge = mergeGrants({
      opened: roboflow('image:read', 'credentials:delete'),
      theirs: roboflow('image:read'),
      yours: full,
    });
    expect([merge.grant, merge.theirsLost.given]).toEqual([full, ['credentials:delete']]);
  });

  it('two levels', () => {
    const merge = mergeGrants({
      opened: vi('full', 'dataset'),
      theirs: vi('read-only', 'dataset'),
      yours: vi('labeler-only', 'dataset'),
    });
    expect(merge.grant).toEqual(vi('labeler-only', 'dataset'));
    expect(merge.theirsLost.level).toEqual({ theirs: 'read-only', instead: 'labeler-only' });
  });

  it('an access scope that comes at another level than anybody chose for it', () => {
    const merge = mergeGrants({
      opened: vi('read-only', 'dataset'),
      theirs: vi('read-only', 'dataset', 'training'),
      yours: vi('full', 'dataset'),
    });
    expect(merge.grant).toEqual(vi('full', 'dataset', 'training'));
    expect(merge.further).toEqual(['training:full']);
  });

  it('an access scope of yours that is worth nothing at their level', () => {
    const merge = mergeGrants({
      opened: vi('read-only', 'dataset'),
      theirs: vi('labeler-only', 'dataset'),
      yours: vi('read-only', 'dataset', 'training'),
    });
    expect(merge.yoursLost.taken).toEqual(['training:read-only']);
  });

  it('rows and columns that do not meet are merged', () => {
    const merge = mergeGrants({
      opened: vi('full', 'dataset', 'training'),
      theirs: vi('full', 'dataset'),
      yours: vi('read-only', 'dataset', 'training'),
    });
    expect([merge.grant, isClean(merge)]).toEqual([vi('read-only', 'dataset'), true]);
  });

  it('a scope exchanged while the key was made public', () => {
    const merge = mergeGrants({
      opened: keys(false, 'inference'),
      theirs: keys(false, 'project'),
      yours: keys(true, 'inference'),
    });
    expect(merge.grant).toEqual(keys(true, 'project'));
  });
});

it('says what of theirs a save would take back', () => {
  const opened = roboflow('image:read', 'image:tag');
  const theirs = roboflow('image:read', 'model:infer', 'vendor:unknown');
  const yours = roboflow('image:read', 'image:tag', 'image:create');
  expect(undoneBy(yours, { opened, changed: theirs })).toEqual({
    taken: ['model:infer', 'vendor:unknown'],
    given: ['image:tag'],
    fullAccess: null,
    publicity: null,
    level: null,
  });
});
