/** What the preflight says before the click, against what the sandbox answers to the same wish over real HTTP. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { type Caller, type Wanted, type WhyNot, whyNotGrant } from '#shared/domain/preflight.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import type { RoboflowKeySeed } from '../../../src/sandbox/faces/roboflow/world.ts';
import type { Profile } from '../../../src/sandbox/worlds/profile.ts';
import { callerOf } from '../sandbox/support/http.ts';
import { credentials, sandboxForFile, testProfile } from '../sandbox/support/test-world.ts';
import { compare, drawnBy } from './compare.ts';

type Reach = { scopes: string[] | null; folderIds: string[] };
type Pair = { hasFeature: boolean; caller: Reach; wanted: Reach };

// The platform knows one more than its published list has, as platforms do.
const leaves = [
  ...roboflowSections.flatMap(({ leaves }) => leaves.map(({ scope }) => scope)),
  'dataset-health:read',
];
const some = (of: readonly string[], more: Parameters<typeof fc.subarray>[1] = {}) =>
  fc.subarray([...of], more);

const callerScopes: fc.Arbitrary<string[] | null> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<null>(null) },
  {
    weight: 5,
    arbitrary: some(leaves).map((held) => [...new Set([...held, 'api-key:create', 'api-key:update'])]),
  },
  { weight: 2, arbitrary: some(leaves) },
  { weight: 1, arbitrary: fc.constant<string[]>([]) },
);

const pairs: fc.Arbitrary<Pair> = fc
  .tuple(fc.integer({ min: 0, max: 7 }), callerScopes)
  .chain(([chance, scopes]) => {
    const hasFeature = chance > 0;
    const folders = hasFeature ? ['fld_a', 'fld_b', 'fld_c'] : ['fld_x'];
    const held = scopes ?? leaves;
    return fc.record({
      hasFeature: fc.constant(hasFeature),
      caller: fc.record({
        scopes: fc.constant(scopes),
        folderIds: fc.oneof(
          { weight: 3, arbitrary: fc.constant<string[]>([]) },
          { weight: 2, arbitrary: some(folders) },
        ),
      }),
      wanted: fc.record({
        scopes: fc.oneof(
          { weight: 1, arbitrary: fc.constant<null>(null) },
          { weight: 4, arbitrary: some(held) },
          // One step beyond is where a wrong rule would show.
          {
            weight: 2,
            arbitrary: fc.tuple(some(held), fc.constantFrom(...leaves)).map(([few, one]) => [...few, one]),
          },
          { weight: 1, arbitrary: some(leaves) },
        ),
        folderIds: fc.oneof(fc.constant<string[]>([]), some(folders)),
      }),
    });
  });

const thousand = fc.sample(pairs, { numRuns: 1_000 });

function seed(keyId: string, secret: string, { scopes, folderIds }: Reach): RoboflowKeySeed {
  return {
    keyId,
    secret,
    name: keyId,
    scopes,
    folderIds,
    default: false,
    protected: false,
    disabled: false,
    deployment: null,
    metadata: {},
    createdOn: new Date(Date.UTC(2026, 0, 1)),
    createdBy: 'ana@alpha.example',
  };
}

const secretOf = (index: number) => `Caller${String(index).padStart(14, '0')}`;

function workspace(slug: string, hasFeature: boolean, folders: readonly string[]) {
  const keys = thousand.flatMap((pair, index) =>
    pair.hasFeature === hasFeature
      ? [
          seed(`k_caller${index}`, secretOf(index), pair.caller),
          // As weak as can be, so that nothing but the wish itself can be refused.
          seed(`k_target${index}`, `Target${String(index).padStart(14, '0')}`, {
            scopes: [],
            folderIds: pair.caller.folderIds,
          }),
        ]
      : [],
  );
  return {
    slug,
    name: slug,
    id: `ws_${slug}`,
    plan: 'any',
    advancedKeys: hasFeature,
    members: 1,
    folders: folders.map((id) => ({ id, name: id, projects: [] })),
    signIn: `${slug}Admin000000`,
    keys: [seed(`k_${slug}`, `${slug}Admin000000`, { scopes: null, folderIds: [] }), ...keys],
  };
}

const world = testProfile.world(new Date());
const profile: Profile = {
  ...testProfile,
  world: () => ({
    ...world,
    roboflow: [
      workspace('with-feature', true, ['fld_a', 'fld_b', 'fld_c']),
      workspace('without', false, ['fld_x']),
    ],
  }),
};

const { url } = await sandboxForFile({ profile });
const call = callerOf(url);

const roboflow = (scopes: string[] | null): Grant => ({ platform: 'roboflow', scopes });

/** What Latchkey knows after a sync, and after the first refusal where the plan lacks the feature. */
function knownOf({ caller, hasFeature }: Pair): Caller {
  return {
    platform: 'roboflow',
    workspaceId: 'w',
    role: null,
    logins: [{ grant: roboflow(caller.scopes), folderIds: caller.folderIds }],
    planRefusedAt: hasFeature ? null : '2026-11-21T09:00:00Z',
    keyPermissions: null,
  };
}

/** In the platform's words: its status, and the type that tells the plan from the subset rules. */
function answerFor(whyNot: WhyNot | null, done: number): string {
  if (whyNot === null) return String(done);
  if (whyNot.kind === 'missing-scope') return '404 GraphMethodException';
  return whyNot.kind === 'plan' ? '403 AccessException' : '403 PermissionException';
}

async function answerTo(method: string, path: string, as: string, json: unknown): Promise<string> {
  const { status, body } = await call(method, `/roboflow${path}`, { as, json });
  const type = (body as { error?: { type?: string } }).error?.type;
  return type === undefined ? String(status) : `${status} ${type}`;
}

const everyAnswer = (done: number) => [
  String(done),
  '404 GraphMethodException',
  '403 AccessException',
  '403 PermissionException',
];

describe('a thousand callers and wishes', () => {
  it('says of a new key what the platform then answers', async () => {
    const { wrong, tally } = await compare(thousand, async (pair, index) => {
      const { scopes, folderIds } = pair.wanted;
      const wanted: Wanted = { doing: 'create', grant: roboflow(scopes), folderIds };
      const path = `/${pair.hasFeature ? 'with-feature' : 'without'}/api-keys`;
      const body = { name: `new ${index}`, scopes, ...(folderIds.length > 0 && { folderIds }) };
      return {
        said: answerFor(whyNotGrant(knownOf(pair), wanted), 201),
        answered: await answerTo('POST', path, secretOf(index), body),
      };
    });
    expect(wrong, drawnBy).toEqual([]);
    for (const answer of everyAnswer(201)) expect(tally.get(answer), answer).toBeGreaterThan(20);
  });

  it('says of a changed scope what the platform then answers', async () => {
    const { wrong, tally } = await compare(thousand, async (pair, index) => {
      const { scopes } = pair.wanted;
      const path = `/${pair.hasFeature ? 'with-feature' : 'without'}/api-keys/k_target${index}`;
      return {
        said: answerFor(whyNotGrant(knownOf(pair), { doing: 'update', grant: roboflow(scopes) }), 200),
        answered: await answerTo('PATCH', path, secretOf(index), { scopes }),
      };
    });
    expect(wrong, drawnBy).toEqual([]);
    for (const answer of everyAnswer(200)) expect(tally.get(answer), answer).toBeGreaterThan(20);
  });
});

describe('workspace keys', () => {
  const grants = fc.sample(
    fc.record({ scopes: some(['project', 'inference'], { minLength: 1 }), anyone: fc.boolean() }),
    { numRuns: 30 },
  );

  it.each(['owner', 'admin', 'member'] as const)('the role %s decides alone', async (role) => {
    for (const [index, { scopes, anyone }] of grants.entries()) {
      const isPublic = anyone && scopes.join() === 'inference';
      const grant: Grant = { platform: 'workspace-keys', scopes, public: isPublic };
      const caller: Caller = {
        platform: 'workspace-keys',
        workspaceId: 'w',
        role,
        logins: [],
        planRefusedAt: null,
        keyPermissions: null,
      };
      const whyNot = whyNotGrant(caller, { doing: 'create', grant, folderIds: [] });
      const { status } = await call('POST', '/workspace-keys/api/v1/workspaces/grove/keys', {
        as: credentials[role],
        json: { name: `${role} ${index}`, scopes, public: isPublic },
      });
      expect(status, whyNot?.reason ?? 'allowed').toBe(whyNot ? 403 : 201);
      expect(whyNot?.kind ?? null).toBe(role === 'member' ? 'role' : null);
    }
  });
});
