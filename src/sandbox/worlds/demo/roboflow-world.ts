// Fills the demo's Roboflow workspaces: the hand-written keys first, then as many made-up ones as are missing.
import { type Random, seededRandom } from '../../core/random.ts';
import { ROLES } from '../../faces/roboflow/oauth/people.ts';
import type { RoboflowKeySeed, RoboflowWorkspaceSeed, RoboflowWorld } from '../../faces/roboflow/world.ts';
import { roboflowKey } from '../make.ts';
import { ageInDays, workingTime } from './history.ts';
import { type Note, noteField } from './notes.ts';
import { acme, northwind, type RoboflowOrganization } from './organizations.ts';
import { ACME_CAST, type CastKey, NORTHWIND_CAST, SIGN_IN_NAME } from './roboflow-cast.ts';
import { KINDS, type Kind } from './roboflow-kinds.ts';
import { creatorOf, newName, vocabularyOf } from './vocabulary.ts';

export function roboflowWorld(seed: string, now: Date): RoboflowWorld {
  return [workspace(seed, now, acme, ACME_CAST), workspace(seed, now, northwind, NORTHWIND_CAST)];
}

function workspace(
  seed: string,
  now: Date,
  organization: RoboflowOrganization,
  cast: readonly CastKey[],
): RoboflowWorkspaceSeed {
  const { slug, people, folders } = organization;
  const random = seededRandom(`${seed} ${slug}`);
  const keys = cast.map(({ days, by, note, metadata: others = {}, ...key }) => {
    const createdOn = workingTime(now, days, random);
    const noted = note ? noteField(note, createdOn) : {};
    return roboflowKey(seed, slug, { ...key, createdOn, createdBy: by, metadata: { ...others, ...noted } });
  });
  const signIn = keys.find(({ name }) => name === SIGN_IN_NAME);
  if (!signIn) throw new RangeError(`${slug} has no key to sign in with.`);

  const vocabulary = vocabularyOf(organization);
  const taken = new Set(keys.map(({ name }) => name));
  while (keys.length < organization.keys) {
    const kind = random.weighted(KINDS);
    const name = newName(random.pick(kind.names), vocabulary, random, taken);
    if (name !== undefined) keys.push(madeUpKey(seed, now, organization, kind, name, random));
  }
  keys.sort((a, b) => a.createdOn.getTime() - b.createdOn.getTime());
  return {
    ...organization,
    members: people.length,
    people: people.map((email, at) => ({ email, role: ROLES[at] ?? 'labeler' })),
    folders,
    keys,
    signIn: signIn.secret,
  };
}

/** Never full access where scopes can be had: the few wide keys of the demo are written by hand. */
function madeUpKey(
  seed: string,
  now: Date,
  { slug, people, folders, advancedKeys }: RoboflowOrganization,
  kind: Kind,
  name: string,
  random: Random,
): RoboflowKeySeed {
  const { environment, scopes, inFolder = false } = kind;
  const createdOn = workingTime(now, ageInDays(environment, random), random);
  const draft = {
    name,
    createdOn,
    createdBy: creatorOf(name, people, random),
    protected: random.chance(0.03),
  };
  if (!advancedKeys) return roboflowKey(seed, slug, { ...draft, scopes: null });
  return roboflowKey(seed, slug, {
    ...draft,
    scopes,
    folderIds: random.chance(inFolder ? 0.7 : 0.05) ? [random.pick(folders).id] : [],
    disabled: !draft.protected && random.chance(0.04),
    metadata: {
      ...metadata(kind, random),
      ...noted(kind, draft, seededRandom(`${seed} note ${slug} ${name}`)),
    },
  });
}

/** Latchkey is in use here, so most keys have been looked after; those nobody knows about are the rest. */
function noted(
  { environment, team, usedBy, purpose }: Kind,
  { createdOn, createdBy }: Pick<RoboflowKeySeed, 'createdOn' | 'createdBy'>,
  random: Random,
): Record<string, string> {
  if (environment === 'unassigned' || !random.chance(0.9)) return {};
  const note: Note = {
    environment,
    owner: team !== undefined && random.chance(0.6) ? `Team ${team}` : createdBy,
    ...(usedBy && random.chance(0.8) && { consumers: usedBy }),
    ...(purpose !== undefined && random.chance(0.8) && { purpose }),
  };
  return noteField(note, createdOn);
}

/** Some teams write the environment into the key in their own way, fewer also who owns it. */
function metadata({ environment, team }: Kind, random: Random): Record<string, unknown> {
  if (environment === 'unassigned' || !random.chance(0.55)) return {};
  const owner = random.chance(0.4) && random.pick(['platform', 'quality', 'edge', 'data', 'operations']);
  return { env: environment, ...(owner && { owner: team ?? owner }) };
}
