/** Datature Vi contract: nobody hands out more than their own secret key has. */
import { describe, expect, it } from 'vitest';
import { callerOf, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/datature-vi/vi/v1`);
const reef = secretKeys(call, organizations.reef, credentials.reefOwner);

interface Wanted {
  access?: string[];
  permission?: string;
}

const ALL = ['dataset', 'training', 'deployment'];
const dataset = (permission: string) => ({ access: ['dataset'], permission });

/** Caller, wanted grant, and whether the caller may give it. */
const GRANTS: [string, Wanted, Wanted, boolean][] = [
  ['all of it', {}, { access: ALL, permission: 'full' }, true],
  ['the same', dataset('full'), dataset('full'), true],
  ['a part of the access', { access: ALL, permission: 'full' }, { access: ['training'] }, true],
  ['an access the caller has not', dataset('full'), { access: ['dataset', 'training'] }, false],
  ['another access', dataset('full'), { access: ['deployment'], permission: 'restricted' }, false],
  ['full by read only', dataset('read-only'), dataset('full'), false],
  ['full by labeler only', dataset('labeler-only'), dataset('full'), false],
  ['full by restricted', dataset('restricted'), dataset('full'), false],
  ['read only by full', dataset('full'), dataset('read-only'), true],
  ['read only by read only', dataset('read-only'), dataset('read-only'), true],
  ['read only by labeler only', dataset('labeler-only'), dataset('read-only'), false],
  ['read only by restricted', dataset('restricted'), dataset('read-only'), false],
  ['labeler only by full', dataset('full'), dataset('labeler-only'), true],
  ['labeler only by labeler only', dataset('labeler-only'), dataset('labeler-only'), true],
  ['labeler only by read only', dataset('read-only'), dataset('labeler-only'), false],
  ['labeler only by restricted', dataset('restricted'), dataset('labeler-only'), false],
  ['restricted by full', dataset('full'), dataset('restricted'), true],
  ['restricted by read only', dataset('read-only'), dataset('restricted'), true],
  ['restricted by labeler only', dataset('labeler-only'), dataset('restricted'), true],
  ['restricted by restricted', dataset('restricted'), dataset('restricted'), true],
];

describe.each(GRANTS)('%s', (_, caller, wanted, allowed) => {
  const secretOfCaller = async () => (await reef.create({ name: crypto.randomUUID(), ...caller })).secret;

  it(allowed ? 'can be given to a new key' : 'cannot be given to a new key: 403', async () => {
    const json = { name: crypto.randomUUID(), ...wanted };
    const answer = await call('POST', reef.keys, { as: await secretOfCaller(), json });
    expect(answer).toMatchObject({ status: allowed ? 201 : 403 });
  });

  it(allowed ? 'can be set on a key' : 'cannot be set on a key: 403', async () => {
    const { id } = await reef.create({ name: crypto.randomUUID() });
    const answer = await reef.patch(id, wanted, { as: await secretOfCaller() });
    expect(answer).toMatchObject({ status: allowed ? 200 : 403 });
  });
});

it('a choice left out is full access, which only a full access key can give', async () => {
  const { secret } = await reef.create({ name: 'narrow', ...dataset('full') });
  const json = { name: 'wide' };
  expect(await call('POST', reef.keys, { as: secret, json })).toMatchObject({ status: 403 });
});

it('half a change is judged with the half that stays', async () => {
  const { secret } = await reef.create({ name: 'labeler', ...dataset('full') });
  const { id } = await reef.create({ name: 'trainer', access: ['training'], permission: 'read-only' });
  expect(await reef.patch(id, { permission: 'restricted' }, { as: secret })).toMatchObject({ status: 403 });
  expect(await reef.patch(id, { access: ['dataset'] }, { as: secret })).toMatchObject({ status: 200 });
});

it('a new name gives nobody anything', async () => {
  const { secret } = await reef.create({ name: 'small', ...dataset('restricted') });
  const { id } = await reef.create({ name: 'big' });
  expect(await reef.patch(id, { name: 'bigger' }, { as: secret })).toMatchObject({ status: 200 });
});
