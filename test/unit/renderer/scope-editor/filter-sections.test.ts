import { expect, test } from 'vitest';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { filterSections } from '../../../../src/renderer/features/scope-editor/filter-sections.ts';

const scopes = (text: string) =>
  filterSections(roboflowSections, text).flatMap((section) => section.leaves.map((leaf) => leaf.scope));

test('an empty filter keeps everything', () => {
  expect(filterSections(roboflowSections, '  ')).toEqual(roboflowSections);
});

test('finds by plain words as well as by scope, whatever the case', () => {
  expect(scopes('UPLOAD images')).toEqual(['image:create']);
  expect(scopes('model:inf')).toEqual(['model:infer']);
});

test('a section that is named keeps all its leaves', () => {
  expect(scopes('stored credentials')).toEqual([
    'credentials:read',
    'credentials:create',
    'credentials:update',
    'credentials:delete',
  ]);
});

test('words may come from the section and the leaf together', () => {
  expect(scopes('devices change')).toEqual(['device:update']);
});

test('nothing found is nothing', () => {
  expect(scopes('teleport')).toEqual([]);
});
