/** A small world with one of each case the contracts speak of, and a sandbox that runs on it. */
import { afterAll } from 'vitest';
import type { SecretKeySeed } from '../../../../src/sandbox/faces/datature-vi/world.ts';
import type { RoboflowKeySeed } from '../../../../src/sandbox/faces/roboflow/world.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../../src/sandbox/server.ts';
import type { Profile } from '../../../../src/sandbox/worlds/profile.ts';

/** Credentials of the test world, in the form its platforms use. */
export const credentials = {
  /** Full access in `alpha`, which has Advanced API Keys. */
  alpha: 'AlphaAdmin0000000001',
  /** Full access in `beta`, which has not. */
  beta: 'BetaAdmin00000000001',
  owner: 'wkt_owner00000000000000000000000000000001',
  admin: 'wkt_admin00000000000000000000000000000001',
  member: 'wkt_member0000000000000000000000000000001',
  stranger: 'wkt_stranger00000000000000000000000000001',
  /** Secret keys of `org_reef`, which has the pickers: one of each role, all with full access. */
  reefOwner: 'dtvi_owner0000000000000000000000000000000000001',
  reefAdmin: 'dtvi_admin0000000000000000000000000000000000001',
  reefMember: 'dtvi_member000000000000000000000000000000000001',
  /** The one key of `org_shoal`, which has not. */
  shoal: 'dtvi_shoal0000000000000000000000000000000000001',
};

/** Ids of Datature organizations. */
export const organizations = { reef: 'org_reef', shoal: 'org_shoal' };

export const fixedKeys = {
  deployed: 'k_deployed',
  unlisted: 'k_unlisted',
  nameless: 'k_nameless',
  scopedInBeta: 'k_betascoped',
};

export const folders = { north: 'fld_north', south: 'fld_south' };

const created = (day: number) => new Date(Date.UTC(2026, 0, day, 9, 12));

function key(keyId: string, secret: string, more: Partial<RoboflowKeySeed>): RoboflowKeySeed {
  return {
    keyId,
    secret,
    name: keyId,
    scopes: null,
    folderIds: [],
    default: false,
    protected: false,
    disabled: false,
    deployment: null,
    metadata: {},
    createdOn: created(1),
    createdBy: 'ana@alpha.example',
    ...more,
  };
}

function secretKey(id: string, secret: string, createdBy: string): SecretKeySeed {
  return {
    id,
    secret,
    name: id,
    access: ['dataset', 'training', 'deployment'],
    permission: 'full',
    lastUsedAt: null,
    createdAt: created(1),
    createdBy,
  };
}

export const testProfile: Profile = {
  name: 'test',
  behaviour: { rollKeepsMetadata: true },
  world: () => ({
    roboflow: [
      {
        slug: 'alpha',
        name: 'Alpha',
        id: 'wsAlpha',
        plan: 'Enterprise',
        advancedKeys: true,
        members: 2,
        people: [{ email: 'person@alpha.example', role: 'labeler' }],
        folders: [
          { id: folders.north, name: 'North', projects: ['north-parts'] },
          { id: folders.south, name: 'South', projects: ['south-parts'] },
        ],
        signIn: credentials.alpha,
        keys: [
          key('k_alpha', credentials.alpha, { name: 'admin', default: true }),
          key(fixedKeys.deployed, 'DeployedKey000000001', { deployment: 'eu-one', createdOn: created(2) }),
          key(fixedKeys.unlisted, 'UnlistedKey000000001', {
            scopes: ['project:read', 'dataset-health:read'],
            createdOn: created(3),
          }),
          key(fixedKeys.nameless, 'NamelessKey000000001', { name: '', scopes: [], createdOn: created(4) }),
        ],
      },
      {
        slug: 'beta',
        name: 'Beta',
        id: 'wsBeta',
        plan: 'Starter',
        advancedKeys: false,
        members: 1,
        folders: [{ id: 'fld_beta', name: 'All', projects: [] }],
        signIn: credentials.beta,
        keys: [
          key('k_beta', credentials.beta, { name: 'admin' }),
          // As a downgrade of the plan leaves it behind.
          key(fixedKeys.scopedInBeta, 'BetaScoped0000000001', { scopes: ['model:infer'] }),
        ],
      },
    ],
    workspaceKeys: {
      tokens: [
        { email: 'owner@grove.example', token: credentials.owner },
        { email: 'admin@grove.example', token: credentials.admin },
        { email: 'member@grove.example', token: credentials.member },
        { email: 'stranger@moor.example', token: credentials.stranger },
      ],
      workspaces: [
        {
          slug: 'grove',
          name: 'Grove',
          abbreviation: 'gr',
          members: [
            { email: 'owner@grove.example', role: 'owner' },
            { email: 'admin@grove.example', role: 'admin' },
            { email: 'member@grove.example', role: 'member' },
          ],
          keys: [],
        },
        {
          slug: 'heath',
          name: 'Heath',
          abbreviation: 'he',
          members: [
            { email: 'owner@grove.example', role: 'admin' },
            { email: 'stranger@moor.example', role: 'owner' },
          ],
          keys: [],
        },
      ],
    },
    datatureVi: [
      {
        id: organizations.reef,
        name: 'Reef',
        keyPermissions: true,
        members: [
          { email: 'owner@reef.example', role: 'owner' },
          { email: 'admin@reef.example', role: 'admin' },
          { email: 'member@reef.example', role: 'member' },
        ],
        signIn: credentials.reefOwner,
        keys: [
          secretKey('sk_owner', credentials.reefOwner, 'owner@reef.example'),
          secretKey('sk_admin', credentials.reefAdmin, 'admin@reef.example'),
          // Made while its maker still was an admin.
          secretKey('sk_member', credentials.reefMember, 'member@reef.example'),
        ],
      },
      {
        id: organizations.shoal,
        name: 'Shoal',
        keyPermissions: false,
        members: [{ email: 'owner@shoal.example', role: 'owner' }],
        signIn: credentials.shoal,
        keys: [secretKey('sk_shoal', credentials.shoal, 'owner@shoal.example')],
      },
    ],
  }),
};

/** A sandbox for the tests of one file, closed after them. */
export async function sandboxForFile(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({
    profile: testProfile,
    port: 0,
    requestsPerMinute: 100_000,
    ...options,
  });
  afterAll(() => sandbox.close());
  return sandbox;
}
