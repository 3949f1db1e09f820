/** Roboflow: the catalogue of scopes, section names, presets and unknown scopes. */
import { describe, expect, it } from 'vitest';
import { callerOf, roboflowKeys } from '../support/http.ts';
import { credentials, fixedKeys, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/roboflow`);
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);

/** The published table, section to the rest of its leaves; written down here a second time on purpose. */
const TABLE: Record<string, string> = {
  workspace: 'read',
  'workspace-stats': 'read',
  project: 'create read update',
  folder: 'create read update delete',
  image: 'create read tag annotate',
  batch: 'create read admin-read update delete',
  'annotation-job': 'create read update submit-review review return-edits accept delete-annotations delete',
  version: 'create read update',
  'training-job': 'create',
  model: 'infer deploy manage',
  'model-eval': 'read',
  workflow: 'create read update',
  'video-inference-job': 'create read',
  'batch-processing': 'read trigger',
  'data-staging': 'read write delete',
  datasource: 'bucket-mirror:read bucket-mirror:write bucket-mirror:trigger',
  device: 'read update',
  'vision-events': 'read write manage',
  integration: 'create delete',
  credentials: 'create read update delete',
  'api-key': 'read create update revoke',
};
const leavesOf = (section: string) => (TABLE[section] ?? '').split(' ').map((leaf) => `${section}:${leaf}`);
const ALL = Object.keys(TABLE).flatMap(leavesOf);

it('the catalogue has 63 leaves in 21 sections, and takes them all', async () => {
  expect([ALL.length, Object.keys(TABLE).length]).toEqual([63, 21]);
  expect((await alpha.create({ scopes: ALL })).scopes).toEqual(ALL);
});

describe('a section name is expanded to leaves and stored as leaves', () => {
  it.each(Object.keys(TABLE))('%s on create', async (section) => {
    expect((await alpha.create({ scopes: [section] })).scopes).toEqual(leavesOf(section));
  });

  it('on update, beside leaves, each leaf once', async () => {
    const { keyId } = await alpha.create({ scopes: [] });
    await alpha.patch(keyId, { scopes: ['model:deploy', 'model', 'device:read'] });
    expect((await alpha.read(keyId)).scopes).toEqual([
      'model:deploy',
      'model:infer',
      'model:manage',
      'device:read',
    ]);
  });
});

describe('400 InvalidRequest, on create and on update alike', () => {
  const refused = [
    'role:annotator',
    'role:',
    'image:burn',
    'image:*',
    '*',
    'Image',
    '',
    'datasource:bucket-mirror',
  ];
  it.each(refused)('"%s"', async (scope) => {
    const shape = { status: 400, body: { error: { type: 'InvalidRequest', status: 400 } } };
    const { keyId } = await alpha.create({ scopes: ['image:read'] });
    const json = { scopes: ['image:tag', scope] };
    expect(await call('POST', alpha.keys, { as: credentials.alpha, json })).toMatchObject(shape);
    expect(await alpha.patch(keyId, json)).toMatchObject(shape);
    expect((await alpha.read(keyId)).scopes).toEqual(['image:read']);
  });
});

describe('a leaf the published list lacks', () => {
  it('survives a client that sends it back', async () => {
    const { scopes } = await alpha.read(fixedKeys.unlisted);
    const answer = await alpha.patch(fixedKeys.unlisted, { scopes: [...(scopes ?? []), 'image:read'] });
    expect(answer).toMatchObject({
      status: 200,
      body: { apiKey: { scopes: ['project:read', 'dataset-health:read', 'image:read'] } },
    });
  });

  it('can be carried to a twin', async () => {
    expect((await alpha.create({ scopes: ['dataset-health:read'] })).scopes).toEqual(['dataset-health:read']);
  });
});
