/** Keys as the platforms may send them: every grant there can be, in every spelling that was seen, and what stands beside it. */
import fc from 'fast-check';
import type { PlatformId } from '#shared/domain/platform.ts';
import {
  datatureViGrantArbitrary,
  roboflowGrantArbitrary,
  workspaceKeysGrantArbitrary,
} from '../../support/grants.ts';

type Wire = Record<string, unknown>;

/** What a later version of a platform may add, and what an earlier one left out. */
const beside = fc.record(
  { name: fc.constantFrom('line 4', null), tags: fc.constant(['x']), quota: fc.constantFrom(7, null) },
  { requiredKeys: [] },
);

const wire = <Own extends Wire>(own: fc.Arbitrary<Own>): fc.Arbitrary<Wire> =>
  fc.tuple(beside, own).map(([more, fields]) => ({ ...more, ...fields }));

export const wires: Readonly<Record<PlatformId, fc.Arbitrary<Wire>>> = {
  // Both spellings of metadata, empty folders in three ways, `scopes` left out where a key is older than they are.
  roboflow: wire(
    fc.record(
      {
        keyId: fc.constant('k_1'),
        scopes: roboflowGrantArbitrary.map(({ scopes }) => scopes),
        folderIds: fc.constantFrom(null, [], ['fld_1']),
        customMetadata: fc.constantFrom(null, { env: 'prod' }),
        custom_metadata: fc.constantFrom({ env: 'prod' }),
        disabled: fc.boolean(),
      },
      { requiredKeys: ['keyId'] },
    ),
  ),
  'datature-vi': wire(
    fc
      .tuple(datatureViGrantArbitrary, fc.constantFrom({}, { hint: 'dtvi_9k...', lastUsedAt: null }))
      .map(([{ access, permission }, more]) => ({ id: 's_1', access, permission, ...more })),
  ),
  // `public` left out, null, or said.
  'workspace-keys': wire(
    fc
      .tuple(workspaceKeysGrantArbitrary, fc.constantFrom('left out', 'null', 'said'))
      .map(([{ scopes, public: anyone }, how]) => ({
        id: 'key_1',
        scopes,
        ...(how !== 'left out' && { public: how === 'null' ? null : anyone }),
      })),
  ),
};

/** The fields that a grant is on the wire. */
export const grantFields: Readonly<Record<PlatformId, readonly string[]>> = {
  roboflow: ['scopes'],
  'datature-vi': ['access', 'permission'],
  'workspace-keys': ['public', 'scopes'],
};
