/** What the Datature Vi face answers is what its OpenAPI document says it answers: every status of every call. */
import { secretKeys } from '../support/http.ts';
import { credentials, organizations } from '../support/test-world.ts';
import { type Step, walkOf } from './walk.ts';

const { call, walk } = await walkOf('datature-vi');
const reef = secretKeys(
  (method, path, given) => call(method, `/vi/v1${path}`, given),
  organizations.reef,
  credentials.reefOwner,
);
const made = await reef.create({ name: 'documented' });
const weak = await reef.create({ name: 'weak', access: ['training'], permission: 'restricted' });

const home = '/vi/v1/organizations/{organizationId}';
const keys = `${home}/secret-keys`;
const key = `${keys}/{keyId}`;
const stranger = { as: credentials.shoal };
const member = { as: credentials.reefMember };

const trials = [
  `GET ${home}/datasets`,
  ...['datasets', 'annotations', 'runs', 'predict'].map((path) => `POST ${home}/${path}`),
].flatMap((operation): Step[] => [
  [operation, 200],
  [operation, 403, { as: weak.secret }],
  [operation, 404, stranger],
]);

const steps: Step[] = [
  [`GET ${home}`, 200],
  [`GET ${home}`, 404, stranger],
  [`GET ${keys}`, 200],
  [`GET ${keys}`, 200, { query: '?limit=1' }],
  [`GET ${keys}`, 400, { query: '?limit=201' }],
  [`GET ${keys}`, 400, { query: '?cursor=mine' }],
  [`GET ${keys}`, 404, stranger],
  [`GET ${key}`, 200],
  [`GET ${key}`, 404, stranger],
  [`POST ${keys}`, 201, { json: { name: 'made', permission: 'restricted' } }],
  [`POST ${keys}`, 400, { json: {} }],
  [`POST ${keys}`, 400, { json: { name: 'x', access: [] } }],
  [`POST ${keys}`, 400, { json: { name: 'x', permission: 'auditor' } }],
  [`POST ${keys}`, 400, { json: { name: 'x', scopes: [] } }],
  [`POST ${keys}`, 400, { raw: '{' }],
  [`POST ${keys}`, 403, { ...member, json: { name: 'x' } }],
  [`POST ${keys}`, 404, { ...stranger, json: { name: 'x' } }],
  [`POST ${keys}`, 409, { json: { name: 'made' } }],
  [`PATCH ${key}`, 200, { json: { access: ['dataset'] } }],
  [`PATCH ${key}`, 400, { json: { permission: 'auditor' } }],
  [`PATCH ${key}`, 403, { ...member, json: { name: 'x' } }],
  [`PATCH ${key}`, 404, { ...stranger, json: { name: 'x' } }],
  [`PATCH ${key}`, 409, { json: { name: 'made' } }],
  [`PATCH ${key}`, 412, { json: { name: 'late' }, headers: { 'if-match': '"other"' } }],
  ...trials,
  [`DELETE ${key}`, 403, member],
  [`DELETE ${key}`, 204],
  [`DELETE ${key}`, 404],
];

walk(steps, { organizationId: organizations.reef, keyId: made.id }, credentials.reefOwner);
