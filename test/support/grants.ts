/** Arbitrary grants as a platform may send them: known scopes, unknown ones, repeats, none at all. */
import fc from 'fast-check';
import type { DatatureViGrant, Grant, RoboflowGrant, WorkspaceKeysGrant } from '#shared/domain/grant.ts';
import { presets } from '#shared/domain/presets.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';

const knownLeaves = roboflowSections.flatMap((section) => section.leaves.map((leaf) => leaf.scope));
const word = fc.stringMatching(/^[a-z][a-z-]{0,11}$/);
const unknownScope = fc.oneof(
  fc.tuple(word, word).map((parts) => parts.join(':')),
  fc.constantFrom('image:purge', 'model:infer:edge', 'Project', '__proto__', 'constructor', ' image:read'),
  // Names of whole sections and of roles, which Roboflow takes in requests and may give back for older keys.
  fc.constantFrom('image', 'api-key', 'role:owner'),
);

export const leafArbitrary = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...knownLeaves) },
  { weight: 1, arbitrary: unknownScope },
);

export const roboflowGrantArbitrary: fc.Arbitrary<RoboflowGrant> = fc
  .oneof(
    fc.constant(null),
    fc.array(leafArbitrary, { maxLength: 80 }),
    fc
      .constantFrom(...presets.roboflow.map((preset) => preset.grant.scopes ?? []))
      .chain((scopes) => fc.shuffledSubarray([...scopes, ...scopes], { minLength: scopes.length })),
  )
  .map((scopes) => ({ platform: 'roboflow', scopes }));

export const workspaceKeysGrantArbitrary: fc.Arbitrary<WorkspaceKeysGrant> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom('project', 'inference'), unknownScope), { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([scopes, isPublic]) => ({ platform: 'workspace-keys', scopes, public: isPublic }));

export const datatureViGrantArbitrary: fc.Arbitrary<DatatureViGrant> = fc
  .tuple(
    fc.array(fc.oneof(fc.constantFrom('dataset', 'training', 'deployment'), unknownScope), { maxLength: 6 }),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('full', 'read-only', 'labeler-only', 'restricted') },
      { weight: 1, arbitrary: unknownScope },
    ),
  )
  .map(([access, permission]) => ({ platform: 'datature-vi', access, permission }));

export const grantArbitrary: fc.Arbitrary<Grant> = fc.oneof(
  roboflowGrantArbitrary,
  datatureViGrantArbitrary,
  workspaceKeysGrantArbitrary,
);
