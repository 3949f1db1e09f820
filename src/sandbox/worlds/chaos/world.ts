// The world of the chaos profile: two Roboflow workspaces, two workspace-keys workspaces, two Datature organizations, eighty keys.
import { ACCESSES, type Grant, type OrganizationSeed, PERMISSIONS } from '../../faces/datature-vi/world.ts';
import type { RoboflowKeySeed, RoboflowWorkspaceSeed } from '../../faces/roboflow/world.ts';
import type { WorkspaceSeed } from '../../faces/workspace-keys/world.ts';
import { adminToken, roboflowKey, secretKey, workspaceKey } from '../make.ts';
import type { World } from '../profile.ts';

const SEED = 'latchkey sandbox, profile chaos';
const PERSON = 'robin@cobalt.example';
const DAY_MS = 24 * 60 * 60 * 1_000;

export function chaosWorld(now: Date): World {
  return {
    roboflow: [
      cobalt(now),
      roboflow(now, {
        slug: 'marsh-imaging',
        name: 'Marsh Imaging',
        id: 'wsMarsh1mg',
        plan: 'Starter',
        advancedKeys: false,
        folders: [],
        drafts: Array.from({ length: 9 }, (_, at) => ({ name: `camera-${at + 1}`, scopes: null })),
      }),
    ],
    workspaceKeys: {
      tokens: [{ email: PERSON, token: adminToken(SEED, PERSON) }],
      workspaces: [
        plain(now, { slug: 'ridge-optics', name: 'Ridge Optics', abbreviation: 'ro' }, 'grader', 15),
        plain(now, { slug: 'tern-maps', name: 'Tern Maps', abbreviation: 'tm' }, 'tile-worker', 10),
      ],
    },
    datatureVi: [
      organization(now, { id: 'org_3heron8k', name: 'Heron Surveys', keyPermissions: true }, 12),
      organization(now, { id: 'org_5plover2c', name: 'Plover Labs', keyPermissions: false }, 6),
    ],
  };
}

/** One of each kind of key that Roboflow's contract speaks of. */
function cobalt(now: Date): RoboflowWorkspaceSeed {
  const folders = [
    { id: 'fld_cobalt_lines', name: 'Lines', projects: ['line-a', 'line-b'] },
    { id: 'fld_cobalt_yard', name: 'Yard', projects: ['gate'] },
  ];
  const uploaders = Array.from({ length: 17 }, (_, at) => ({
    name: `line-${at + 1}-uploader`,
    scopes: at % 2 === 0 ? ['image:create', 'image:tag'] : ['project:read', 'model:infer'],
    folderIds: at % 4 === 3 ? ['fld_cobalt_lines'] : [],
    metadata: at % 3 === 0 ? { env: 'production', line: String(at + 1) } : {},
    disabled: at % 8 === 5,
  }));
  return roboflow(now, {
    slug: 'cobalt-works',
    name: 'Cobalt Works',
    id: 'wsCobalt1W',
    plan: 'Enterprise',
    advancedKeys: true,
    folders,
    drafts: [
      ...uploaders,
      { name: 'nightly-export', scopes: ['version:read'], protected: true },
      { name: 'edge-gate', scopes: ['model:infer'], deployment: 'cobalt-gate' },
      { name: 'spare', scopes: [] },
      { name: 'quality-board', scopes: ['project:read', 'dataset-health:read'] },
      { name: '', scopes: ['model:infer'] },
    ],
  });
}

type Draft = Pick<RoboflowKeySeed, 'name' | 'scopes'> & Partial<RoboflowKeySeed>;
type Plan = Omit<RoboflowWorkspaceSeed, 'members' | 'keys' | 'signIn'> & { drafts: readonly Draft[] };

function roboflow(now: Date, { drafts, ...plan }: Plan): RoboflowWorkspaceSeed {
  const [signIn, ...others] = [{ name: 'latchkey-admin', scopes: null, default: true }, ...drafts].map(
    (draft, at) =>
      roboflowKey(SEED, plan.slug, { ...draft, createdOn: daysBefore(now, 400 - at), createdBy: PERSON }),
  );
  if (!signIn) throw new RangeError(`${plan.slug} has no key to sign in with.`);
  return {
    ...plan,
    members: 1,
    people: [{ email: PERSON, role: 'owner' }],
    keys: [signIn, ...others],
    signIn: signIn.secret,
  };
}

function plain(
  now: Date,
  place: Pick<WorkspaceSeed, 'slug' | 'name' | 'abbreviation'>,
  word: string,
  count: number,
): WorkspaceSeed {
  const keys = Array.from({ length: count }, (_, at) =>
    workspaceKey(SEED, place, {
      name: `${word}-${at + 1}`,
      scopes: at % 3 === 0 ? ['project', 'inference'] : ['inference'],
      public: at % 3 === 1,
      createdAt: daysBefore(now, 200 - at),
      createdBy: PERSON,
    }),
  );
  return { ...place, members: [{ email: PERSON, role: 'owner' }], keys };
}

function organization(
  now: Date,
  place: Pick<OrganizationSeed, 'id' | 'name' | 'keyPermissions'>,
  count: number,
): OrganizationSeed {
  const full = { access: ACCESSES, permission: 'full' } as const;
  const [signIn, ...others] = Array.from({ length: count }, (_, at) =>
    secretKey(SEED, place.id, {
      name: at === 0 ? 'latchkey-admin' : `survey-${at}`,
      ...(place.keyPermissions && at > 0 ? grantAt(at) : full),
      createdAt: daysBefore(now, 150 - at),
      createdBy: PERSON,
      lastUsedAt: at % 3 === 0 ? null : daysBefore(now, at),
    }),
  );
  if (!signIn) throw new RangeError(`${place.id} has no key to sign in with.`);
  return {
    ...place,
    members: [{ email: PERSON, role: 'owner' }],
    keys: [signIn, ...others],
    signIn: signIn.secret,
  };
}

/** One after another, so that a few keys have every access and every permission between them. */
function grantAt(at: number): Grant {
  return {
    access: ACCESSES.filter((_, index) => index <= at % ACCESSES.length),
    permission: PERMISSIONS[at % PERMISSIONS.length] ?? 'full',
  };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
