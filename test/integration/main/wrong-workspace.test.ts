/** The wrong-organization guard: a credential that answers for another workspace gets nothing destructive sent. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LossyWire } from '../../support/lossy-wire.ts';
import { type Core, openWiredDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openWiredDesk>>;
let core: Core;
let wire: LossyWire;
let keyId: string;
beforeEach(async () => {
  desk = await openWiredDesk();
  ({ core, wire } = desk);
  const created = await core.call('keys.create', {
    workspaceId: desk.workspaceId,
    name: 'line-7-uploader',
    environment: 'production',
    grant: { platform: 'roboflow', scopes: ['model:infer'] },
  });
  keyId = created.keyId;
});
afterEach(() => desk.end());

const destructive = () => wire.requests.filter((request) => /^(DELETE|PATCH)/.test(request));

it.each([
  ['deleting', () => core.call('keys.delete', { keyId })],
  ['disabling', () => core.call('keys.setDisabled', { keyId, disabled: true })],
])(
  '%s is refused before anything is sent when the credential is another organization’s',
  async (_what, act) => {
    wire.swapCredential(signInTo(desk.sandbox, 'northwind').credential);
    await expect(act()).rejects.toMatchObject({
      error: { code: 'wrong-workspace', message: expect.stringContaining('northwind') },
    });
    expect(destructive()).toEqual([]);
    const { status, activity } = await core.call('inventory.key', { keyId });
    expect({ status, actions: activity.map(({ action }) => action) }).toEqual({
      status: 'active',
      actions: ['create'],
    });
  },
);

it('with the right credential the same call goes through', async () => {
  await core.call('keys.delete', { keyId });
  expect(destructive()).toHaveLength(1);
});
