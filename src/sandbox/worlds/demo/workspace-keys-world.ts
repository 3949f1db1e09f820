// The demo's two workspaces behind one admin token: Orchard Labs and Pixel Foundry.
import { seededRandom } from '../../core/random.ts';
import type { Role, Scope, WorkspaceKeysWorld, WorkspaceSeed } from '../../faces/workspace-keys/world.ts';
import { adminToken, workspaceKey } from '../make.ts';
import { ageInDays, workingTime } from './history.ts';
import { MARIA } from './organizations.ts';
import { creatorOf, newName, type Vocabulary } from './vocabulary.ts';
import { ORCHARD_KINDS, PIXEL_KINDS, type PlainKind } from './workspace-keys-kinds.ts';

interface Plan {
  slug: string;
  name: string;
  abbreviation: string;
  /** Keys to have in all, the hand-written ones included. */
  keys: number;
  members: readonly { email: string; role: Role }[];
  cast: readonly { name: string; scopes: readonly Scope[]; days: number; public?: boolean }[];
  kinds: readonly PlainKind[];
}

const ORCHARD: Plan = {
  slug: 'orchard-labs',
  name: 'Orchard Labs',
  abbreviation: 'ol',
  keys: 54,
  members: [
    { email: MARIA, role: 'owner' },
    { email: 'ben@orchard.example', role: 'admin' },
    { email: 'chiara@orchard.example', role: 'admin' },
    { email: 'pavel@orchard.example', role: 'member' },
  ],
  cast: [
    { name: 'annotator-portal', scopes: ['project'], days: 36 },
    { name: 'dataset-mirror', scopes: ['project'], days: 63 },
    { name: 'orchard-website-demo', scopes: ['inference'], days: 58, public: true },
  ],
  kinds: ORCHARD_KINDS,
};

const PIXEL: Plan = {
  slug: 'pixel-foundry',
  name: 'Pixel Foundry',
  abbreviation: 'pf',
  keys: 22,
  members: [
    { email: 'hugo@pixelfoundry.example', role: 'owner' },
    { email: 'mei@pixelfoundry.example', role: 'admin' },
    { email: MARIA, role: 'admin' },
  ],
  cast: [
    { name: 'kiosk-web', scopes: ['inference'], days: 50, public: true },
    { name: 'mobile-sdk', scopes: ['inference'], days: 11, public: true },
    { name: 'asset-pipeline', scopes: ['project', 'inference'], days: 92 },
  ],
  kinds: PIXEL_KINDS,
};

export function workspaceKeysWorld(seed: string, now: Date): WorkspaceKeysWorld {
  return {
    tokens: [{ email: MARIA, token: adminToken(seed, MARIA) }],
    workspaces: [workspace(seed, now, ORCHARD), workspace(seed, now, PIXEL)],
  };
}

function workspace(seed: string, now: Date, { cast, kinds, keys: total, ...plan }: Plan): WorkspaceSeed {
  const random = seededRandom(`${seed} ${plan.slug}`);
  const people = plan.members.filter(({ role }) => role !== 'member').map(({ email }) => email);
  const keys = cast.map(({ days, ...key }) =>
    workspaceKey(seed, plan, {
      ...key,
      createdAt: workingTime(now, days, random),
      createdBy: random.pick(people),
    }),
  );
  const vocabulary = vocabularyOf(people);
  const taken = new Set(keys.map(({ name }) => name));
  while (keys.length < total) {
    const kind = random.weighted(kinds);
    const name = newName(random.pick(kind.names), vocabulary, random, taken);
    if (name === undefined) continue;
    keys.push(
      workspaceKey(seed, plan, {
        name,
        scopes: kind.scopes,
        public: kind.public ?? false,
        createdAt: workingTime(now, ageInDays(kind.environment, random), random),
        createdBy: creatorOf(name, people, random),
      }),
    );
  }
  keys.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return { ...plan, keys };
}

function vocabularyOf(people: readonly string[]): Vocabulary {
  return {
    fruit: (random) => random.pick(['apple', 'pear', 'cherry', 'plum', 'quince']),
    row: (random) => `row-${random.pick(['a', 'b', 'c', 'd', 'e', 'f'])}`,
    shop: (random) => random.pick(['lisbon', 'porto', 'madrid', 'lyon', 'online']),
    person: (random) => random.pick(people).split('@')[0] ?? '',
    nn: (random) => String(random.int(1, 18)).padStart(2, '0'),
    n: (random) => String(random.int(1, 4)),
  };
}
