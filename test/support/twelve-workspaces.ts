/** Twelve organizations whose names are easily mistaken for each other, with keys of the same names in each. */
import type { RoboflowWorkspaceSeed } from '../../src/sandbox/faces/roboflow/world.ts';
import { roboflowKey } from '../../src/sandbox/worlds/make.ts';
import type { Profile } from '../../src/sandbox/worlds/profile.ts';

const seed = 'twelve similar workspaces';
const person = 'ana@acme.example';

const names = [
  'Acme Vision',
  'Acme Vision EU',
  'Acme Vision US',
  'Acme Visions',
  'Acme Vision Lab',
  'Acme Vision Labs',
  'Acme Vision 1',
  'Acme Vision 2',
  'Acme Vision Prod',
  'Acme Vision Staging',
  'Acme Vison',
  'Acme-Vision',
] as const;

/** `acme-vision-eu` for Acme Vision EU; the last one would be the first one's again. */
export function slugOf(name: (typeof names)[number]): string {
  return name === 'Acme-Vision' ? 'acme--vision' : name.toLowerCase().replaceAll(' ', '-');
}

export const twelveNames = names;
/** Keys of each, besides the one to sign in with. */
export const twelveKeyNames = ['line-4-uploader', 'line-5-uploader', 'nightly-export'] as const;

export const twelve: Profile = {
  name: 'twelve',
  behaviour: { rollKeepsMetadata: true },
  world: (now) => ({
    roboflow: names.map((name, number) => workspace(name, number, now)),
    workspaceKeys: { tokens: [], workspaces: [] },
    datatureVi: [],
  }),
};

function workspace(name: (typeof names)[number], number: number, now: Date): RoboflowWorkspaceSeed {
  const slug = slugOf(name);
  const common = { scopes: null, createdOn: now, createdBy: person };
  const signIn = roboflowKey(seed, slug, { ...common, name: 'latchkey-admin', default: true });
  return {
    slug,
    name,
    id: `wsTwelve${number}`,
    plan: 'Enterprise',
    advancedKeys: true,
    members: 1,
    folders: [],
    keys: [signIn, ...twelveKeyNames.map((key) => roboflowKey(seed, slug, { ...common, name: key }))],
    signIn: signIn.secret,
  };
}
