import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorInfoSchema } from '#shared/domain/errors.ts';
import type { Refusal } from '../../../../src/main/platforms/http/client.ts';
import type { Doing } from '../../../../src/main/platforms/roboflow/doing.ts';
import { explain } from '../../../../src/main/platforms/roboflow/errors.ts';
import { notVisible } from '../../../../src/main/platforms/roboflow/not-visible.ts';

const scoped = { platform: 'roboflow' as const, scopes: ['image:read'] };
const create: Doing = { what: 'create', key: { name: 'n', grant: scoped } };
const createFull: Doing = {
  what: 'create',
  key: { name: 'n', grant: { platform: 'roboflow', scopes: null } },
};
const rename: Doing = { what: 'update', change: { name: 'n' } };
const regrant: Doing = { what: 'update', change: { grant: scoped } };
const disable: Doing = { what: 'update', change: { disabled: true } };
const annotate: Doing = { what: 'update', change: { metadata: { latchkey: '{}' } } };
const remove: Doing = { what: 'delete' };
const everything: Doing[] = [
  { what: 'sign in' },
  { what: 'look who' },
  { what: 'read workspace' },
  { what: 'list' },
  { what: 'get' },
  create,
  createFull,
  rename,
  regrant,
  disable,
  annotate,
  remove,
];

const rich = (message: string, type = 'AccessException') => ({ error: { message, type, status: 403 } });
const flat = (error: string, hint?: string) => ({ error, hint });
const refuse = (doing: Doing, status: number, body: unknown = {}) =>
  explain(doing)({ host: 'api.roboflow.com', status, body, retryAfter: null });

it('names the plan where metadata is refused, and never the scope or the name', () => {
  expect(refuse(annotate, 403, rich('"customMetadata" needs the plan feature Advanced API Keys.'))).toEqual({
    code: 'plan',
    message:
      'The plan of this workspace does not include Advanced API Keys, which writing metadata into a key needs.',
    hint: 'Ask an owner of the workspace about its plan.',
  });
  expect(refuse(annotate, 400, flat('value too long'))).toMatchObject({
    code: 'bad-input',
    message: 'Roboflow did not accept this metadata.',
  });
});

it('says the exact sentence of a refused sign-in', () => {
  expect(refuse({ what: 'sign in' }, 401)).toMatchObject({
    code: 'unauthorized',
    message: 'Roboflow did not accept this API key.',
  });
});

describe('401, 402, 403, 404, 409, 422, 423, 429 and 5xx', () => {
  it.each<[Doing, number, unknown, string, RegExp]>([
    [{ what: 'list' }, 401, {}, 'unauthorized', /no longer accepts/],
    [create, 402, flat('Quota exceeded'), 'plan', /plan or the quota/],
    [
      create,
      403,
      rich('"scopes" needs the plan feature Advanced API Keys.'),
      'plan',
      /does not include Advanced API Keys/,
    ],
    [disable, 403, flat('Not on your plan', 'Upgrade'), 'plan', /which disabling a key needs/],
    [regrant, 403, 'Forbidden', 'plan', /Either the plan .* or the role/],
    [
      create,
      403,
      rich('The scopes exceed those of the caller.'),
      'role',
      /may do more than it may do itself/,
    ],
    [regrant, 403, rich('You can only grant abilities you have.'), 'role', /nor make a key that strong/],
    [createFull, 403, {}, 'role', /may not make keys .* Owners and admins/],
    [rename, 403, {}, 'role', /may not change keys/],
    [remove, 403, flat('Missing permission revoke_api_key'), 'role', /may not delete keys/],
    [{ what: 'list' }, 403, {}, 'role', /may not see keys/],
    [
      remove,
      409,
      rich('This key is protected.', 'ConflictException'),
      'protected',
      /is protected, so it cannot be deleted/,
    ],
    [disable, 409, flat('Protected keys cannot be disabled'), 'protected', /cannot be disabled/],
    [
      remove,
      409,
      rich('A dedicated deployment runs on it.'),
      'deployment',
      /A dedicated deployment runs on this key/,
    ],
    [remove, 409, {}, 'conflict', /may be protected, or a dedicated deployment/],
    [
      create,
      400,
      rich('"x:y" is not a known scope.', 'InvalidRequest'),
      'bad-input',
      /did not accept this scope/,
    ],
    [rename, 422, {}, 'bad-input', /did not accept this name/],
    [create, 422, {}, 'bad-input', /did not accept these values/],
    [remove, 423, {}, 'plan', /paused/],
    [remove, 429, {}, 'rate-limited', /no more requests/],
    [remove, 503, undefined, 'server', /status 503/],
    [remove, 418, undefined, 'bad-answer', /status 418/],
  ])('%j answered with %d %j is %s', (doing, status, body, code, message) => {
    const info = refuse(doing, status, body);
    expect(info.code).toBe(code);
    expect(info.message).toMatch(message);
    expect(info.hint).toBeTruthy();
  });

  it('names the wait', () => {
    const limited = (retryAfter: number) =>
      explain(remove)({ host: 'h', status: 429, body: {}, retryAfter }).hint;
    expect([limited(1_000), limited(41_000), limited(300_000)]).toEqual([
      'Try again in 1 second.',
      'Try again in 41 seconds.',
      'Try again in 5 minutes.',
    ]);
  });
});

describe('404', () => {
  it.each<[Doing, RegExp]>([
    [{ what: 'list' }, /lacks the scope api-key:read, or the workspace is gone/],
    [{ what: 'get' }, /key is gone, or .* scope api-key:read/],
    [create, /lacks the scope api-key:create/],
    [rename, /key is gone, or .* scope api-key:update/],
    [remove, /key is gone, or .* scope api-key:revoke/],
  ])('%j names the causes and the scope', (doing, message) => {
    expect(refuse(doing, 404)).toMatchObject({
      code: 'missing-scope',
      message: expect.stringMatching(message),
    });
  });

  it('at the sign-in says that the address is wrong', () => {
    expect(refuse({ what: 'sign in' }, 404)).toMatchObject({ code: 'not-found' });
  });

  it('is settled by what the list says', () => {
    expect(notVisible(remove, true)).toMatchObject({
      code: 'missing-scope',
      message: expect.stringMatching(/not let this login delete keys: .* api-key:revoke/),
    });
    expect(notVisible(rename, true)).toMatchObject({
      message: expect.stringMatching(/change keys: .* api-key:update/),
    });
    expect(notVisible(remove, false)).toMatchObject({
      code: 'not-found',
      message: expect.stringMatching(/no longer exists/),
    });
  });

  it('is recognised by its type under another status', () => {
    expect(refuse({ what: 'list' }, 400, rich('Unsupported get request.', 'GraphMethodException')).code).toBe(
      'missing-scope',
    );
  });
});

it('has three different sentences for a missing scope, plan or role, and protected', () => {
  const sentences = [
    refuse(remove, 404),
    notVisible(remove, true),
    refuse(regrant, 403, flat('plan')),
    refuse(remove, 403),
    refuse(remove, 409, flat('protected')),
  ].map((info) => info.message);
  expect(new Set(sentences).size).toBe(5);
});

it('never repeats anything of the answer, and always fits the contract', () => {
  const secret = 'QmZt4SecretThatMustNotAppear';
  const bodies = fc.constantFrom<unknown>(
    secret,
    { error: secret, hint: secret },
    {
      error: { message: `plan role protected deployment ${secret}`, type: secret, hint: secret, key: secret },
    },
    { error: { message: `abilities scope name ${secret}`, type: 'OAuthException', key: secret } },
    { title: secret, detail: secret },
    [secret],
    null,
    undefined,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...everything),
      fc.integer({ min: 400, max: 599 }),
      bodies,
      (doing, status, body) => {
        const refusal: Refusal = { host: 'api.roboflow.com', status, body, retryAfter: null };
        const info = errorInfoSchema.parse(explain(doing)(refusal));
        expect(JSON.stringify(info)).not.toContain(secret);
        expect(`${info.message} ${info.hint}`).not.toMatch(/!|undefined|\[object/);
      },
    ),
    { numRuns: 500 },
  );
});
