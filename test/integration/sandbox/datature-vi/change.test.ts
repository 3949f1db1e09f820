/** Datature Vi contract: edit, If-Match, remove. */
import { describe, expect, it } from 'vitest';
import { callerOf, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/datature-vi/vi/v1`);
const reef = secretKeys(call, organizations.reef, credentials.reefOwner);

describe('editing', () => {
  it('changes what is sent and nothing else', async () => {
    const { secret: _, ...made } = await reef.create({ name: 'edited', access: ['dataset', 'training'] });
    const renamed = await reef.patch(made.id, { name: 'renamed' });
    expect({ status: renamed.status, body: renamed.body }).toEqual({
      status: 200,
      body: { ...made, name: 'renamed' },
    });
    await reef.patch(made.id, { permission: 'labeler-only' });
    await reef.patch(made.id, { access: ['training'] });
    expect((await reef.read(made.id)).key).toEqual({
      ...made,
      name: 'renamed',
      access: ['training'],
      permission: 'labeler-only',
    });
  });

  it.each<[string, unknown, number]>([
    ['an empty name', { name: ' ' }, 400],
    ['a long name', { name: 'n'.repeat(81) }, 400],
    ['no access at all', { access: [] }, 400],
    ['an unknown permission', { permission: 'all' }, 400],
    ['an unknown field', { secret: 'dtvi_mine' }, 400],
    ['the name of another key', { name: 'sk_admin' }, 409],
  ])('refuses %s', async (_, json, status) => {
    const { id } = await reef.create({ name: crypto.randomUUID() });
    const before = await reef.read(id);
    expect(await reef.patch(id, json)).toMatchObject({ status, body: { status } });
    expect(await reef.read(id)).toEqual(before);
  });

  it('lets a key keep its own name', async () => {
    const { id } = await reef.create({ name: 'mine' });
    expect(await reef.patch(id, { name: 'mine', permission: 'read-only' })).toMatchObject({ status: 200 });
  });

  it('404 for a key that is not there', async () => {
    expect(await reef.patch('sk_shoal', { name: 'x' })).toMatchObject({ status: 404 });
  });
});

describe('the entity tag', () => {
  it('is another one after each change, and the same after use and after a change that changes nothing', async () => {
    const { id, name, secret } = await reef.create({ name: 'tagged' });
    const { etag } = await reef.read(id);
    expect(etag).toMatch(/^"[^"]+"$/);
    await call('GET', reef.keys, { as: secret });
    await reef.patch(id, { name });
    expect((await reef.read(id)).etag).toBe(etag);
    await reef.patch(id, { permission: 'restricted' });
    const changed = (await reef.read(id)).etag;
    expect(changed).not.toBe(etag);
    await reef.patch(id, { permission: 'full' });
    expect([etag, changed]).not.toContain((await reef.read(id)).etag);
  });

  it('lets a change through that was made from what is there', async () => {
    const { id } = await reef.create({ name: 'seen' });
    const { etag } = await reef.read(id);
    expect(await reef.patch(id, { name: 'seen-too' }, { ifMatch: etag })).toMatchObject({ status: 200 });
  });

  it('stops one that was made from something older: 412, and nothing is changed', async () => {
    const { id } = await reef.create({ name: 'raced' });
    const { etag } = await reef.read(id);
    await reef.patch(id, { permission: 'read-only' });
    expect(await reef.patch(id, { name: 'lost' }, { ifMatch: etag })).toMatchObject({
      status: 412,
      body: { title: 'Precondition failed' },
    });
    expect((await reef.read(id)).key).toMatchObject({ name: 'raced', permission: 'read-only' });
  });

  it('may be one of several or any, but not a weak one', async () => {
    const { id } = await reef.create({ name: 'several' });
    const tag = async () => (await reef.read(id)).etag;
    const patch = async (ifMatch: string) =>
      (await reef.patch(id, { name: crypto.randomUUID() }, { ifMatch })).status;
    expect(await patch(`"other", ${await tag()}`)).toBe(200);
    expect(await patch('*')).toBe(200);
    expect(await patch(`W/${await tag()}`)).toBe(412);
  });
});

describe('removing', () => {
  it('ends the key at once and for good', async () => {
    const { id, secret } = await reef.create({ name: 'gone' });
    expect(await call('GET', reef.keys, { as: secret })).toMatchObject({ status: 200 });
    expect(await reef.remove(id)).toMatchObject({ status: 204, body: '' });
    expect(await call('GET', reef.keys, { as: secret })).toMatchObject({ status: 401 });
    expect(await reef.remove(id)).toMatchObject({ status: 404 });
    expect(await reef.create({ name: 'gone' })).not.toMatchObject({ id });
  });

  it('works on the very key that asks for it', async () => {
    const { id, secret } = await reef.create({ name: 'own' });
    expect(await reef.remove(id, secret)).toMatchObject({ status: 204 });
    expect(await reef.remove(id, secret)).toMatchObject({ status: 401 });
  });
});
