/** From what a platform sends, through the editor, to what is sent back: nothing for nothing, and else the difference alone. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Grant, listedScopes, sameGrant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { templates } from '#shared/domain/templates.ts';
import * as datature from '../../../src/main/platforms/datature-vi/mapping.ts';
import { secretKeySchema } from '../../../src/main/platforms/datature-vi/wire.ts';
import * as roboflow from '../../../src/main/platforms/roboflow/mapping.ts';
import { oneApiKeySchema } from '../../../src/main/platforms/roboflow/wire.ts';
import * as workspaceKeys from '../../../src/main/platforms/workspace-keys/mapping.ts';
import { keySchema } from '../../../src/main/platforms/workspace-keys/wire.ts';
import { grantOf, openEditor } from '../../../src/renderer/features/scope-editor/editor-state.ts';
import {
  chooseRoboflow,
  openRoboflow,
  type RoboflowState,
  roboflowGrantOf,
  setScopes,
} from '../../../src/renderer/features/scope-editor/roboflow-state.ts';
import { takeGrant } from '../../../src/renderer/features/scope-editor/take-grant.ts';
import {
  datatureViGrantArbitrary,
  leafArbitrary,
  roboflowGrantArbitrary,
  workspaceKeysGrantArbitrary,
} from '../../support/grants.ts';

const runs = { numRuns: 2_000 };

/** Both spellings of metadata, empty folders in three ways, `scopes` left out where a key predates them; bare or wrapped. */
const roboflowKey = fc
  .record(
    {
      keyId: fc.constant('k_1'),
      name: fc.constantFrom('line 4', null),
      scopes: roboflowGrantArbitrary.map(({ scopes }) => scopes),
      folderIds: fc.constantFrom(null, [], ['fld_1']),
      customMetadata: fc.constantFrom(null, { env: 'prod' }),
      custom_metadata: fc.constantFrom({ env: 'prod' }),
      disabled: fc.boolean(),
    },
    { requiredKeys: ['keyId'] },
  )
  .chain((key) => fc.constantFrom<unknown>(key, { apiKey: key }));

type Read = {
  grant: Grant;
  update: (grant: Grant) => Record<string, unknown>;
  again: (body: object) => Grant;
};

const read: fc.Arbitrary<Read> = fc.oneof(
  roboflowKey.map((wire) => {
    const key = oneApiKeySchema.parse(wire);
    return {
      grant: roboflow.toRemoteKey(key).grant,
      update: (grant: Grant) => roboflow.updateBody({ grant }),
      again: (body: object) => roboflow.toRemoteKey({ ...key, ...body }).grant,
    };
  }),
  workspaceKeysGrantArbitrary.map(({ scopes, public: anyone }) => {
    const key = keySchema.parse({
      id: 'key_1',
      name: 'kiosk',
      hint: 'or_1',
      scopes,
      public: anyone,
      createdAt: '2026-01-01T00:00:00Z',
      createdBy: 'ana@orchard.example',
    });
    return {
      grant: workspaceKeys.toRemoteKey(key).grant,
      update: (grant: Grant) => workspaceKeys.updateBody({ grant }),
      again: (body: object) => workspaceKeys.toRemoteKey({ ...key, ...body }).grant,
    };
  }),
  datatureViGrantArbitrary.map(({ access, permission }) => {
    const key = secretKeySchema.parse({ id: 's_1', name: 'kiosk', hint: 'dtvi_9k...', access, permission });
    return {
      grant: datature.toRemoteKey(key).grant,
      update: (grant: Grant) => datature.updateBody({ grant }),
      again: (body: object) => datature.toRemoteKey({ ...key, ...body }).grant,
    };
  }),
);

it('whatever a platform sends, opened and left alone it is nothing to save', () => {
  fc.assert(
    fc.property(read, ({ grant }) => {
      const saved = grantOf(openEditor(grant));
      expect(diffGrants(grant, saved).changed).toBe(false);
      expect(sameGrant(grant, saved)).toBe(true);
    }),
    runs,
  );
});

it('what is sent comes back as the grant that was chosen', () => {
  fc.assert(
    fc.property(read, ({ grant, update, again }) => {
      expect(again(update(grant))).toEqual(grant);
      for (const template of templates[grant.platform]) {
        const chosen = grantOf(takeGrant(openEditor(grant), template.grant));
        expect(sameGrant(again(update(chosen)), chosen)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

type Step = (state: RoboflowState) => RoboflowState;
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(leafArbitrary, fc.boolean()).map(
    ([leaf, on]): Step =>
      (state) =>
        setScopes(state, [leaf], on),
  ),
  fc.tuple(fc.constantFrom(...roboflowSections), fc.boolean()).map(([{ leaves }, on]): Step => {
    const scopes = leaves.map(({ scope }) => scope);
    return (state) => setScopes(state, scopes, on);
  }),
  fc.constantFrom('project', 'inference', 'custom', 'full-access').map(
    (choice): Step =>
      (state) =>
        chooseRoboflow(state, choice),
  ),
);

it('any way through Roboflow’s editor sends what was there, with exactly the difference', () => {
  fc.assert(
    fc.property(roboflowKey, fc.array(step, { maxLength: 12 }), (wire, steps) => {
      const before = roboflow.toRemoteKey(oneApiKeySchema.parse(wire)).grant;
      if (before.platform !== 'roboflow') throw new Error('a key of another platform');
      const after = roboflowGrantOf(steps.reduce((state, take) => take(state), openRoboflow(before)));
      const { added, removed, fullAccess } = diffGrants(before, after);
      const body = roboflow.updateBody({ grant: after });
      // No other field goes along, which would replace what somebody else set there meanwhile.
      expect(Object.keys(body)).toEqual(['scopes']);
      if (fullAccess === 'gained') expect(body.scopes).toBeNull();
      if (fullAccess) return;
      const expected = new Set([...listedScopes(before), ...added]);
      for (const scope of removed) expected.delete(scope);
      expect(body.scopes === null ? null : new Set(body.scopes as string[])).toEqual(
        before.scopes === null ? null : expected,
      );
    }),
    runs,
  );
});
