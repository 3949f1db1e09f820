/** What the Roboflow face answers is what its OpenAPI document says it answers: every status of every call. */
import { accessTokenOf } from '../../../support/person-with-browser.ts';
import { roboflowKeys } from '../support/http.ts';
import { credentials } from '../support/test-world.ts';
import { type Step, walkOf } from './walk.ts';

const { url, call, walk } = await walkOf('roboflow');
const alpha = roboflowKeys(call, 'alpha', credentials.alpha);
const made = await alpha.create({ name: 'documented', scopes: ['image:create'] });
const weak = await alpha.create({ name: 'weak', scopes: [] });
const manager = await alpha.create({
  name: 'manager',
  scopes: ['api-key:read', 'api-key:create', 'api-key:update', 'api-key:revoke'],
});
const guarded = { params: { keyId: (await alpha.create({ name: 'guarded', protected: true })).keyId } };
const old = { params: { keyId: (await alpha.create({ name: 'old' })).keyId } };

const keys = '/{workspace}/api-keys';
const key = `${keys}/{keyId}`;
const without = { as: weak.key };
/** A person is told, where a key is not: their sign-in has a scope that none of these calls asks for. */
const person = {
  as: await accessTokenOf(`${url}/roboflow`, 'alpha person@alpha.example', 'workspace-stats:read'),
};
/** May manage keys, and is weaker than most of them. */
const weaker = { as: manager.key };

/** Calls that only ask for a scope: with it, without it, and without it as a person. */
const plain = [
  'GET /{workspace}',
  'GET /{workspace}/groups',
  `GET ${keys}`,
  `GET ${keys}/publishable`,
  `GET ${key}`,
  'POST /{workspace}/projects',
  'POST /dataset/{project}/upload',
  'POST /infer/{project}/{version}',
  'POST /{workspace}/{project}/{version}/train',
].flatMap((operation): Step[] => [
  [operation, 200],
  [operation, 404, without],
  [operation, 403, person],
]);

const steps: Step[] = [
  ['GET /', 200],
  ['POST /', 200],
  ['GET /usage/plan', 200],
  ...plain,
  [`GET ${keys}`, 200, { query: '?includeDisabled=true&includeFolders=true' }],
  [`POST ${keys}`, 201, { json: { name: 'made', scopes: ['image:read'], customMetadata: { env: 'ci' } } }],
  [`POST ${keys}`, 201, { json: {} }],
  [`POST ${keys}`, 400, { json: { name: 7 } }],
  [`POST ${keys}`, 400, { json: { name: 'x', role: 'x' } }],
  [`POST ${keys}`, 400, { raw: '{' }],
  [`POST ${keys}`, 403, { ...weaker, json: { name: 'x', scopes: null } }],
  [`POST ${keys}`, 404, { ...without, json: { name: 'x' } }],
  [`PATCH ${key}`, 200, { json: { name: 'renamed', scopes: [], disabled: false } }],
  [`PATCH ${key}`, 400, { json: { folderIds: [] } }],
  [`PATCH ${key}`, 403, { json: { protected: false } }],
  [`PATCH ${key}`, 404, { ...without, json: { name: 'x' } }],
  [`PATCH ${key}`, 409, { ...guarded, json: { disabled: true } }],
  [`POST ${key}/roll`, 403, { ...weaker, ...old }],
  [`POST ${key}/roll`, 404, without],
  [`POST ${key}/roll`, 409, guarded],
  [`POST ${key}/roll`, 201, old],
  [`DELETE ${key}`, 403, { ...weaker, ...guarded }],
  [`DELETE ${key}`, 404, without],
  [`DELETE ${key}`, 409, guarded],
  [`DELETE ${key}`, 200],
];

walk(
  steps,
  { workspace: 'alpha', keyId: made.keyId, project: 'north-parts', version: '1' },
  credentials.alpha,
);
