import { describe, expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { mergeGrants, undoneBy } from '#shared/domain/grant-merge.ts';
import { conflictLines, costLines } from '../../../../src/renderer/features/keys/three-way-words.ts';

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const full: Grant = { platform: 'roboflow', scopes: null };
const vi = (permission: string, ...access: string[]): Grant => ({
  platform: 'datature-vi',
  access,
  permission,
});
const keys = (isPublic: boolean): Grant => ({
  platform: 'workspace-keys',
  scopes: ['inference'],
  public: isPublic,
});
const lost = (opened: Grant, changed: Grant, saved: Grant) =>
  costLines(undoneBy(saved, { opened, changed }), 'their').map(
    ({ gained, text }) => `${gained ? '+' : '-'} ${text}`,
  );

describe('what of theirs a save takes back', () => {
  it.each<[string, Grant, Grant, Grant, string[]]>([
    [
      'nothing',
      roboflow('image:read'),
      roboflow('image:read', 'image:tag'),
      roboflow('image:read', 'image:tag'),
      [],
    ],
    [
      'scopes',
      roboflow('image:read', 'vendor:thing'),
      roboflow('image:read', 'image:tag'),
      roboflow('vendor:thing'),
      ['- Without their addition: tag images', '+ In spite of their removal: vendor:thing'],
    ],
    [
      'full access',
      roboflow('image:read'),
      full,
      roboflow('image:tag'),
      ['- Ends their full access: the key can do only what is chosen.'],
    ],
    [
      'the end of full access',
      full,
      roboflow('image:read'),
      full,
      ['+ Gives full access, which had been ended.'],
    ],
    [
      'a level',
      vi('full', 'dataset'),
      vi('read-only', 'dataset'),
      vi('labeler-only', 'dataset'),
      ['- Labeler Only takes the place of their Read Only.'],
    ],
    ['publicity', keys(false), keys(true), keys(false), ['- Is not public, although it was made so.']],
    ['its end', keys(true), keys(false), keys(true), ['+ Is public again: anyone may hold it.']],
  ])('%s', (_name, opened, theirs, yours, lines) => {
    expect(lost(opened, theirs, yours)).toEqual(lines);
  });
});

it('names what neither chose, in the words of the platform', () => {
  const merge = mergeGrants({
    opened: vi('read-only', 'dataset'),
    theirs: vi('read-only', 'dataset', 'training'),
    yours: vi('full', 'dataset'),
  });
  expect(conflictLines(merge).map(({ text }) => text)).toEqual([
    'What neither chose: Training at Full (create workflows, start runs and download models)',
  ]);
});
