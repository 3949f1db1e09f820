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
  /** What people note about such keys: the team, what uses them, what for. */
  team?: string;
  usedBy?: readonly string[];
  purpose?: string;
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
    team: 'operations',
    usedBy: ['Line gateway', 'Upload retry job'],
    purpose: 'Uploads pictures from the line as they are taken.',
  },
  {
    weight: 12,
    environment: 'production',
    names: ['{place}-cam-{nn}'],
    scopes: WATCH,
    team: 'edge',
    usedBy: ['Camera box'],
    purpose: 'Runs the model beside the camera and reports what it sees.',
  },
  {
    weight: 7,
    environment: 'production',
    names: ['edge-{site}-{nn}', '{site}-edge-inference-{n}'],
    scopes: ['model:infer', 'workflow:read'],
    team: 'edge',
    usedBy: ['Edge server'],
    purpose: 'Runs the site’s models on its own server.',
  },
  {
    weight: 4,
    environment: 'production',
    names: ['kiosk-{site}-{n}'],
    scopes: ['model:infer'],
    team: 'edge',
    usedBy: ['Kiosk'],
    purpose: 'Grades parts at the kiosk.',
  },
  {
    weight: 2,
    environment: 'production',
    names: ['vendor-{vendor}-3p', 'vendor-{vendor}-{site}'],
    scopes: ['image:create', 'project:read'],
    inFolder: true,
    team: 'data',
    usedBy: ['The vendor’s upload client'],
    purpose: 'Lets a vendor deliver pictures into its folder.',
  },
  {
    weight: 3,
    environment: 'production',
    names: ['annotator-{site}', 'annotator-{vendor}', 'review-desk-{site}'],
    scopes: [...ANNOTATE, 'annotation-job:review', 'annotation-job:accept'],
    inFolder: true,
    team: 'quality',
    usedBy: ['Labelling desk'],
    purpose: 'Labels and reviews pictures.',
  },
  {
    weight: 3,
    environment: 'production',
    names: ['dataset-mirror-{site}', '{topic}-mirror'],
    scopes: MIRROR,
    team: 'data',
    usedBy: ['Bucket mirror'],
    purpose: 'Keeps the dataset in step with our own bucket.',
  },
  {
    weight: 3,
    environment: 'production',
    names: ['train-scheduler-{topic}', 'retrain-{topic}'],
    scopes: TRAIN,
    team: 'platform',
    usedBy: ['Training scheduler'],
    purpose: 'Starts a training when enough new pictures are labelled.',
  },
  {
    weight: 3,
    environment: 'production',
    names: ['nightly-export-{topic}', 'weekly-{topic}-export'],
    scopes: EXPORT,
    team: 'data',
    usedBy: ['Export job', 'Data lake'],
    purpose: 'Exports the newest version for the data lake.',
  },
  {
    weight: 3,
    environment: 'production',
    names: ['{site}-dashboard', '{topic}-report'],
    scopes: ['workspace-stats:read', 'vision-events:read', 'model-eval:read'],
    team: 'quality',
    usedBy: ['Quality dashboard'],
    purpose: 'Shows counts and model scores on the quality dashboard.',
  },
  {
    weight: 2,
    environment: 'production',
    names: ['device-manager-{site}'],
    scopes: ['device:read', 'device:update', 'vision-events:read'],
    team: 'operations',
    usedBy: ['Device manager'],
    purpose: 'Updates devices and reads their state.',
  },
  {
    weight: 2,
    environment: 'production',
    names: ['{topic}-api-prod', '{site}-gateway-prod'],
    scopes: ['model:infer', 'workflow:read', 'project:read'],
    team: 'platform',
    usedBy: ['Inference API', 'Mobile app'],
    purpose: 'Answers the product’s inference calls.',
  },
  // CI/CD
  {
    weight: 5,
    environment: 'ci',
    names: ['qa-regression-{topic}'],
    scopes: ['model:infer', 'model-eval:read'],
    team: 'quality',
    usedBy: ['GitHub Actions'],
    purpose: 'Compares each new model with the last one.',
  },
  {
    weight: 4,
    environment: 'ci',
    names: ['ci-{topic}-export', 'github-{topic}'],
    scopes: EXPORT,
    team: 'platform',
    usedBy: ['GitHub Actions'],
    purpose: 'Exports a version for the build.',
  },
  {
    weight: 4,
    environment: 'ci',
    names: ['dagster-{topic}', 'airflow-{topic}'],
    scopes: [...UPLOAD, 'batch:create', 'batch:read', 'data-staging:write'],
    team: 'data',
    usedBy: ['Orchestrator'],
    purpose: 'Loads new pictures in batches.',
  },
  {
    weight: 2,
    environment: 'ci',
    names: ['release-{topic}'],
    scopes: ['model:deploy', 'model:manage', 'version:read'],
    team: 'platform',
    usedBy: ['Release pipeline'],
    purpose: 'Deploys a released model.',
  },
  // Staging
  {
    weight: 6,
    environment: 'staging',
    names: ['staging-{topic}', 'staging-{site}'],
    scopes: [...EXPLORE, ...UPLOAD],
    team: 'platform',
    usedBy: ['Staging cluster'],
    purpose: 'Everything the staging cluster does.',
  },
  {
    weight: 5,
    environment: 'staging',
    names: ['line{line}-uploader-staging'],
    scopes: UPLOAD,
    inFolder: true,
    team: 'operations',
    usedBy: ['Test line'],
    purpose: 'Tries out the uploader on the test line.',
  },
  {
    weight: 3,
    environment: 'staging',
    names: ['{place}-cam-staging-{n}'],
    scopes: WATCH,
    team: 'edge',
    usedBy: ['Bench camera'],
    purpose: 'Tries out camera software on the bench.',
  },
  // Development
  { weight: 12, environment: 'development', names: ['{person}-{tool}'], scopes: EXPLORE },
  {
    weight: 6,
    environment: 'development',
    names: ['{topic}-dev', '{person}-{topic}-dev'],
    scopes: [...EXPLORE, ...TRAIN],
    usedBy: ['Notebook'],
    purpose: 'Experiments.',
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
