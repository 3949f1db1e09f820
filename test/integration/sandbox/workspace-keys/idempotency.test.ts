/** Workspace-keys contract: Idempotency-Key is honoured for 24 hours. */
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { callerOf, workspaceKeys } from '../support/http.ts';
import { credentials, sandboxForFile } from '../support/test-world.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 7, 14, 9, 12);
let now = START;
const { url } = await sandboxForFile({ clock: { now: () => new Date(now) } });
const call = callerOf(`${url}/workspace-keys/api/v1`);
const grove = workspaceKeys(call, 'grove', credentials.owner);
const Made = z.object({ id: z.string(), name: z.string() });

function post(json: unknown, idempotencyKey: string, as = credentials.owner, keys = grove.keys) {
  return call('POST', keys, { as, json, headers: { 'idempotency-key': idempotencyKey } });
}

async function keysNamed(name: string): Promise<number> {
  const { body } = await call('GET', `${grove.keys}?limit=500`, { as: credentials.owner });
  return z
    .object({ keys: z.array(Made) })
    .parse(body)
    .keys.filter((key) => key.name === name).length;
}

beforeEach(() => {
  now = START;
});

it('a repeat answers the same key without its secret, marked as replayed', async () => {
  const json = { name: 'repeated', scopes: ['project'] };
  const first = await post(json, 'one');
  const second = await post(json, 'one');
  expect(first.status).toBe(201);
  const { secret, ...key } = first.body as Record<string, unknown>;
  expect(secret).toEqual(expect.any(String));
  expect({ status: second.status, body: second.body }).toEqual({
    status: 200,
    body: { ...key, replayed: true },
  });
  expect(await keysNamed('repeated')).toBe(1);
});

it('a repeat may name the fields in another order', async () => {
  const { status, body } = await post({ name: 'ordered', scopes: ['project'] }, 'order');
  expect(status).toBe(201);
  const { id } = Made.parse(body);
  expect(await post({ scopes: ['project'], name: 'ordered' }, 'order')).toMatchObject({
    status: 200,
    body: { id },
  });
});

it('a repeat shows the key as it is now', async () => {
  const json = { name: 'renamed-later', scopes: ['project'] };
  const { id } = Made.parse((await post(json, 'two')).body);
  await call('PATCH', `${grove.keys}/${id}`, { as: credentials.owner, json: { name: 'renamed-since' } });
  expect(await post(json, 'two')).toMatchObject({ status: 200, body: { id, name: 'renamed-since' } });
});

describe('after 24 hours', () => {
  it('less a second, a repeat is still a repeat', async () => {
    await post({ name: 'day', scopes: ['project'] }, 'three');
    now += 24 * HOUR - 1_000;
    expect(await post({ name: 'day', scopes: ['project'] }, 'three')).toMatchObject({ status: 200 });
  });

  it('it is a request like any other', async () => {
    await post({ name: 'before', scopes: ['project'] }, 'four');
    now += 24 * HOUR;
    expect(await post({ name: 'before', scopes: ['project'] }, 'four')).toMatchObject({ status: 409 });
    expect(await post({ name: 'after', scopes: ['project'] }, 'four')).toMatchObject({ status: 201 });
  });
});

it('the same key for a different request is 409', async () => {
  await post({ name: 'first', scopes: ['project'] }, 'five');
  expect(await post({ name: 'second', scopes: ['project'] }, 'five')).toMatchObject({ status: 409 });
  expect(await keysNamed('second')).toBe(0);
});

it('the same key after its key was deleted is 409, and makes none', async () => {
  const json = { name: 'deleted', scopes: ['project'] };
  const { id } = Made.parse((await post(json, 'six')).body);
  await call('DELETE', `${grove.keys}/${id}`, { as: credentials.owner });
  expect(await post(json, 'six')).toMatchObject({ status: 409 });
  expect(await keysNamed('deleted')).toBe(0);
});

it('counts for one person in one workspace', async () => {
  expect(await post({ name: 'mine', scopes: ['project'] }, 'seven')).toMatchObject({ status: 201 });
  const others = await post({ name: 'theirs', scopes: ['project'] }, 'seven', credentials.admin);
  expect(others).toMatchObject({ status: 201 });
  const elsewhere = await post(
    { name: 'mine', scopes: ['project'] },
    'seven',
    credentials.owner,
    '/workspaces/heath/keys',
  );
  expect(elsewhere).toMatchObject({ status: 201 });
});

it('a refused request leaves its key free', async () => {
  expect(await post({ name: 'x', scopes: ['project'], public: true }, 'eight')).toMatchObject({
    status: 409,
  });
  expect(await post({ name: 'x', scopes: ['project'] }, 'eight')).toMatchObject({ status: 201 });
});

it('twenty at once make one key', async () => {
  const json = { name: 'crowd', scopes: ['project'] };
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(json, 'nine')));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
});
