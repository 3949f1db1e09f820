/** Datature Vi contract: the trial endpoints check access and permission together. */
import { describe, expect, it } from 'vitest';
import { callerOf, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/datature-vi/vi/v1`);
const reef = secretKeys(call, organizations.reef, credentials.reefOwner);

const AREAS = ['dataset', 'training', 'deployment'];
const LEVELS = ['full', 'read-only', 'labeler-only', 'restricted'];

/** Method, last part of the path, the access it takes, and the permissions that will do. */
const CALLS: [string, string, string, string[]][] = [
  ['GET', 'datasets', 'dataset', LEVELS],
  ['POST', 'datasets', 'dataset', ['full']],
  ['POST', 'annotations', 'dataset', ['full', 'labeler-only']],
  ['POST', 'runs', 'training', ['full']],
  ['POST', 'predict', 'deployment', ['full', 'read-only']],
];

const secretWith = async (access: string[], permission: string) =>
  (await reef.create({ name: crypto.randomUUID(), access, permission })).secret;

describe.each(CALLS)('%s %s', (method, path, area, levels) => {
  const to = (as: string | undefined, organization = organizations.reef) =>
    call(method, `/organizations/${organization}/${path}`, { as });

  it.each(LEVELS)('with the one access and %s', async (level) => {
    const status = levels.includes(level) ? 200 : 403;
    expect(await to(await secretWith([area], level))).toMatchObject({ status });
  });

  it('403 for every other access, however full', async () => {
    const others = AREAS.filter((each) => each !== area);
    expect(await to(await secretWith(others, 'full'))).toMatchObject({ status: 403, body: { status: 403 } });
  });

  it("is the key's own matter: its maker may have become a member", async () => {
    expect(await to(credentials.reefMember)).toMatchObject({ status: 200 });
  });

  it.each([
    ['no secret', undefined],
    ['an unknown secret', 'dtvi_nobody'],
  ])('401 for %s', async (_, as) => {
    expect(await to(as)).toMatchObject({ status: 401, body: { status: 401 } });
  });

  it('404 for a key of another organization', async () => {
    expect(await to(credentials.shoal)).toMatchObject({ status: 404 });
  });
});

it('a change of permission shows at once', async () => {
  const { id, secret } = await reef.create({ name: 'moving', access: ['dataset'], permission: 'read-only' });
  const annotate = async () =>
    (await call('POST', '/organizations/org_reef/annotations', { as: secret })).status;
  expect(await annotate()).toBe(403);
  await reef.patch(id, { permission: 'labeler-only' });
  expect(await annotate()).toBe(200);
  await reef.patch(id, { access: ['training'] });
  expect(await annotate()).toBe(403);
});
