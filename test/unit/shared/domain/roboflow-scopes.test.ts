import { expect, test } from 'vitest';
import { presets } from '#shared/domain/presets.ts';
import { roboflowLeaf, roboflowSections } from '#shared/domain/roboflow-scopes.ts';

const leaves = roboflowSections.flatMap((section) => section.leaves);

test('the catalogue has the 63 leaves in 21 sections that Roboflow publishes, each once', () => {
  expect(roboflowSections).toHaveLength(21);
  expect(leaves).toHaveLength(63);
  expect(new Set(leaves.map((leaf) => leaf.scope)).size).toBe(63);
});

test('a leaf belongs to the section before its first colon, three-part names included', () => {
  for (const section of roboflowSections) {
    for (const leaf of section.leaves) expect(leaf.scope.split(':')[0]).toBe(section.id);
  }
  expect(roboflowLeaf('datasource:bucket-mirror:read')?.label).toBe('bucket-mirror:read');
});

test('every leaf reads as different words, so that no two boxes look the same', () => {
  expect(new Set(leaves.map((leaf) => `${leaf.verb} ${leaf.object}`)).size).toBe(63);
});

test('what the catalogue does not list is unknown, also where an object has such a property', () => {
  expect(roboflowLeaf('image:purge')).toBeUndefined();
  expect(roboflowLeaf('__proto__')).toBeUndefined();
});

test('presets are made of catalogue leaves and never of role names', () => {
  const scopes = presets.roboflow.flatMap((preset) => preset.grant.scopes ?? []);
  for (const scope of scopes) expect(roboflowLeaf(scope), scope).toBeDefined();
});
