/** Two people change one key at once: what others did is never written over unseen, on any platform. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { mergeGrants } from '#shared/domain/grant-merge.ts';
import { type LossyWire, openWire } from '../../support/lossy-wire.ts';
import { type Core, openDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let core: Core;
beforeEach(async () => {
  desk = await openDesk();
  core = desk.core;
});
afterEach(() => desk.end());

const platforms = {
  roboflow: {
    slug: 'acme-vision',
    key: (id: string) => `/acme-vision/api-keys/${id}`,
    body: ({ scopes }: { scopes?: unknown }) => ({ scopes }),
    opened: { platform: 'roboflow', scopes: ['image:read', 'image:tag'] },
    theirs: { platform: 'roboflow', scopes: ['image:read', 'image:tag', 'model:infer'] },
    yours: { platform: 'roboflow', scopes: ['image:read', 'image:create'] },
    both: { platform: 'roboflow', scopes: ['image:read', 'model:infer', 'image:create'] },
  },
  'datature-vi': {
    slug: 'org_7fh2kq9m',
    key: (id: string) => `/vi/v1/organizations/org_7fh2kq9m/secret-keys/${id}`,
    body: ({ access, permission }: { access?: unknown; permission?: unknown }) => ({ access, permission }),
    opened: { platform: 'datature-vi', access: ['dataset', 'training'], permission: 'full' },
    theirs: { platform: 'datature-vi', access: ['dataset'], permission: 'full' },
    yours: { platform: 'datature-vi', access: ['dataset', 'training'], permission: 'read-only' },
    both: { platform: 'datature-vi', access: ['dataset'], permission: 'read-only' },
  },
  'workspace-keys': {
    slug: 'orchard-labs',
    key: (id: string) => `/api/v1/workspaces/orchard-labs/keys/${id}`,
    body: ({ scopes, public: isPublic }: { scopes?: unknown; public?: unknown }) => ({
      scopes,
      public: isPublic,
    }),
    opened: { platform: 'workspace-keys', scopes: ['project'], public: false },
    theirs: { platform: 'workspace-keys', scopes: ['project', 'inference'], public: false },
    yours: { platform: 'workspace-keys', scopes: ['inference'], public: false },
    both: { platform: 'workspace-keys', scopes: ['inference'], public: false },
  },
} as const;

describe.each(Object.keys(platforms) as (keyof typeof platforms)[])('a key of %s', (id) => {
  const platform = platforms[id];
  const opened = grant(platform.opened);
  const theirs = grant(platform.theirs);
  const yours = grant(platform.yours);

  it('that others changed is left alone, and takes both changes once they are seen', async () => {
    const { keyId, elsewhere } = await made(opened);
    await elsewhere(platform.body(platform.theirs));
    const stale = { error: { code: 'stale', message: expect.stringContaining('Nothing was sent') } };
    await expect(
      core.call('keys.editGrant', { keyId, grant: yours, expected: opened }),
    ).rejects.toMatchObject(stale);
    expect(await grantNow(keyId)).toEqual(theirs);

    const { grant: merged } = mergeGrants({ opened, theirs, yours });
    expect(merged).toEqual(grant(platform.both));
    const saved = await core.call('keys.editGrant', { keyId, grant: merged, expected: theirs });
    expect(saved.grant).toEqual(grant(platform.both));
    expect(await elsewhere()).toMatchObject(platform.body(platform.both));
  });

  it('that others gave the same scope is taken as it is', async () => {
    const { keyId, elsewhere } = await made(opened);
    await elsewhere(platform.body(platform.yours));
    const { grant: kept } = await core.call('keys.editGrant', { keyId, grant: yours, expected: opened });
    expect(kept).toEqual(yours);
    const { activity } = await core.call('inventory.key', { keyId });
    expect(activity.map(({ action }) => action)).toEqual(['create']);
  });

  it('that others renamed keeps their name until it is seen', async () => {
    const { keyId, name, elsewhere } = await made(opened);
    await elsewhere({ name: 'their-name' });
    const rename = { keyId, name: 'my-name', expected: name };
    await expect(core.call('keys.rename', rename)).rejects.toMatchObject({
      error: { code: 'stale', message: 'Somebody named this key their-name meanwhile. Nothing was sent.' },
    });
    const { name: now, activity } = await core.call('inventory.key', { keyId });
    expect(now).toBe('their-name');
    expect(activity[0]).toMatchObject({ action: 'rename', outcome: 'failed' });

    const renamed = await core.call('keys.rename', { ...rename, expected: 'their-name' });
    expect(renamed.name).toBe('my-name');
    expect(await elsewhere()).toMatchObject({ name: 'my-name' });
  });

  it('that others renamed is edited all the same', async () => {
    const { keyId, elsewhere } = await made(opened);
    await elsewhere({ name: 'their-name' });
    const saved = await core.call('keys.editGrant', { keyId, grant: yours, expected: opened });
    expect(saved).toMatchObject({ name: 'their-name', grant: yours });
  });

  /** A key of this grant, and somebody else's way to it: without a body it only looks. */
  async function made(wanted: Grant) {
    const { workspaceIds } = await core.call('connections.connect', signInTo(desk.sandbox, platform.slug));
    const workspace = (await core.call('workspaces.list', {})).find(
      (each) => each.slug === platform.slug && workspaceIds.includes(each.id),
    );
    const workspaceId = workspace?.id ?? expect.unreachable();
    const name = 'line-7-uploader';
    const { keyId } = await core.call('keys.create', {
      workspaceId,
      name,
      environment: 'staging',
      grant: wanted,
    });
    const { remoteId } = await core.call('inventory.key', { keyId });
    return {
      keyId,
      name,
      elsewhere: (body?: object) => atThePlatform(platform.slug, platform.key(remoteId), body),
    };
  }
});

describe('somebody faster than the request itself', () => {
  let wire: LossyWire;
  const opened: Grant = { platform: 'datature-vi', access: ['dataset'], permission: 'full' };
  const yours: Grant = { ...opened, access: ['dataset', 'training'] };

  it('is told by Datature Vi, and nothing is written over', async () => {
    const { keyId, path } = await made();
    wire.before('PATCH', () => atThePlatform('org_7fh2kq9m', path, { permission: 'read-only' }));
    await expect(
      core.call('keys.editGrant', { keyId, grant: yours, expected: opened }),
    ).rejects.toMatchObject({
      error: { code: 'stale' },
    });
    expect(await grantNow(keyId)).toEqual({ ...opened, permission: 'read-only' });
    expect(await atThePlatform('org_7fh2kq9m', path)).toMatchObject({
      access: ['dataset'],
      permission: 'read-only',
    });
  });

  it('who changed something else does not get in the way', async () => {
    const { keyId, path } = await made();
    wire.before('PATCH', () => atThePlatform('org_7fh2kq9m', path, { name: 'their-name' }));
    const saved = await core.call('keys.editGrant', { keyId, grant: yours, expected: opened });
    expect(saved).toMatchObject({ name: 'their-name', grant: yours });

    wire.before('PATCH', () => atThePlatform('org_7fh2kq9m', path, { permission: 'read-only' }));
    const renamed = await core.call('keys.rename', { keyId, name: 'my-name', expected: 'their-name' });
    expect(renamed).toMatchObject({ name: 'my-name', grant: { permission: 'read-only' } });
  });

  async function made() {
    wire = await openWire(desk.sandbox.url);
    onTestFinished(() => wire.close());
    const { baseUrl, ...signIn } = signInTo(desk.sandbox, 'org_7fh2kq9m');
    const through = { ...signIn, baseUrl: baseUrl.replace(desk.sandbox.url, wire.url) };
    const { workspaceIds } = await core.call('connections.connect', through);
    const { keyId } = await core.call('keys.create', {
      workspaceId: workspaceIds[0] ?? '',
      name: 'seal-annotators',
      environment: 'staging',
      grant: opened,
    });
    const { remoteId } = await core.call('inventory.key', { keyId });
    return { keyId, path: platforms['datature-vi'].key(remoteId) };
  }
});

/** As somebody else, without Latchkey. */
async function atThePlatform(slug: string, path: string, body?: object): Promise<unknown> {
  const { baseUrl, credential } = signInTo(desk.sandbox, slug);
  const response = await fetch(`${baseUrl}${path}`, {
    headers: { authorization: `Bearer ${credential}`, 'content-type': 'application/json' },
    ...(body && { method: 'PATCH', body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { apiKey?: unknown };
  expect(response.status, JSON.stringify(answer)).toBe(200);
  return answer.apiKey ?? answer;
}

async function grantNow(keyId: string): Promise<Grant> {
  return (await core.call('inventory.key', { keyId })).grant;
}

/** A mutable copy, as calls take it. */
function grant(fixed: object): Grant {
  return structuredClone(fixed) as Grant;
}
