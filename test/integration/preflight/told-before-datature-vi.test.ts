/** What the preflight says of a Datature Vi key before the click, against what the sandbox answers over real HTTP. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessScopes, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import { type DatatureViGrant, isFullAccess } from '#shared/domain/grant.ts';
import { type Caller, type Wanted, type WhyNot, whyNotGrant } from '#shared/domain/preflight.ts';
import {
  type OrganizationSeed,
  ROLES,
  type Role,
  type SecretKeySeed,
} from '../../../src/sandbox/faces/datature-vi/world.ts';
import type { Profile } from '../../../src/sandbox/worlds/profile.ts';
import { callerOf } from '../sandbox/support/http.ts';
import { sandboxForFile, testProfile } from '../sandbox/support/test-world.ts';
import { compare, drawnBy } from './compare.ts';

type Has = { access: (typeof accessScopes)[number][]; permission: (typeof permissionLevels)[number] };
type Pair = { pickers: boolean; role: Role; caller: Has; wanted: Has };

const everything: Has = { access: [...accessScopes], permission: 'full' };
const level = fc.constantFrom(...permissionLevels);
const someAccess = fc
  .shuffledSubarray([...accessScopes], { minLength: 1 })
  .map((access): Has['access'] => access);
const grants: fc.Arbitrary<Has> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(everything) },
  { weight: 4, arbitrary: fc.record({ access: someAccess, permission: level }) },
);

// Most wishes lie within what the caller has, or one step beyond, which is where a wrong rule would show.
const wishesOf = ({ access, permission }: Has): fc.Arbitrary<Has> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ access: fc.constant(access), permission: level }) },
    { weight: 2, arbitrary: fc.record({ access: someAccess, permission: fc.constant(permission) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        access: fc.subarray(access, { minLength: Math.min(1, access.length) }),
        permission: fc.constantFrom<Has['permission']>(permission, 'restricted'),
      }),
    },
    { weight: 2, arbitrary: grants },
  );

const pairs: fc.Arbitrary<Pair> = fc
  .tuple(
    // One in five in an organization without pickers, where a plan that ended may have left any grant behind.
    fc.integer({ min: 0, max: 4 }).map((chance) => chance > 0),
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom<Role>('owner', 'admin') }, fc.constant<Role>('member')),
    grants,
  )
  .chain(([pickers, role, caller]) =>
    fc.record({
      pickers: fc.constant(pickers),
      role: fc.constant(role),
      caller: fc.constant(caller),
      wanted: wishesOf(caller).filter(({ access }) => access.length > 0),
    }),
  );

const thousand = fc.sample(pairs, { numRuns: 1_000 });

const secretOf = (index: number) => `dtvi_Caller${String(index).padStart(33, '0')}`;
const address = ({ pickers }: Pair) => (pickers ? 'org_pickers' : 'org_plain');

function seed(id: string, secret: string, role: Role, grant: Has): SecretKeySeed {
  const createdAt = new Date(Date.UTC(2026, 0, 1));
  return { id, secret, name: id, ...grant, lastUsedAt: null, createdAt, createdBy: `${role}@reef.example` };
}

function organization(id: string, keyPermissions: boolean): OrganizationSeed {
  const signIn = `dtvi_${id}`;
  const keys = thousand.flatMap((pair, index) =>
    pair.pickers === keyPermissions
      ? [
          seed(`sk_caller${index}`, secretOf(index), pair.role, pair.caller),
          seed(`sk_target${index}`, `dtvi_Target${index}`, 'owner', {
            access: ['dataset'],
            permission: 'restricted',
          }),
        ]
      : [],
  );
  return {
    id,
    name: id,
    keyPermissions,
    members: ROLES.map((role) => ({ email: `${role}@reef.example`, role })),
    signIn,
    keys: [seed(`sk_${id}`, signIn, 'owner', everything), ...keys],
  };
}

const world = testProfile.world(new Date());
const profile: Profile = {
  ...testProfile,
  world: () => ({
    ...world,
    datatureVi: [organization('org_pickers', true), organization('org_plain', false)],
  }),
};

const { url } = await sandboxForFile({ profile });
const call = callerOf(`${url}/datature-vi/vi/v1/organizations`);

const own = (has: Has): DatatureViGrant => ({ platform: 'datature-vi', ...has });

/** What Latchkey knows after a sync. */
function knownOf({ pickers, role, caller }: Pair): Caller {
  return {
    platform: 'datature-vi',
    workspaceId: 'w',
    role,
    logins: [{ grant: own(caller), folderIds: [] }],
    planRefusedAt: null,
    keyPermissions: pickers,
  };
}

function told(pair: Pair, wanted: Wanted, done: number): string {
  const whyNot = whyNotGrant(knownOf(pair), wanted);
  return whyNot === null ? String(done) : `403 ${whyNot.kind}`;
}

/** The platform has one status for all four; its words tell them apart. */
const words: readonly [RegExp, WhyNot['kind']][] = [
  [/^Your role /, 'role'],
  [/^The plan /, 'plan'],
  [/^Your own secret key has no /, 'access'],
  [/ goes beyond /, 'level'],
];

async function answerTo(method: string, path: string, as: string, json: unknown): Promise<string> {
  const { status, body } = await call(method, path, { as, json });
  if (status !== 403) return String(status);
  const { detail } = body as { detail: string };
  return `403 ${words.find(([says]) => says.test(detail))?.[1] ?? detail}`;
}

const everyAnswer = (done: number) => [String(done), '403 role', '403 plan', '403 access', '403 level'];

describe('a thousand Datature Vi callers and wishes', () => {
  it('says of a new key what the platform then answers', async () => {
    const { wrong, tally } = await compare(thousand, async (pair, index) => {
      const grant = own(pair.wanted);
      // Without pickers, full access is asked for by asking for nothing.
      const asked = pair.pickers || !isFullAccess(grant) ? pair.wanted : {};
      const path = `/${address(pair)}/secret-keys`;
      return {
        said: told(pair, { doing: 'create', grant, folderIds: [] }, 201),
        answered: await answerTo('POST', path, secretOf(index), { name: `new ${index}`, ...asked }),
      };
    });
    expect(wrong, drawnBy).toEqual([]);
    for (const answer of everyAnswer(201)) expect(tally.get(answer), answer).toBeGreaterThan(20);
  });

  it('says of a changed scope what the platform then answers', async () => {
    const { wrong, tally } = await compare(thousand, async (pair, index) => {
      const path = `/${address(pair)}/secret-keys/sk_target${index}`;
      return {
        said: told(pair, { doing: 'update', grant: own(pair.wanted) }, 200),
        answered: await answerTo('PATCH', path, secretOf(index), pair.wanted),
      };
    });
    expect(wrong, drawnBy).toEqual([]);
    for (const answer of everyAnswer(200)) expect(tally.get(answer), answer).toBeGreaterThan(20);
  });
});

/** Whoever has all there is may give any of it: the rule must not refuse too much either. */
it('every key that has full access may give every grant there is, and gives it', async () => {
  const full = thousand.findIndex(
    ({ pickers, role, caller }) => pickers && role === 'owner' && isFullAccess(own(caller)),
  );
  const levels = permissionLevels.flatMap((permission) =>
    accessScopes.map((scope): Has => ({ access: [scope], permission })),
  );
  const pair = thousand[full];
  if (!pair) throw new Error('none of the thousand is an owner with full access');
  for (const [index, wanted] of levels.entries()) {
    const wish: Wanted = { doing: 'create', grant: own(wanted), folderIds: [] };
    expect(whyNotGrant(knownOf(pair), wish)).toBeNull();
    const body = { name: `any ${index}`, ...wanted };
    expect(await answerTo('POST', '/org_pickers/secret-keys', secretOf(full), body)).toBe('201');
  }
});
