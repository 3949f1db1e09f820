/** Each face serves an OpenAPI document of its own, made from the schemas that validate its requests. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf } from '../support/http.ts';
import { sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const Document = z.object({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
  ),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
});

async function documentOf(face: string) {
  const { status, body } = await callerOf(`${url}/${face}`)('GET', '/openapi.json');
  expect(status).toBe(200);
  return Document.parse(body);
}

const FACES = {
  roboflow: [
    'delete /{workspace}/api-keys/{keyId}',
    'get /',
    'get /usage/plan',
    'get /{workspace}',
    'get /{workspace}/api-keys',
    'get /{workspace}/api-keys/publishable',
    'get /{workspace}/api-keys/{keyId}',
    'get /{workspace}/groups',
    'patch /{workspace}/api-keys/{keyId}',
    'post /',
    'post /dataset/{project}/upload',
    'post /infer/{project}/{version}',
    'post /{workspace}/api-keys',
    'post /{workspace}/api-keys/{keyId}/roll',
    'post /{workspace}/projects',
    'post /{workspace}/{project}/{version}/train',
  ],
  'workspace-keys': [
    'delete /api/v1/workspaces/{slug}/keys/{id}',
    'get /api/v1/me',
    'get /api/v1/workspaces/{slug}/keys',
    'get /api/v1/workspaces/{slug}/keys/{id}',
    'get /api/v1/workspaces/{slug}/projects',
    'patch /api/v1/workspaces/{slug}/keys/{id}',
    'post /api/v1/workspaces/{slug}/keys',
    'post /api/v1/workspaces/{slug}/models/{model}/predict',
    'post /api/v1/workspaces/{slug}/projects',
  ],
  'datature-vi': [
    'delete /vi/v1/organizations/{organizationId}/secret-keys/{keyId}',
    'get /vi/v1/organizations/{organizationId}',
    'get /vi/v1/organizations/{organizationId}/datasets',
    'get /vi/v1/organizations/{organizationId}/secret-keys',
    'get /vi/v1/organizations/{organizationId}/secret-keys/{keyId}',
    'patch /vi/v1/organizations/{organizationId}/secret-keys/{keyId}',
    'post /vi/v1/organizations/{organizationId}/annotations',
    'post /vi/v1/organizations/{organizationId}/datasets',
    'post /vi/v1/organizations/{organizationId}/predict',
    'post /vi/v1/organizations/{organizationId}/runs',
    'post /vi/v1/organizations/{organizationId}/secret-keys',
  ],
};

describe.each(Object.entries(FACES))('%s', (face, calls) => {
  it('names every call of the contract and no other', async () => {
    const { openapi, servers, paths } = await documentOf(face);
    expect([openapi, servers]).toEqual(['3.1.0', [{ url: `/${face}` }]]);
    const found = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((m) => `${m} ${path}`),
    );
    expect(found.toSorted()).toEqual(calls);
  });

  it('describes the refusals of every call, each status by itself', async () => {
    const { paths } = await documentOf(face);
    for (const call of Object.values(paths).flatMap((methods) => Object.values(methods))) {
      expect(Object.keys(call.responses)).toEqual(expect.arrayContaining(['401', '429']));
      expect(call.responses).not.toHaveProperty('default');
    }
  });
});

it('the create bodies are the ones that are enforced', async () => {
  const { components } = await documentOf('roboflow');
  expect(components.schemas.CreateApiKey).toMatchObject({
    additionalProperties: false,
    properties: { name: { maxLength: 255 }, scopes: {}, folderIds: {}, customMetadata: {}, protected: {} },
  });
  const plain = await documentOf('workspace-keys');
  expect(plain.components.schemas.CreateKey).toMatchObject({
    additionalProperties: false,
    required: ['name', 'scopes'],
    properties: { scopes: { items: { enum: ['project', 'inference'] } } },
  });
  const secret = await documentOf('datature-vi');
  expect(secret.components.schemas.CreateSecretKey).toMatchObject({
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: { maxLength: 80 },
      access: { minItems: 1, items: { enum: ['dataset', 'training', 'deployment'] } },
      permission: { enum: ['full', 'read-only', 'labeler-only', 'restricted'] },
    },
  });
});
