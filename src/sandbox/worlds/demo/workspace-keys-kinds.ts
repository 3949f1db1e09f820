// What workspace keys are made for in the demo, as data.
import type { Scope } from '../../faces/workspace-keys/world.ts';
import type { Environment } from './history.ts';

export interface PlainKind {
  weight: number;
  environment: Environment;
  names: readonly string[];
  scopes: readonly Scope[];
  public?: boolean;
}

const PROJECT: readonly Scope[] = ['project'];
const INFERENCE: readonly Scope[] = ['inference'];
const BOTH: readonly Scope[] = ['project', 'inference'];

export const ORCHARD_KINDS: readonly PlainKind[] = [
  {
    weight: 6,
    environment: 'production',
    names: ['picker-{nn}-inference', 'sorter-{nn}-inference'],
    scopes: INFERENCE,
  },
  {
    weight: 4,
    environment: 'production',
    names: ['{row}-drone-upload', 'grader-line{n}-upload'],
    scopes: PROJECT,
  },
  {
    weight: 2,
    environment: 'production',
    names: ['frost-watch-{row}', 'ripeness-{fruit}'],
    scopes: INFERENCE,
  },
  { weight: 2, environment: 'staging', names: ['staging-{fruit}', 'staging-grader-{n}'], scopes: BOTH },
  { weight: 2, environment: 'ci', names: ['ci-{fruit}-train', 'qa-{fruit}'], scopes: PROJECT },
  {
    weight: 3,
    environment: 'development',
    names: ['{person}-notebook', '{person}-{fruit}-dev'],
    scopes: BOTH,
  },
];

export const PIXEL_KINDS: readonly PlainKind[] = [
  {
    weight: 4,
    environment: 'production',
    names: ['storefront-{shop}', 'try-on-{shop}'],
    scopes: INFERENCE,
    public: true,
  },
  { weight: 3, environment: 'production', names: ['kiosk-{shop}', 'mirror-{nn}'], scopes: INFERENCE },
  { weight: 2, environment: 'production', names: ['catalogue-upload-{shop}'], scopes: PROJECT },
  { weight: 1, environment: 'staging', names: ['staging-{shop}'], scopes: BOTH },
  { weight: 1, environment: 'ci', names: ['ci-{shop}-snapshots'], scopes: PROJECT },
  { weight: 2, environment: 'development', names: ['{person}-playground'], scopes: BOTH },
];
