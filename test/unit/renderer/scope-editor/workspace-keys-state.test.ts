import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseWorkspaceKeys,
  mayBePublic,
  offersBoth,
  openWorkspaceKeys,
  setAnyone,
  unknownScopes,
  type WorkspaceKeysChoice,
  workspaceKeysGrantOf,
} from '../../../../src/renderer/features/scope-editor/workspace-keys-state.ts';
import { workspaceKeysGrantArbitrary } from '../../../support/grants.ts';

const open = (scopes: string[], isPublic = false) =>
  openWorkspaceKeys({ platform: 'workspace-keys', scopes, public: isPublic });
const choiceArbitrary = fc.constantFrom<WorkspaceKeysChoice>('project', 'inference', 'both');

test('opens on the card that the key has, or on none', () => {
  expect(open(['project']).choice).toBe('project');
  expect(open(['inference', 'audit']).choice).toBe('inference');
  expect(open(['inference', 'project']).choice).toBe('both');
  expect(open(['audit']).choice).toBeNull();
});

test('both scopes are offered only for a key that has both', () => {
  expect(offersBoth(open(['project', 'inference']))).toBe(true);
  expect(offersBoth(open(['project']))).toBe(false);
});

test('unknown scopes survive any choice', () => {
  fc.assert(
    fc.property(workspaceKeysGrantArbitrary, fc.array(choiceArbitrary), (grant, choices) => {
      const end = choices.reduce(chooseWorkspaceKeys, openWorkspaceKeys(grant));
      for (const scope of unknownScopes(end)) expect(workspaceKeysGrantOf(end).scopes).toContain(scope);
    }),
  );
});

test('a changed choice is public only where Inference is the one scope', () => {
  fc.assert(
    fc.property(workspaceKeysGrantArbitrary, choiceArbitrary, fc.boolean(), (grant, choice, anyone) => {
      const opened = openWorkspaceKeys(grant);
      fc.pre(choice !== opened.choice);
      const result = workspaceKeysGrantOf(setAnyone(chooseWorkspaceKeys(opened, choice), anyone));
      if (result.public) expect(result.scopes).toEqual(['inference']);
    }),
  );
});

test('a public key that is shown as Project for a moment comes back as it was', () => {
  const opened = open(['inference'], true);
  const project = chooseWorkspaceKeys(opened, 'project');
  expect(workspaceKeysGrantOf(project)).toEqual({
    platform: 'workspace-keys',
    scopes: ['project'],
    public: false,
  });
  expect(workspaceKeysGrantOf(chooseWorkspaceKeys(project, 'inference')).public).toBe(true);
});

test('a private key never comes back public', () => {
  const detour = chooseWorkspaceKeys(setAnyone(open(['inference']), true), 'project');
  expect(workspaceKeysGrantOf(chooseWorkspaceKeys(detour, 'inference')).public).toBe(false);
});

test('the box says who may hold an Inference key', () => {
  const opened = open(['inference']);
  expect(mayBePublic(opened)).toBe(true);
  expect(workspaceKeysGrantOf(setAnyone(opened, true)).public).toBe(true);
  expect(mayBePublic(open(['project']))).toBe(false);
});
