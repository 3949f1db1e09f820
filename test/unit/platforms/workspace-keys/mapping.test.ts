import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WorkspaceKeysGrant } from '#shared/domain/grant.ts';
import { PlatformError } from '../../../../src/main/platforms/platform-error.ts';
import {
  createBody,
  toRemoteKey,
  updateBody,
} from '../../../../src/main/platforms/workspace-keys/mapping.ts';
import { keyPageSchema, keySchema, meSchema } from '../../../../src/main/platforms/workspace-keys/wire.ts';
import { workspaceKeysGrantArbitrary } from '../../../support/grants.ts';

const read = (answer: unknown) => toRemoteKey(keySchema.parse(answer));

it('reads a key field by field', () => {
  const sent = {
    id: 'key_1',
    name: 'kiosk-web',
    hint: 'pf_9kQ',
    scopes: ['inference'],
    public: true,
    createdAt: '2026-08-14T09:12:00+02:00',
    createdBy: 'mei@pixelfoundry.example',
    colour: 'green',
  };
  expect(read(sent)).toEqual({
    remoteId: 'key_1',
    name: 'kiosk-web',
    prefix: 'pf_9kQ',
    grant: { platform: 'workspace-keys', scopes: ['inference'], public: true },
    disabled: false,
    protected: false,
    isDefault: false,
    folderIds: [],
    metadata: {},
    lastUsed: { kind: 'not-reported' },
    createdAt: '2026-08-14T07:12:00.000Z',
    createdBy: 'mei@pixelfoundry.example',
  });
});

it('reads a key with little in it, but not one whose scopes are unknown', () => {
  expect(read({ id: 'k', scopes: ['later'] })).toMatchObject({
    name: '',
    prefix: '',
    grant: { scopes: ['later'], public: false },
    createdAt: null,
    createdBy: null,
  });
  expect(keySchema.safeParse({ id: 'k' }).success).toBe(false);
});

it('takes the last page with and without a mark, and a role it does not know as not told', () => {
  expect(keyPageSchema.parse({ keys: [], after: null }).after).toBeNull();
  expect(keyPageSchema.parse({ keys: [] }).after).toBeUndefined();
  const me = meSchema.parse({
    workspaces: [
      { slug: 'a', role: 'janitor' },
      { slug: 'b', role: 'admin' },
    ],
  });
  expect(me.workspaces.map(({ role }) => role)).toEqual([null, 'admin']);
});

it('keeps any grant the same on the way to the platform and back', () => {
  fc.assert(
    fc.property(workspaceKeysGrantArbitrary, (grant) => {
      const sent = JSON.parse(JSON.stringify([createBody({ name: 'n', grant }), updateBody({ grant })]));
      for (const body of sent) expect(read({ id: 'k', ...body }).grant).toEqual(grant);
    }),
  );
});

it('names public in a create only where it is true, and in a change of grant always', () => {
  const grant: WorkspaceKeysGrant = { platform: 'workspace-keys', scopes: ['project'], public: false };
  expect(createBody({ name: 'n', grant })).toStrictEqual({ name: 'n', scopes: ['project'] });
  expect(updateBody({ grant })).toStrictEqual({ scopes: ['project'], public: false });
  expect(updateBody({ name: 'n' })).toStrictEqual({ name: 'n' });
});

it.each([[{ disabled: true }], [{ disabled: false }], [{ protected: true as const }]])(
  'refuses %j, which the platform does not have',
  (change) => {
    expect(() => updateBody(change)).toThrow(PlatformError);
    expect(() => updateBody(change)).toThrow(/cannot (disable|protect) a key/);
  },
);
