// The empty world: workspaces with nobody's keys in them but the one to sign in with.
import { ACCESSES, type OrganizationSeed } from '../faces/datature-vi/world.ts';
import { adminToken, roboflowKey, secretKey } from './make.ts';
import type { Profile, World } from './profile.ts';

const SEED = 'latchkey sandbox, profile empty';
const PERSON = 'sam@birch.example';

export const empty: Profile = {
  name: 'empty',
  behaviour: { rollKeepsMetadata: true },
  world,
};

function world(now: Date): World {
  const signIn = roboflowKey(SEED, 'birch-robotics', {
    name: 'latchkey-admin',
    scopes: null,
    default: true,
    createdOn: now,
    createdBy: PERSON,
  });
  return {
    roboflow: [
      {
        slug: 'birch-robotics',
        name: 'Birch Robotics',
        id: 'wsBirch1Rb',
        plan: 'Enterprise',
        advancedKeys: true,
        members: 1,
        people: [{ email: PERSON, role: 'owner' }],
        folders: [
          { id: 'fld_birch_cells', name: 'Robot cells', projects: ['bin-picking', 'weld-check'] },
          { id: 'fld_birch_lab', name: 'Lab', projects: ['gripper-trials'] },
        ],
        keys: [signIn],
        signIn: signIn.secret,
      },
    ],
    workspaceKeys: {
      tokens: [{ email: PERSON, token: adminToken(SEED, PERSON) }],
      workspaces: [
        workspace('cedar-studio', 'Cedar Studio', 'cs'),
        workspace('dune-analytics', 'Dune Analytics', 'da'),
      ],
    },
    datatureVi: [organization(now)],
  };
}

function workspace(slug: string, name: string, abbreviation: string) {
  return { slug, name, abbreviation, members: [{ email: PERSON, role: 'owner' as const }], keys: [] };
}

/** Without the pickers, as the smaller plans are. */
function organization(now: Date): OrganizationSeed {
  const id = 'org_9ee4lm2w';
  const signIn = secretKey(SEED, id, {
    name: 'latchkey-admin',
    access: ACCESSES,
    permission: 'full',
    lastUsedAt: null,
    createdAt: now,
    createdBy: PERSON,
  });
  return {
    id,
    name: 'Elm Surveys',
    keyPermissions: false,
    members: [{ email: PERSON, role: 'owner' }],
    keys: [signIn],
    signIn: signIn.secret,
  };
}
