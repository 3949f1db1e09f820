// The demo's Datature organization: Harbour CV, whose plan has the pickers for access and permission.
import { type Random, seededRandom } from '../../core/random.ts';
import {
  ACCESSES,
  type DatatureViWorld,
  type Grant,
  type SecretKeySeed,
} from '../../faces/datature-vi/world.ts';
import { secretKey } from '../make.ts';
import { HARBOUR_KINDS } from './datature-vi-kinds.ts';
import { ageInDays, workingTime } from './history.ts';
import { creatorOf, newName, type Vocabulary } from './vocabulary.ts';

const ID = 'org_7fh2kq9m';
/** Keys to have in all, the hand-written ones included. */
const TOTAL = 24;
const SIGN_IN_NAME = 'latchkey-admin';
const MINUTE_MS = 60_000;
const HOUR = 60;

const [FEMKE, LUIS, MARIA] = ['femke@harbour.example', 'luis@harbour.example', 'maria@harbour.example'];
const MANAGERS: readonly string[] = [FEMKE, LUIS, MARIA];

interface CastKey extends Grant {
  name: string;
  days: number;
  by: string;
  /** Minutes since its last use; `null` = never. */
  used: number | null;
}

const CAST: readonly CastKey[] = [
  { name: SIGN_IN_NAME, access: ACCESSES, permission: 'full', days: 30, by: FEMKE, used: 2 * HOUR },
  { name: 'quay-backend', access: ['deployment'], permission: 'read-only', days: 640, by: FEMKE, used: 4 },
  {
    name: 'train-scheduler',
    access: ['dataset', 'training'],
    permission: 'full',
    days: 121,
    by: LUIS,
    used: 2 * HOUR,
  },
  {
    name: 'container-codes-export',
    access: ['dataset'],
    permission: 'read-only',
    days: 47,
    by: MARIA,
    used: 26 * HOUR,
  },
  { name: 'tablet-trial', access: ['deployment'], permission: 'restricted', days: 19, by: LUIS, used: null },
  { name: 'handover-2024', access: ACCESSES, permission: 'full', days: 610, by: LUIS, used: null },
];

export function datatureViWorld(seed: string, now: Date): DatatureViWorld {
  const random = seededRandom(`${seed} ${ID}`);
  const keys = CAST.map(({ days, by, used, ...key }) =>
    secretKey(seed, ID, {
      ...key,
      createdAt: workingTime(now, days, random),
      createdBy: by,
      lastUsedAt: used === null ? null : minutesBefore(now, used),
    }),
  );
  const [signIn] = keys;
  if (!signIn) throw new RangeError(`${ID} has no key to sign in with.`);
  const taken = new Set(keys.map(({ name }) => name));
  while (keys.length < TOTAL) {
    const key = madeUpKey(seed, now, taken, random);
    if (key) keys.push(key);
  }
  keys.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  return [
    {
      id: ID,
      name: 'Harbour CV',
      keyPermissions: true,
      members: [
        { email: FEMKE, role: 'owner' },
        { email: LUIS, role: 'admin' },
        { email: MARIA, role: 'admin' },
        { email: 'joost@harbour.example', role: 'member' },
      ],
      keys,
      signIn: signIn.secret,
    },
  ];
}

function madeUpKey(seed: string, now: Date, taken: Set<string>, random: Random): SecretKeySeed | undefined {
  const { environment, names, usedWithin, never, access, permission } = random.weighted(HARBOUR_KINDS);
  const name = newName(random.pick(names), VOCABULARY, random, taken);
  if (name === undefined) return undefined;
  const createdAt = workingTime(now, ageInDays(environment, random), random);
  const used = random.chance(never) ? null : minutesBefore(now, random.int(1, usedWithin));
  return secretKey(seed, ID, {
    name,
    access,
    permission,
    createdAt,
    createdBy: creatorOf(name, MANAGERS, random),
    // The first use came no sooner than the key.
    lastUsedAt: used && new Date(Math.max(used.getTime(), createdAt.getTime() + 10 * MINUTE_MS)),
  });
}

const VOCABULARY: Vocabulary = {
  quay: (random) => random.pick(['north-quay', 'south-quay', 'inland-quay']),
  topic: (random) => random.pick(['containers', 'moorings', 'seals', 'plates']),
  person: (random) => random.pick(MANAGERS).split('@')[0] ?? '',
  n: (random) => String(random.int(1, 6)),
};

function minutesBefore(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * MINUTE_MS);
}
