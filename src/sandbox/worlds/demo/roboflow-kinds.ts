// What Roboflow keys are made for in the demo, as data: names, environment, scopes.
import type { Environment } from './history.ts';

export interface Kind {
  /** How many there are, against the other kinds. */
  weight: number;
  environment: Environment;
  /** Patterns with blanks of the vocabulary. */
  names: readonly string[];
  scopes: readonly string[];
  /** Whether such keys are usually restricted to a folder. */
  inFolder?: boolean;
}

const UPLOAD = ['image:create', 'image:tag'];
const WATCH = ['model:infer', 'vision-events:write', 'device:read'];
const EXPORT = ['project:read', 'version:read'];
const TRAIN = ['version:create', 'version:read', 'training-job:create', 'model-eval:read'];
const ANNOTATE = ['image:read', 'image:annotate', 'annotation-job:read', 'annotation-job:update'];
const EXPLORE = ['workspace:read', 'project:read', 'image:read', 'version:read', 'model:infer'];
const MIRROR = ['datasource:bucket-mirror:read', 'datasource:bucket-mirror:write', 'data-staging:write'];

export const KINDS: readonly Kind[] = [
  // Production
  {
    weight: 10,
    environment: 'production',
    names: ['line{line}-uploader', 'dock{line}-uploader', '{site}-line{n}-uploader'],
    scopes: [...UPLOAD, 'batch:create'],
    inFolder: true,
  },
  { weight: 12, environment: 'production', names: ['{place}-cam-{nn}'], scopes: WATCH },
  {
    weight: 7,
    environment: 'production',
    names: ['edge-{site}-{nn}', '{site}-edge-inference-{n}'],
    scopes: ['model:infer', 'workflow:read'],
  },
  { weight: 4, environment: 'production', names: ['kiosk-{site}-{n}'], scopes: ['model:infer'] },
  {
    weight: 2,
    environment: 'production',
    names: ['vendor-{vendor}-3p', 'vendor-{vendor}-{site}'],
    scopes: ['image:create', 'project:read'],
    inFolder: true,
  },
  {
    weight: 3,
    environment: 'production',
    names: ['annotator-{site}', 'annotator-{vendor}', 'review-desk-{site}'],
    scopes: [...ANNOTATE, 'annotation-job:review', 'annotation-job:accept'],
    inFolder: true,
  },
  {
    weight: 3,
    environment: 'production',
    names: ['dataset-mirror-{site}', '{topic}-mirror'],
    scopes: MIRROR,
  },
  {
    weight: 3,
    environment: 'production',
    names: ['train-scheduler-{topic}', 'retrain-{topic}'],
    scopes: TRAIN,
  },
  {
    weight: 3,
    environment: 'production',
    names: ['nightly-export-{topic}', 'weekly-{topic}-export'],
    scopes: EXPORT,
  },
  {
    weight: 3,
    environment: 'production',
    names: ['{site}-dashboard', '{topic}-report'],
    scopes: ['workspace-stats:read', 'vision-events:read', 'model-eval:read'],
  },
  {
    weight: 2,
    environment: 'production',
    names: ['device-manager-{site}'],
    scopes: ['device:read', 'device:update', 'vision-events:read'],
  },
  {
    weight: 2,
    environment: 'production',
    names: ['{topic}-api-prod', '{site}-gateway-prod'],
    scopes: ['model:infer', 'workflow:read', 'project:read'],
  },
  // CI/CD
  {
    weight: 5,
    environment: 'ci',
    names: ['qa-regression-{topic}'],
    scopes: ['model:infer', 'model-eval:read'],
  },
  { weight: 4, environment: 'ci', names: ['ci-{topic}-export', 'github-{topic}'], scopes: EXPORT },
  {
    weight: 4,
    environment: 'ci',
    names: ['dagster-{topic}', 'airflow-{topic}'],
    scopes: [...UPLOAD, 'batch:create', 'batch:read', 'data-staging:write'],
  },
  {
    weight: 2,
    environment: 'ci',
    names: ['release-{topic}'],
    scopes: ['model:deploy', 'model:manage', 'version:read'],
  },
  // Staging
  {
    weight: 6,
    environment: 'staging',
    names: ['staging-{topic}', 'staging-{site}'],
    scopes: [...EXPLORE, ...UPLOAD],
  },
  {
    weight: 5,
    environment: 'staging',
    names: ['line{line}-uploader-staging'],
    scopes: UPLOAD,
    inFolder: true,
  },
  { weight: 3, environment: 'staging', names: ['{place}-cam-staging-{n}'], scopes: WATCH },
  // Development
  { weight: 12, environment: 'development', names: ['{person}-{tool}'], scopes: EXPLORE },
  {
    weight: 6,
    environment: 'development',
    names: ['{topic}-dev', '{person}-{topic}-dev'],
    scopes: [...EXPLORE, ...TRAIN],
  },
  // Nobody wrote down what for
  {
    weight: 3,
    environment: 'unassigned',
    names: ['poc-{vendor}', 'poc-{topic}-{n}'],
    scopes: [...EXPLORE, 'image:create'],
  },
  {
    weight: 2,
    environment: 'unassigned',
    names: ['{topic}-import-{n}', 'workshop-{site}'],
    scopes: ['image:create', 'project:create'],
  },
];
