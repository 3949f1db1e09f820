/** Datature Vi contract: what can be made, and what an organization without pickers makes of it. */
import { describe, expect, it } from 'vitest';
import { callerOf, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/datature-vi/vi/v1`);
const reef = secretKeys(call, organizations.reef, credentials.reefOwner);
const shoal = secretKeys(call, organizations.shoal, credentials.shoal);
const FULL = { access: ['dataset', 'training', 'deployment'], permission: 'full' };
const post = (json: unknown) => call('POST', reef.keys, { as: credentials.reefOwner, json });

it('without a choice, a key has full access', async () => {
  expect(await reef.create({ name: 'plain' })).toMatchObject(FULL);
});

it('works at once, and is another one each time', async () => {
  const one = await reef.create({ name: 'one' });
  const two = await reef.create({ name: 'two' });
  expect(one.secret).not.toBe(two.secret);
  for (const { secret } of [one, two]) {
    expect(await call('GET', reef.keys, { as: secret })).toMatchObject({ status: 200 });
  }
});

describe('400 for', () => {
  it.each<[string, unknown]>([
    ['no name', {}],
    ['an empty name', { name: '' }],
    ['a blank name', { name: '   ' }],
    ['a name of 81 characters', { name: 'n'.repeat(81) }],
    ['an unknown access', { name: 'x', access: ['dataset', 'moon'] }],
    ['no access at all', { name: 'x', access: [] }],
    ['an unknown permission', { name: 'x', permission: 'write-only' }],
    ['null for access', { name: 'x', access: null }],
    ['an unknown field', { name: 'x', colour: 'blue' }],
  ])('%s', async (_, json) => {
    const refused = await post(json);
    expect(refused).toMatchObject({ status: 400, body: { type: 'about:blank', title: 'Bad request' } });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each(['', '{', 'name=x'])('the body %j', async (raw) => {
    expect(await call('POST', reef.keys, { as: credentials.reefOwner, raw })).toMatchObject({ status: 400 });
  });
});

it('80 characters are a name, and spaces around it are not', async () => {
  expect(await reef.create({ name: ` ${'n'.repeat(80)} ` })).toMatchObject({ name: 'n'.repeat(80) });
});

it('a name is taken once in an organization: 409; another organization may have it too', async () => {
  await reef.create({ name: 'taken' });
  expect(await post({ name: 'taken' })).toMatchObject({ status: 409, body: { title: 'Conflict' } });
  expect(await shoal.create({ name: 'taken' })).toMatchObject({ name: 'taken' });
});

describe('an organization without pickers', () => {
  it.each<[string, Record<string, unknown>]>([
    ['access', { access: ['dataset'] }],
    ['permission', { permission: 'read-only' }],
    ['both, though they say full access', FULL],
  ])('refuses %s with 403, in a new key and in an old one', async (_, fields) => {
    const { id } = await shoal.create({ name: crypto.randomUUID() });
    const json = { name: crypto.randomUUID(), ...fields };
    expect(await call('POST', shoal.keys, { as: credentials.shoal, json })).toMatchObject({ status: 403 });
    expect(await shoal.patch(id, fields)).toMatchObject({ status: 403 });
    expect((await shoal.read(id)).key).toMatchObject(FULL);
  });

  it('makes full access keys, and changes their names', async () => {
    const made = await shoal.create({ name: 'before' });
    expect(made).toMatchObject(FULL);
    expect(await shoal.patch(made.id, { name: 'after' })).toMatchObject({
      status: 200,
      body: { name: 'after', ...FULL },
    });
  });
});
