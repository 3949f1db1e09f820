import { describe, expect, it } from 'vitest';
import { whyBeyondCeiling } from '#shared/domain/datature-vi-ceiling.ts';
import type { DatatureViGrant } from '#shared/domain/grant.ts';

const grant = (access: string[], permission: string): DatatureViGrant => ({
  platform: 'datature-vi',
  access,
  permission,
});
const every = ['dataset', 'training', 'deployment'];

describe('what it says', () => {
  it('names every access the login has not', () => {
    expect(whyBeyondCeiling(grant(['dataset'], 'full'), grant(every, 'full'))).toEqual({
      kind: 'access',
      reason:
        'This login’s own key has no Training and no Deployment access, and a key hands on only what it has itself.',
    });
  });

  it('names both levels', () => {
    expect(whyBeyondCeiling(grant(every, 'read-only'), grant(['dataset'], 'labeler-only'))).toEqual({
      kind: 'level',
      reason: 'This login’s own key is Read Only, so it cannot give Labeler Only.',
    });
  });

  it('names the access first, as the platform looks at it first', () => {
    const { kind } = whyBeyondCeiling(grant(['dataset'], 'restricted'), grant(every, 'full')) ?? {};
    expect(kind).toBe('access');
  });
});

describe('nothing is refused', () => {
  it.each([
    ['to a login that has it all', grant(every, 'full'), grant(every, 'labeler-only')],
    ['that the login has itself', grant(['training'], 'restricted'), grant(['training'], 'restricted')],
    ['at the least level', grant(['dataset'], 'labeler-only'), grant(['dataset'], 'restricted')],
    ['at a level this version does not know', grant(every, 'read-only'), grant(every, 'auditor')],
    ['by a login at such a level', grant(every, 'auditor'), grant(every, 'full')],
    ['of an access it does not know', grant(['dataset'], 'full'), grant(['dataset', 'evaluation'], 'full')],
    ['where no access is chosen yet', grant([], 'full'), grant([], 'full')],
  ])('%s', (_, own, wanted) => {
    expect(whyBeyondCeiling(own, wanted)).toBeNull();
  });
});
