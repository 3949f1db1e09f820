import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errorInfoSchema } from '#shared/domain/errors.ts';
import type { Doing } from '../../../../src/main/platforms/key-refusals.ts';
import { explain } from '../../../../src/main/platforms/workspace-keys/errors.ts';

const grant = (scopes: string[], isPublic: boolean) => ({
  platform: 'workspace-keys' as const,
  scopes,
  public: isPublic,
});
const create: Doing = { what: 'create', key: { name: 'public-demo', grant: grant(['inference'], true) } };
const widenPublic: Doing = { what: 'update', change: { grant: grant(['project', 'inference'], true) } };
const rename: Doing = { what: 'update', change: { name: 'n' } };
const remove: Doing = { what: 'delete' };
const everything: Doing[] = [
  { what: 'sign in' },
  { what: 'look who' },
  { what: 'list' },
  { what: 'get' },
  create,
  widenPublic,
  rename,
  remove,
];

const problem = (detail: string) => ({ type: 'about:blank', title: 'Refused', status: 400, detail });
const refuse = (doing: Doing, status: number, body: unknown = {}) =>
  explain(doing)({ host: 'keys.example.com', status, body, retryAfter: null });

it.each<[Doing, number, unknown, string, RegExp]>([
  [{ what: 'sign in' }, 401, {}, 'unauthorized', /did not accept this token/],
  [{ what: 'list' }, 401, {}, 'unauthorized', /no longer accepts the token/],
  [{ what: 'sign in' }, 404, {}, 'not-found', /no workspace keys service at this address/],
  [{ what: 'list' }, 403, {}, 'role', /may not see keys .* Only an owner or an admin/],
  [create, 403, problem('role'), 'role', /may not make keys/],
  [remove, 403, 'Forbidden', 'role', /may not delete keys/],
  [{ what: 'list' }, 404, {}, 'not-found', /workspace no longer exists/],
  [remove, 404, {}, 'not-found', /key no longer exists/],
  [create, 409, problem('A key named "public-demo" exists.'), 'duplicate-name', /has this name already/],
  [rename, 409, undefined, 'duplicate-name', /has this name already/],
  [widenPublic, 409, undefined, 'conflict', /only scope/],
  [remove, 409, undefined, 'conflict', /state the key is in/],
  [create, 400, problem('scopes: must not be empty.'), 'bad-input', /this scope/],
  [create, 400, problem('name: too long.'), 'bad-input', /this name/],
  [rename, 400, undefined, 'bad-input', /this name/],
  [widenPublic, 422, {}, 'bad-input', /does not know one of these scopes/],
  [remove, 429, {}, 'rate-limited', /keys\.example\.com takes no more requests/],
  [remove, 500, {}, 'server', /keys\.example\.com has a problem of its own/],
])('%j answered with %d %j is %s', (doing, status, body, code, message) => {
  const info = refuse(doing, status, body);
  expect(info.code).toBe(code);
  expect(info.message).toMatch(message);
  expect(info.hint).toBeTruthy();
});

it('puts what is wrong with a name or a scope beside its field', () => {
  expect(refuse(rename, 409).field).toBe('name');
  expect(refuse(widenPublic, 409).field).toBe('grant');
  expect(refuse(rename, 400).field).toBe('name');
  expect(refuse(create, 422).field).toBe('grant');
});

it('never repeats anything of the answer, and always fits the contract', () => {
  const secret = 'QmZt4SecretThatMustNotAppear';
  const bodies = fc.constantFrom<unknown>(
    secret,
    problem(`scope ${secret}`),
    { type: secret, title: secret },
    null,
    undefined,
    7,
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...everything),
      fc.integer({ min: 400, max: 599 }),
      bodies,
      (doing, status, body) => {
        const info = errorInfoSchema.parse(refuse(doing, status, body));
        expect(JSON.stringify(info)).not.toContain(secret);
        expect(`${info.message} ${info.hint}`).not.toMatch(/!|undefined|\[object/);
      },
    ),
    { numRuns: 300 },
  );
});
