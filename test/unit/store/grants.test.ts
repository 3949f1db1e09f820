/** Holds the number of the derivation: whoever changes a catalogue has to raise it, or what is stored stays as it was. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { accessScopes, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import type { Grant } from '#shared/domain/grant.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { derivation, derived } from '../../../src/main/store/grants.ts';

const roboflow = (scopes: string[] | null): Grant => ({ platform: 'roboflow', scopes });
const datature = (access: string[], permission: string): Grant => ({
  platform: 'datature-vi',
  access,
  permission,
});
const workspaceKeys = (scopes: string[]): Grant => ({ platform: 'workspace-keys', scopes, public: false });

/** Every leaf by itself, every section, everything, and what no catalogue has. */
const samples: Grant[] = [
  ...roboflowSections.flatMap(({ leaves }) => {
    const scopes = leaves.map(({ scope }) => scope);
    return [...scopes.map((scope) => roboflow([scope])), roboflow(scopes)];
  }),
  roboflow(roboflowSections.flatMap(({ leaves }) => leaves.map(({ scope }) => scope))),
  ...[null, [], ['unheard:of']].map(roboflow),
  ...permissionLevels.flatMap((level) => [
    ...accessScopes.map((access) => datature([access], level)),
    datature([...accessScopes], level),
  ]),
  datature(['unheard-of'], 'full'),
  datature(['dataset'], 'unheard-of'),
  ...[[], ['project'], ['inference'], ['project', 'inference'], ['unheard-of']].map(workspaceKeys),
];

it('grants come to what this number of the derivation says', () => {
  const values = JSON.stringify(samples.map(derived));
  const digest = createHash('sha256').update(values).digest('hex').slice(0, 16);
  // Other values than before: raise `derivation` in grants.ts, then write the new pair here.
  expect({ derivation, digest }).toEqual({ derivation: 1, digest: '5a0af5031a82cc8d' });
});
