import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { grantChangeSentence, grantStep } from '#shared/domain/grant-change-text.ts';
import { roboflowGrantArbitrary, workspaceKeysGrantArbitrary } from '../../../support/grants.ts';

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const full: Grant = { platform: 'roboflow', scopes: null };
const keys = (scopes: string[], isPublic = false): Grant => ({
  platform: 'workspace-keys',
  scopes,
  public: isPublic,
});

it.each<[Grant, Grant, string]>([
  [roboflow('image:read'), roboflow('image:read', 'folder:delete'), 'Can now delete folders.'],
  [roboflow('image:read', 'folder:delete'), roboflow('image:read'), 'Can no longer delete folders.'],
  [
    roboflow('folder:delete'),
    roboflow('project:read'),
    'Can now read projects. Can no longer delete folders.',
  ],
  [roboflow('image:read'), full, 'Can now do everything in the workspace.'],
  [full, roboflow('project:read'), 'Can no longer do everything, only read projects.'],
  [full, roboflow(), 'Can no longer do everything, only nothing.'],
  [keys(['inference']), keys(['project']), 'Can now manage projects, upload datasets and train models.'],
  [
    keys(['project']),
    keys(['inference']),
    'Can no longer manage projects, upload datasets and train models.',
  ],
  [keys(['inference']), keys(['inference'], true), 'Is public now: anyone may hold it.'],
  [keys(['inference'], true), keys(['inference']), 'Is not public any more.'],
  [
    keys(['project', 'inference']),
    keys(['project']),
    'Its scope is written differently, but it can do the same.',
  ],
])('%o became %o: %s', (before, after, sentence) => {
  expect(grantChangeSentence(before, after)).toBe(sentence);
});

it('names the scopes between two lists, and both labels where one is a name', () => {
  expect(grantStep(roboflow('image:read', 'image:tag'), roboflow('image:read', 'folder:delete'))).toBe(
    '+ folder:delete, − image:tag',
  );
  expect(grantStep(roboflow('image:read'), full)).toBe('image:read → Full access');
  expect(grantStep(keys(['inference']), keys(['project']))).toBe('Inference → Project');
});

it('says something for whatever a platform may send', () => {
  const pair = fc.oneof(
    fc.tuple(roboflowGrantArbitrary, roboflowGrantArbitrary),
    fc.tuple(workspaceKeysGrantArbitrary, workspaceKeysGrantArbitrary),
  );
  fc.assert(
    fc.property(pair, ([before, after]) => {
      expect(grantChangeSentence(before, after)).toMatch(/^(Can|Is|Its) .*\.$/s);
      expect(grantStep(before, after)).toMatch(/ → |^[+−] /);
    }),
  );
});
