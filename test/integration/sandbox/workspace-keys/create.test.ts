/** Workspace-keys contract: POST, and what is refused. */
import { describe, expect, it } from 'vitest';
import { callerOf, workspaceKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const { url } = await sandboxForFile();
const call = callerOf(`${url}/workspace-keys/api/v1`);
const grove = workspaceKeys(call, 'grove', credentials.owner);
const post = (json: unknown) => call('POST', grove.keys, { as: credentials.owner, json });

describe('a new key', () => {
  it('comes with its secret, this once', async () => {
    const { status, body } = await post({ name: 'picker', scopes: ['project', 'inference'] });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      name: 'picker',
      hint: expect.stringMatching(/^gr_\w{4}$/),
      scopes: ['project', 'inference'],
      public: false,
      createdAt: expect.any(String),
      createdBy: 'owner@grove.example',
      secret: expect.stringMatching(/^gr_\w{32}$/),
    });
  });

  it('may be public where inference is its only scope', async () => {
    expect(await grove.create({ name: 'kiosk', scopes: ['inference'], public: true })).toMatchObject({
      public: true,
    });
  });

  it('has each scope once and its name without surrounding blanks', async () => {
    const made = await grove.create({ name: '  doubled ', scopes: ['inference', 'inference'] });
    expect(made).toMatchObject({ name: 'doubled', scopes: ['inference'] });
  });
});

const REFUSED: [number, string, unknown][] = [
  [400, 'no name', { scopes: ['project'] }],
  [400, 'an empty name', { name: '', scopes: ['project'] }],
  [400, 'a blank name', { name: '   ', scopes: ['project'] }],
  [400, 'a name of 300 characters', { name: 'n'.repeat(300), scopes: ['project'] }],
  [400, 'a name that is no string', { name: 7, scopes: ['project'] }],
  [400, 'no scopes', { name: 'x' }],
  [400, 'empty scopes', { name: 'x', scopes: [] }],
  [400, 'scopes that are no list', { name: 'x', scopes: 'project' }],
  [400, 'public that is no boolean', { name: 'x', scopes: ['inference'], public: 1 }],
  [400, 'an unknown field', { name: 'x', scopes: ['inference'], expires: null }],
  [400, 'a bad name beside an unknown scope', { name: '', scopes: ['training'] }],
  [409, 'public with project', { name: 'x', scopes: ['project'], public: true }],
  [409, 'public with both', { name: 'x', scopes: ['inference', 'project'], public: true }],
  [422, 'an unknown scope', { name: 'x', scopes: ['training'] }],
  [422, 'an unknown scope beside a known one', { name: 'x', scopes: ['project', 'Inference'] }],
];

describe('is refused with a problem document', () => {
  it.each(REFUSED)('%i: %s', async (status, _, json) => {
    const answer = await post(json);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer).toMatchObject({ status });
    expect(answer.body).toEqual({
      type: expect.any(String),
      title: expect.any(String),
      status,
      detail: expect.any(String),
    });
  });

  it.each([
    ['broken JSON', { raw: '{' }],
    ['no body', {}],
    ['not sent as JSON', { raw: '{}', headers: { 'content-type': 'text/plain' } }],
  ])('400: %s', async (_, body) => {
    expect(await call('POST', grove.keys, { as: credentials.owner, ...body })).toMatchObject({
      status: 400,
      body: { status: 400 },
    });
  });

  it('409: a name that is taken, in this workspace only', async () => {
    await grove.create({ name: 'taken', scopes: ['project'] });
    expect(await post({ name: 'taken', scopes: ['inference'] })).toMatchObject({ status: 409 });
    const heath = workspaceKeys(call, 'heath', credentials.owner);
    expect(await heath.create({ name: 'taken', scopes: ['project'] })).toMatchObject({ name: 'taken' });
  });

  it('404: an address that is none', async () => {
    expect(await call('GET', '/nowhere', { as: credentials.owner })).toMatchObject({
      status: 404,
      body: { status: 404 },
    });
  });
});
