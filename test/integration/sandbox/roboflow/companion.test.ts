/** Roboflow: the calls beside key management, the trial endpoints, and how paths are told apart. */
import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, folders, sandboxForFile, testProfile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);
const as = credentials.alpha;

describe('who am I', () => {
  it.each([
    ['GET', `/?api_key=${as}`, undefined],
    ['POST', `/?api_key=${as}`, undefined],
    ['GET', `?api_key=${as}`, undefined],
    ['GET', '/', as],
    ['POST', '/', as],
  ])('%s %s names the workspace', async (method, path, bearer) => {
    expect(await call(method, path, { as: bearer })).toMatchObject({
      status: 200,
      body: { workspace: 'alpha' },
    });
  });

  it.each(['GET', 'POST'])('%s with a dead key is 401', async (method) => {
    expect(await call(method, '/?api_key=NobodysKey')).toMatchObject({ status: 401 });
  });
});

it('the workspace lists its projects', async () => {
  const { status, body } = await call('GET', '/alpha', { as });
  expect(status).toBe(200);
  expect(body).toEqual({
    workspace: {
      name: 'Alpha',
      url: 'alpha',
      members: 2,
      projects: [
        { id: 'alpha/north-parts', name: 'north-parts' },
        { id: 'alpha/south-parts', name: 'south-parts' },
      ],
    },
  });
});

it('groups give folders their names', async () => {
  const { status, body } = await call('GET', '/alpha/groups', { as });
  expect(status).toBe(200);
  expect(body).toEqual({
    data: [
      { id: folders.north, name: 'North', projects: ['north-parts'] },
      { id: folders.south, name: 'South', projects: ['south-parts'] },
    ],
  });
});

describe('usage/plan', () => {
  it('answers any live key of the workspace', async () => {
    const { key } = await alpha.create({ scopes: [] });
    expect(await call('GET', '/usage/plan', { as: key })).toMatchObject({ status: 200 });
    expect(await call('GET', '/usage/plan')).toMatchObject({ status: 401 });
  });

  it('does not tell whether the plan has Advanced API Keys: that is learnt from the first 403', async () => {
    const plans = [as, credentials.beta].map(
      async (key) => (await call('GET', '/usage/plan', { as: key })).body,
    );
    expect(await Promise.all(plans)).toEqual([
      { plan: { name: 'Enterprise' } },
      { plan: { name: 'Starter' } },
    ]);
  });
});

describe('inference', () => {
  it('accepts the publishable key, which is public by design', async () => {
    expect(await call('POST', '/infer/parts/1', { as: 'rf_wsAlpha' })).toMatchObject({ status: 200 });
    expect(await call('POST', '/infer/parts/1?api_key=rf_wsAlpha')).toMatchObject({ status: 200 });
  });

  it('refuses a made-up publishable key', async () => {
    expect(await call('POST', '/infer/parts/1', { as: 'rf_wsNobody' })).toMatchObject({ status: 401 });
  });

  it('is all the publishable key can do', async () => {
    expect(await call('POST', '/dataset/parts/upload', { as: 'rf_wsAlpha' })).toMatchObject({ status: 401 });
    expect(await call('GET', '/alpha', { as: 'rf_wsAlpha' })).toMatchObject({ status: 401 });
  });

  it('takes an image as its body', async () => {
    const headers = { 'content-type': 'image/jpeg' };
    expect(await call('POST', '/infer/parts/1', { as, raw: '\u00ff\u00d8', headers })).toMatchObject({
      status: 200,
    });
  });
});

describe('paths', () => {
  it.each(['dataset', 'infer', 'usage', 'openapi.json'])('%s cannot be a workspace', async (slug) => {
    const taken = {
      ...testProfile,
      world: (now: Date) => {
        const world = testProfile.world(now);
        return { ...world, roboflow: world.roboflow.map((workspace) => ({ ...workspace, slug })) };
      },
    };
    await expect(startSandbox({ profile: taken, port: 0 })).rejects.toThrow(slug);
  });

  it('a project may be called like an endpoint', async () => {
    expect(await call('POST', '/alpha/api-keys/1/train', { as })).toMatchObject({ status: 200 });
    expect(await call('POST', '/dataset/infer/upload', { as })).toMatchObject({ status: 200 });
  });

  it.each([
    ['GET', '/alpha/nothing'],
    ['PUT', '/alpha/api-keys/k_alpha'],
    ['GET', '/nothing/api-keys'],
    ['GET', '/alpha/api-keys/k_alpha/roll'],
  ])('%s %s is 404 in shape A', async (method, path) => {
    expect(await call(method, path, { as })).toMatchObject({
      status: 404,
      body: {
        error: { type: 'GraphMethodException', message: expect.stringContaining('missing permissions') },
      },
    });
  });

  it('a 404 never repeats the query, which may hold a key', async () => {
    expect(JSON.stringify((await call('GET', `/alpha/nothing?api_key=${as}`)).body)).not.toContain(as);
  });
});
