import { expect, it } from 'vitest';
import { readFolderIds } from '../../../../src/renderer/features/keys/typed-folder-ids.tsx';

it.each([
  ['', []],
  ['fld_a', ['fld_a']],
  [' fld_a,fld_b ; fld_a\nfld_c ', ['fld_a', 'fld_b', 'fld_c']],
  [', ,', []],
])('%j names %j', (typed, ids) => {
  expect(readFolderIds(typed)).toEqual(ids);
});
