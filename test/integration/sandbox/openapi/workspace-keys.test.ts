/** What the workspace-keys face answers is what its OpenAPI document says it answers: every status of every call. */
import type { Profile } from '../../../../src/sandbox/worlds/profile.ts';
import { workspaceKeys } from '../support/http.ts';
import { credentials, testProfile } from '../support/test-world.ts';
import { type Step, walkOf } from './walk.ts';

const world = testProfile.world(new Date());
const scopeless = 'gr_scopeless0000000000000000000000001';
/** With a key that has no scope at all, as none can be made through the interface. */
const profile: Profile = {
  ...testProfile,
  world: () => ({
    ...world,
    workspaceKeys: {
      ...world.workspaceKeys,
      workspaces: world.workspaceKeys.workspaces.map((workspace) => ({
        ...workspace,
        keys:
          workspace.slug === 'grove'
            ? [
                {
                  id: 'key_scopeless',
                  secret: scopeless,
                  name: 'scopeless',
                  scopes: [],
                  public: false,
                  createdAt: new Date(Date.UTC(2026, 0, 1)),
                  createdBy: 'owner@grove.example',
                },
              ]
            : workspace.keys,
      })),
    },
  }),
};

const { call, walk } = await walkOf('workspace-keys', profile);
const of = (slug: string, token: string) =>
  workspaceKeys((method, path, given) => call(method, `/api/v1${path}`, given), slug, token);
const grove = of('grove', credentials.owner);
const made = await grove.create({ name: 'documented', scopes: ['project'] });
const worker = await grove.create({ name: 'worker', scopes: ['project'] });
const kiosk = await grove.create({ name: 'kiosk', scopes: ['inference'], public: true });
const elsewhere = await of('heath', credentials.stranger).create({ name: 'elsewhere', scopes: ['project'] });

const home = '/api/v1/workspaces/{slug}';
const keys = `${home}/keys`;
const key = `${keys}/{id}`;
const stranger = { as: credentials.stranger };
const member = { as: credentials.member };
const predict = `POST ${home}/models/{model}/predict`;
const fields = { name: 'again', scopes: ['inference'] };
const once = { headers: { 'idempotency-key': 'once' } };

const trials = [`GET ${home}/projects`, `POST ${home}/projects`].flatMap((operation): Step[] => [
  [operation, 200, { as: worker.secret }],
  [operation, 403, { as: kiosk.secret }],
  [operation, 404, { as: elsewhere.secret }],
]);

const steps: Step[] = [
  ['GET /api/v1/me', 200],
  [`GET ${keys}`, 200],
  [`GET ${keys}`, 200, { query: '?limit=1' }],
  [`GET ${keys}`, 400, { query: '?limit=501' }],
  [`GET ${keys}`, 400, { query: '?after=mine' }],
  [`GET ${keys}`, 404, stranger],
  [`GET ${key}`, 200],
  [`GET ${key}`, 404, stranger],
  [`POST ${keys}`, 201, { json: fields, ...once }],
  [`POST ${keys}`, 200, { json: fields, ...once }],
  [`POST ${keys}`, 400, { json: { name: '', scopes: ['project'] } }],
  [`POST ${keys}`, 400, { json: { name: 'x', scopes: [] } }],
  [`POST ${keys}`, 400, { json: { name: 'x', scopes: ['project'], role: 'x' } }],
  [`POST ${keys}`, 400, { raw: '{' }],
  [`POST ${keys}`, 403, { ...member, json: { name: 'x', scopes: ['project'] } }],
  [`POST ${keys}`, 404, { ...stranger, json: { name: 'x', scopes: ['project'] } }],
  [`POST ${keys}`, 409, { json: { name: 'again', scopes: ['project'] } }],
  [`POST ${keys}`, 409, { json: { name: 'x', scopes: ['project'], public: true } }],
  [`POST ${keys}`, 422, { json: { name: 'x', scopes: ['audit'] } }],
  [`PATCH ${key}`, 200, { json: { name: 'renamed', scopes: ['inference'], public: true } }],
  [`PATCH ${key}`, 400, { json: { name: '' } }],
  [`PATCH ${key}`, 403, { ...member, json: { name: 'x' } }],
  [`PATCH ${key}`, 404, { ...stranger, json: { name: 'x' } }],
  [`PATCH ${key}`, 409, { json: { name: 'again' } }],
  [`PATCH ${key}`, 422, { json: { scopes: ['audit'] } }],
  ...trials,
  [predict, 200, { as: kiosk.secret }],
  [predict, 403, { as: scopeless }],
  [predict, 404, { as: elsewhere.secret }],
  [`DELETE ${key}`, 403, member],
  [`DELETE ${key}`, 204],
  [`DELETE ${key}`, 404],
];

walk(steps, { slug: 'grove', id: made.id, model: 'yard-1' }, credentials.owner);
