import { expect, test } from 'vitest';
import { workspaceOptions } from '../../../../src/renderer/features/keys/workspace-options.ts';
import { aWorkspace } from '../../../support/workspaces.ts';

const labels = (...list: Parameters<typeof aWorkspace>[0][]) =>
  workspaceOptions(list.map((over, index) => aWorkspace({ id: `w${index}`, ...over }))).map(
    ({ label }) => label,
  );

test('a workspace goes by its name', () => {
  expect(labels({}, { name: 'Northwind', slug: 'northwind' })).toEqual(['Acme Vision', 'Northwind']);
});

test('namesakes are told apart by their slug, and by their host where that is the same', () => {
  expect(labels({}, { slug: 'acme-vision-2' })).toEqual([
    'Acme Vision (acme-vision)',
    'Acme Vision (acme-vision-2)',
  ]);
  expect(labels({ baseUrl: 'https://one.example/' }, { baseUrl: 'https://two.example/' })).toEqual([
    'Acme Vision (https://one.example/)',
    'Acme Vision (https://two.example/)',
  ]);
});

test('one without a sign-in cannot be chosen, and says why', () => {
  const [option] = workspaceOptions([aWorkspace({ state: 'sign-in' })]);
  expect(option).toMatchObject({ label: 'Acme Vision: sign in again first', disabled: true });
});
