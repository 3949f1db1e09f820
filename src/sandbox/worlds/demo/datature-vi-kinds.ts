// What secret keys are made for in the demo, as data.
import { ACCESSES, type Grant } from '../../faces/datature-vi/world.ts';
import type { Environment } from './history.ts';

interface SecretKeyKind extends Grant {
  weight: number;
  environment: Environment;
  names: readonly string[];
  /** Longest time since the last use, in minutes, of a key that is in use. */
  usedWithin: number;
  /** How many have never been used at all. */
  never: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const HARBOUR_KINDS: readonly SecretKeyKind[] = [
  {
    weight: 5,
    environment: 'production',
    names: ['{quay}-crane-{n}-inference', '{quay}-gate-{n}-reader'],
    access: ['deployment'],
    permission: 'read-only',
    usedWithin: 20,
    never: 0.05,
  },
  {
    weight: 2,
    environment: 'production',
    names: ['{quay}-upload', '{topic}-intake'],
    access: ['dataset'],
    permission: 'full',
    usedWithin: 8 * HOUR,
    never: 0,
  },
  {
    weight: 3,
    environment: 'unassigned',
    names: ['pilotage-labeling-{n}', 'labeling-{topic}'],
    access: ['dataset'],
    permission: 'labeler-only',
    usedWithin: 9 * DAY,
    never: 0.2,
  },
  {
    weight: 2,
    environment: 'ci',
    names: ['ci-{topic}-train', 'nightly-{topic}-run'],
    access: ['dataset', 'training'],
    permission: 'full',
    usedWithin: DAY,
    never: 0,
  },
  {
    weight: 2,
    environment: 'staging',
    names: ['staging-{quay}', 'staging-{topic}'],
    access: ['training', 'deployment'],
    permission: 'full',
    usedWithin: 20 * DAY,
    never: 0.2,
  },
  {
    weight: 3,
    environment: 'development',
    names: ['{person}-notebook', '{person}-{topic}-trial'],
    access: ACCESSES,
    permission: 'full',
    usedWithin: 200 * DAY,
    never: 0.35,
  },
];
