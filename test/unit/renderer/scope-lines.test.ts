import { expect, it } from 'vitest';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { scopeLines } from '../../../src/renderer/features/inventory/details/scope-lines.ts';

it('groups scopes by section, in the order of the catalogue', () => {
  expect(scopeLines(['model:infer', 'image:tag', 'image:create'])).toEqual([
    { id: 'image', title: 'Images', abilities: ['create', 'tag'], unknown: false },
    { id: 'model', title: 'Models', abilities: ['infer'], unknown: false },
  ]);
});

it('shows scopes it does not know as they came, last', () => {
  const lines = scopeLines(['galaxy:teleport', 'project:read']);
  expect(lines.at(-1)).toMatchObject({ abilities: ['galaxy:teleport'], unknown: true });
});

it('loses none of the catalogue', () => {
  const all = roboflowSections.flatMap(({ leaves }) => leaves.map(({ scope }) => scope));
  const shown = scopeLines(all);
  expect(shown.some(({ unknown }) => unknown)).toBe(false);
  expect(shown.reduce((sum, { abilities }) => sum + abilities.length, 0)).toBe(all.length);
});
