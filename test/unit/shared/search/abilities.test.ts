import { describe, expect, it } from 'vitest';
import { abilityIds } from '#shared/domain/abilities.ts';
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
    // The abilities of the lens go by what is known of a scope, never by its name.
    [roboflow('video-inference-job:create'), 'infer', true],
    [roboflow('vendor:infer'), 'infer', false],
    [roboflow('vendor:infer'), 'unclassified', true],
    [{ platform: 'roboflow', scopes: null }, 'unclassified', false],
  ])('%j, %s: %s', (grant, ability, expected) => expect(can(grant, ability)).toBe(expected));

  it('offers abilities, then verbs, then verbs with what they are done to, each once', () => {
    expect(abilityNames.slice(0, 10)).toEqual(abilityIds);
    expect(abilityNames.slice(10, 13)).toEqual(['accept', 'admin-read', 'change']);
    expect(new Set(abilityNames).size).toBe(abilityNames.length);
    expect(abilityNames).toContain('api-key:delete');
  });
});
