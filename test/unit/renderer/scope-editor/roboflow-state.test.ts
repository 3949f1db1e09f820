import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { roboflowLeaf, roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import {
  chooseRoboflow,
  openRoboflow,
  type RoboflowChoice,
  roboflowGrantOf,
  setScopes,
  tickedIn,
} from '../../../../src/renderer/features/scope-editor/roboflow-state.ts';
import { leafArbitrary, roboflowGrantArbitrary } from '../../../support/grants.ts';

const open = (scopes: string[] | null) => openRoboflow({ platform: 'roboflow', scopes });
const choiceArbitrary = fc.constantFrom<RoboflowChoice>('project', 'inference', 'custom', 'full-access');

test('opens on the choice that says the same as the grant', () => {
  expect(open(null).choice).toBe('full-access');
  expect(open(['model:infer', 'model:infer']).choice).toBe('inference');
  expect(open([]).choice).toBe('custom');
  expect(open(['image:read']).choice).toBe('custom');
});

test('one toggle sends exactly that leaf as the difference, and back again nothing', () => {
  fc.assert(
    fc.property(roboflowGrantArbitrary, leafArbitrary, (grant, leaf) => {
      fc.pre(grant.scopes !== null);
      const opened = openRoboflow(grant);
      const had = opened.leaves.includes(leaf);
      const once = setScopes(opened, [leaf], !had);
      const diff = diffGrants(grant, roboflowGrantOf(once));
      expect([diff.added, diff.removed]).toEqual(had ? [[], [leaf]] : [[leaf], []]);
      expect(sameGrant(roboflowGrantOf(setScopes(once, [leaf], had)), grant)).toBe(true);
    }),
  );
});

test('going to Custom keeps the leaves of the preset before', () => {
  const project = chooseRoboflow(open(['image:read']), 'project');
  expect(roboflowGrantOf(chooseRoboflow(project, 'custom'))).toEqual(roboflowGrantOf(project));
});

test('Custom after full access has the leaves from before it, never all boxes', () => {
  const there = chooseRoboflow(open(['image:read', 'x:y']), 'full-access');
  expect(roboflowGrantOf(there).scopes).toBeNull();
  expect(roboflowGrantOf(chooseRoboflow(there, 'custom')).scopes).toEqual(['image:read', 'x:y']);
  expect(roboflowGrantOf(chooseRoboflow(open(null), 'custom')).scopes).toEqual([]);
});

test('unknown leaves stay in sight through any choices', () => {
  fc.assert(
    fc.property(roboflowGrantArbitrary, fc.array(choiceArbitrary), (grant, choices) => {
      const end = choices.reduce(chooseRoboflow, openRoboflow(grant));
      const unknown = new Set((grant.scopes ?? []).filter((scope) => !roboflowLeaf(scope)));
      expect(new Set(end.unknown)).toEqual(unknown);
    }),
  );
});

test('a section is ticked as a whole and unticked as a whole, and nothing else moves', () => {
  fc.assert(
    fc.property(roboflowGrantArbitrary, fc.constantFrom(...roboflowSections), (grant, section) => {
      const scopes = section.leaves.map((leaf) => leaf.scope);
      const opened = openRoboflow(grant);
      const others = opened.leaves.filter((scope) => !scopes.includes(scope));
      const all = setScopes(opened, scopes, true);
      expect(tickedIn(all, section)).toBe(scopes.length);
      const none = setScopes(all, scopes, false);
      expect(tickedIn(none, section)).toBe(0);
      expect(none.leaves).toEqual(others);
    }),
  );
});
