import { describe, expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { abilityNames, can } from '#shared/domain/search/abilities.ts';

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const workspaceKeys = (...scopes: string[]): Grant => ({ platform: 'workspace-keys', scopes, public: false });

describe('what a grant can do', () => {
  it.each<[Grant, string, boolean]>([
    [roboflow('folder:delete'), 'delete', true],
    [roboflow('folder:delete'), 'folder:delete', true],
    [roboflow('folder:delete'), 'batch:delete', false],
    // The catalogue says what a leaf does, whatever its name.
    [roboflow('api-key:revoke'), 'delete', true],
    [roboflow('annotation-job:delete-annotations'), 'annotation-job:delete', true],
    [roboflow('image:create'), 'upload', true],
    [roboflow('vendor:delete'), 'delete', true],
    [roboflow('vendor:purge'), 'delete', false],
    [roboflow(), 'read', false],
    [{ platform: 'roboflow', scopes: null }, 'delete', true],
    [workspaceKeys('inference'), 'infer', true],
    [workspaceKeys('inference'), 'upload', false],
    [workspaceKeys('project'), 'dataset:upload', true],
    [workspaceKeys('constructor'), 'infer', false],
  ])('%j, %s: %s', (grant, ability, expected) => expect(can(grant, ability)).toBe(expected));

  it('offers verbs before what they are done to, each once', () => {
    expect(abilityNames.slice(0, 3)).toEqual(['accept', 'admin-read', 'annotate']);
    expect(new Set(abilityNames).size).toBe(abilityNames.length);
    expect(abilityNames).toContain('api-key:delete');
  });
});
