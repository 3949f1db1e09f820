/** What the Datature Vi face answers is what its OpenAPI document says it answers. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf, secretKeys } from '../support/http.ts';
import { credentials, organizations, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/datature-vi`);

const Media = z.record(z.string(), z.object({ schema: z.json() }));
const Answers = z.record(z.string(), z.object({ content: Media.optional() }));
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: Answers }))),
  components: z.object({ schemas: z.record(z.string(), z.json()) }),
});
const { paths, components } = Document.parse((await call('GET', '/openapi.json')).body);

/** Checks an answer against the document by the document alone: status, media type, and every field. */
function expectAsDocumented(method: string, path: string, answer: Awaited<ReturnType<typeof call>>): void {
  const responses = paths[path]?.[method.toLowerCase()]?.responses;
  const content = (responses?.[answer.status] ?? responses?.default)?.content;
  const [[type, { schema }] = ['', { schema: null }]] = Object.entries(content ?? {});
  if (schema === null) {
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 204, body: '' });
    return;
  }
  expect(answer.headers.get('content-type')).toContain(type);
  expect(matches(schema, answer.body)).toEqual([]);
  // Every named field is there: optional ones are not part of this contract.
  expect(matches(schema, {})).not.toEqual([]);
}

/** What does not fit, in words; references are looked up in the document. */
function matches(schema: z.core.util.JSONType, value: unknown): string[] {
  const whole = JSON.stringify({ ...(schema as object), $defs: components.schemas });
  const parsed = z
    .fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')))
    .safeParse(value);
  return parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

const HOME = '/vi/v1/organizations/{organizationId}';
const KEYS = `${HOME}/secret-keys`;
const KEY = `${KEYS}/{keyId}`;
const reef = secretKeys(
  (method, path, given) => call(method, `/vi/v1${path}`, given),
  organizations.reef,
  credentials.reefOwner,
);
const made = await reef.create({ name: 'documented' });

/** Method, path, status, and what is sent, in an order in which each works. */
const CALLS: [string, string, number, { as?: string; json?: unknown; headers?: Record<string, string> }][] = [
  ['GET', HOME, 200, {}],
  ['GET', HOME, 401, { as: 'dtvi_nobody' }],
  ['GET', HOME, 404, { as: credentials.shoal }],
  ['GET', KEYS, 200, {}],
  ['GET', KEY, 200, {}],
  ['POST', KEYS, 201, { json: { name: 'made', permission: 'restricted' } }],
  ['POST', KEYS, 400, { json: {} }],
  ['POST', KEYS, 403, { as: credentials.reefMember, json: { name: 'x' } }],
  ['POST', KEYS, 409, { json: { name: 'made' } }],
  ['PATCH', KEY, 200, { json: { access: ['dataset'] } }],
  ['PATCH', KEY, 412, { json: { name: 'late' }, headers: { 'if-match': '"other"' } }],
  ['GET', `${HOME}/datasets`, 200, {}],
  ['POST', `${HOME}/datasets`, 200, {}],
  ['POST', `${HOME}/annotations`, 200, {}],
  ['POST', `${HOME}/runs`, 200, {}],
  ['POST', `${HOME}/predict`, 200, {}],
  ['POST', `${HOME}/predict`, 403, { as: made.secret }],
  ['DELETE', KEY, 204, {}],
  ['DELETE', KEY, 404, {}],
];

it.each(CALLS)('%s %s answers %i as documented', async (method, path, status, given) => {
  const address = path.replace('{organizationId}', organizations.reef).replace('{keyId}', made.id);
  const answer = await call(method, address, { as: credentials.reefOwner, ...given });
  expect(answer.status).toBe(status);
  expectAsDocumented(method, path, answer);
});
