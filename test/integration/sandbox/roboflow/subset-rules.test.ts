/** Roboflow: the privilege subset rules, who may grant what and who may cut whom. */
import { describe, expect, it } from 'vitest';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, folders, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);

const KEYS = ['api-key:create', 'api-key:update', 'api-key:revoke', 'api-key:read'];
const { north, south } = folders;

interface Reach {
  scopes: string[] | null;
  folderIds?: string[];
}

/** Caller, wanted grant, and the status a create gets. */
const GRANTS: [string, Reach, Partial<Reach>, number][] = [
  ['the same leaves', { scopes: [...KEYS, 'image:tag'] }, { scopes: ['image:tag'] }, 201],
  ['no abilities', { scopes: KEYS }, { scopes: [] }, 201],
  [
    'a leaf the caller has not',
    { scopes: [...KEYS, 'image:tag'] },
    { scopes: ['image:tag', 'image:read'] },
    403,
  ],
  ['a section the caller has in part', { scopes: [...KEYS, 'image:tag'] }, { scopes: ['image'] }, 403],
  ['a section the caller has whole', { scopes: [...KEYS, 'device'] }, { scopes: ['device'] }, 201],
  ['full access by a scoped caller', { scopes: KEYS }, { scopes: null }, 403],
  ['full access by every leaf there is', { scopes: [...KEYS, 'image', 'model'] }, { scopes: null }, 403],
  ['all folders by a caller in one', { scopes: null, folderIds: [north] }, {}, 403],
  ['all folders by an empty list', { scopes: null, folderIds: [north] }, { folderIds: [] }, 403],
  ['the same folder', { scopes: null, folderIds: [north] }, { folderIds: [north] }, 201],
  ['a part of the folders', { scopes: null, folderIds: [north, south] }, { folderIds: [south] }, 201],
  ['a folder out of reach', { scopes: null, folderIds: [north] }, { folderIds: [north, south] }, 403],
  ['a folder by a caller with all', { scopes: KEYS }, { scopes: [], folderIds: [south] }, 201],
];

describe('creating', () => {
  it.each(GRANTS)('%s', async (_, caller, wanted, status) => {
    const { key } = await alpha.create({ ...caller });
    expect(await call('POST', alpha.keys, { as: key, json: wanted })).toMatchObject({ status });
  });
});

describe('updating scopes', () => {
  it.each(GRANTS.filter(([, , wanted]) => wanted.scopes !== undefined && !wanted.folderIds))(
    '%s',
    async (_, caller, { scopes }, status) => {
      const { key } = await alpha.create({ ...caller });
      const { keyId } = await alpha.create({ scopes: [] });
      const expected = status === 201 ? 200 : status;
      expect(await alpha.patch(keyId, { scopes }, key)).toMatchObject({ status: expected });
    },
  );
});

describe('a caller weaker than the key may not change or end it: 403', () => {
  const stronger: [string, Reach, Reach][] = [
    ['full access', { scopes: KEYS }, { scopes: null }],
    ['a leaf more', { scopes: KEYS }, { scopes: ['image:tag'] }],
    ['all folders', { scopes: KEYS, folderIds: [north] }, { scopes: [] }],
    ['another folder', { scopes: null, folderIds: [north] }, { scopes: [], folderIds: [south] }],
  ];
  it.each(stronger)('the key has %s', async (_, caller, target) => {
    const { key } = await alpha.create({ ...caller });
    const { keyId } = await alpha.create({ ...target });
    expect(await alpha.patch(keyId, { name: 'mine' }, key)).toMatchObject({ status: 403 });
    expect(await alpha.roll(keyId, key)).toMatchObject({ status: 403 });
    expect(await alpha.remove(keyId, key)).toMatchObject({ status: 403 });
    expect(await alpha.read(keyId)).toMatchObject({ name: '' });
  });

  it('an equal one may', async () => {
    const { key } = await alpha.create({ scopes: KEYS, folderIds: [north] });
    const { keyId } = await alpha.create({ scopes: KEYS, folderIds: [north] });
    expect(await alpha.patch(keyId, { name: 'mine' }, key)).toMatchObject({ status: 200 });
    expect(await alpha.remove(keyId, key)).toMatchObject({ status: 200 });
  });
});

it('a folder-restricted key reaches only projects of its folders', async () => {
  const { key } = await alpha.create({ scopes: ['image:create', 'model:infer'], folderIds: [north] });
  const upload = async (project: string) =>
    (await call('POST', `/dataset/${project}/upload`, { as: key })).status;
  expect([await upload('north-parts'), await upload('south-parts'), await upload('new-parts')]).toEqual([
    200, 404, 404,
  ]);
  expect(await call('POST', '/infer/north-parts/1', { as: key })).toMatchObject({ status: 200 });
  expect(await call('POST', '/infer/south-parts/1', { as: key })).toMatchObject({ status: 404 });
});
