// The hand-written Roboflow keys of the demo: the ones a tour meets, and one of each special case.
import { UNLISTED_LEAF } from '../../faces/roboflow/catalogue.ts';
import type { RoboflowKeySeed } from '../../faces/roboflow/world.ts';
import type { Note } from './notes.ts';

/** `days`: how long ago it was made. What is left out is as on any ordinary key. */
export interface CastKey
  extends Partial<
    Pick<RoboflowKeySeed, 'folderIds' | 'protected' | 'disabled' | 'default' | 'deployment' | 'metadata'>
  > {
  name: string;
  scopes: readonly string[] | null;
  days: number;
  by: string;
  note?: Note;
}

/** The key a person signs in with, in every workspace. */
export const SIGN_IN_NAME = 'latchkey-admin';

const production = { env: 'production' };

export const ACME_CAST: readonly CastKey[] = [
  { name: SIGN_IN_NAME, scopes: null, days: 60, by: 'maria@acme.example', metadata: production },
  {
    name: 'line4-uploader',
    scopes: ['image:create', 'image:tag', 'project:read'],
    days: 94,
    by: 'ana@acme.example',
    note: {
      environment: 'production',
      owner: 'Team assembly',
      consumers: ['Line 4 gateway', 'Upload retry job'],
      purpose: 'Uploads pictures from line 4 as they are taken.',
    },
    folderIds: ['fld_acme_lines'],
    metadata: { ...production, owner: 'assembly', line: 4 },
  },
  {
    name: 'edge-fleet-inference',
    scopes: ['model:infer'],
    days: 65,
    by: 'jonas@acme.example',
    note: {
      environment: 'production',
      owner: 'Team edge',
      consumers: ['edge-01', 'edge-02', 'edge-03'],
      purpose: 'Runs the line models on the edge fleet.',
    },
    protected: true,
    metadata: { ...production, owner: 'edge', hosts: ['edge-01', 'edge-02', 'edge-03'] },
  },
  {
    name: 'nightly-export',
    scopes: ['version:read', 'project:read', 'image:read'],
    days: 84,
    by: 'ana@acme.example',
    note: {
      environment: 'ci',
      owner: 'ana@acme.example',
      consumers: ['Nightly pipeline'],
      purpose: 'Exports the newest versions every night.',
    },
    folderIds: ['fld_acme_lines', 'fld_acme_weld'],
    metadata: { env: 'ci', pipeline: 'nightly' },
  },
  {
    name: 'line2-uploader',
    scopes: ['image:create', 'image:tag'],
    days: 27,
    by: 'ana@acme.example',
    note: { environment: 'production', owner: 'Team assembly', consumers: ['Line 2 gateway'] },
    metadata: production,
  },
  {
    name: 'qa-regression',
    scopes: ['model:infer'],
    days: 41,
    by: 'tomas@acme.example',
    note: {
      environment: 'ci',
      owner: 'Team quality',
      consumers: ['GitHub Actions'],
      purpose: 'Compares each new model with the last one.',
    },
    metadata: { env: 'ci' },
  },
  {
    name: 'crane-cam-07',
    scopes: ['model:infer', 'vision-events:write'],
    days: 20,
    by: 'jonas@acme.example',
    note: { environment: 'production', owner: 'jonas@acme.example', consumers: ['Crane 7 camera box'] },
    folderIds: ['fld_acme_yard'],
    metadata: production,
  },
  {
    name: 'defects-dedicated',
    scopes: ['model:infer', 'model:deploy'],
    days: 71,
    by: 'liwei@acme.example',
    note: {
      environment: 'production',
      owner: 'liwei@acme.example',
      consumers: ['Deployment acme-defects-eu'],
    },
    deployment: 'acme-defects-eu',
    metadata: production,
  },
  {
    name: 'dataset-health-board',
    scopes: ['workspace-stats:read', UNLISTED_LEAF],
    days: 12,
    by: 'priya@acme.example',
    note: { environment: 'production', owner: 'Team quality', consumers: ['Quality dashboard'] },
    metadata: production,
  },
  {
    name: 'key-provisioner',
    scopes: ['api-key:read', 'api-key:create', 'api-key:revoke', 'model:infer', 'image:create'],
    days: 33,
    by: 'maria@acme.example',
    note: {
      environment: 'ci',
      owner: 'Team platform',
      consumers: ['Device onboarding'],
      purpose: 'Makes the keys of new devices.',
    },
    metadata: { env: 'ci', owner: 'platform' },
  },
  { name: 'shelf-label-trial', scopes: [], days: 240, by: 'noor@acme.example' },
  { name: 'legacy-backend', scopes: null, days: 1_060, by: 'oskar@acme.example', default: true },
  { name: 'migration-import', scopes: null, days: 910, by: 'oskar@acme.example', disabled: true },
  {
    name: 'plant-historian',
    scopes: null,
    days: 88,
    by: 'tomas@acme.example',
    note: { environment: 'production', owner: 'tomas@acme.example', consumers: ['Plant historian'] },
    metadata: production,
  },
  { name: 'jonas-everything', scopes: null, days: 388, by: 'jonas@acme.example' },
  {
    name: 'weld-audit-hold',
    scopes: ['image:read', 'version:read'],
    days: 76,
    by: 'priya@acme.example',
    note: {
      environment: 'production',
      owner: 'priya@acme.example',
      purpose: 'Kept as evidence until the weld audit is closed.',
    },
    protected: true,
    disabled: true,
    folderIds: ['fld_acme_weld'],
    metadata: { env: 'production', hold: 'audit' },
  },
];

export const NORTHWIND_CAST: readonly CastKey[] = [
  { name: SIGN_IN_NAME, scopes: null, days: 48, by: 'erik@northwind.example', metadata: production },
  {
    name: 'staging-api',
    scopes: ['project:read', 'image:create', 'model:infer'],
    days: 110,
    by: 'saskia@northwind.example',
    note: { environment: 'staging', owner: 'Team platform', consumers: ['Staging cluster'] },
  },
  {
    name: 'dagster-ingest',
    scopes: ['image:create', 'batch:create', 'batch:read'],
    days: 79,
    by: 'mateo@northwind.example',
    note: {
      environment: 'ci',
      owner: 'Team data',
      consumers: ['Dagster'],
      purpose: 'Loads new pictures every hour.',
    },
    metadata: { env: 'ci', owner: 'data' },
  },
  {
    name: 'ana-notebook',
    scopes: null,
    days: 300,
    by: 'ana@northwind.example',
    note: { environment: 'development', owner: 'ana@northwind.example', consumers: ['Notebook'] },
  },
  {
    name: 'vendor-acme-3p',
    scopes: ['project:read', 'image:create'],
    days: 74,
    by: 'ingrid@northwind.example',
    note: {
      environment: 'production',
      owner: 'ingrid@northwind.example',
      consumers: ['Acme’s upload client'],
      purpose: 'Lets Acme deliver pictures of returns.',
    },
    folderIds: ['fld_nw_returns'],
    metadata: { ...production, contract: 'NW-2291' },
  },
  {
    name: 'parcel-sorter-dedicated',
    scopes: ['model:infer'],
    days: 52,
    by: 'erik@northwind.example',
    note: {
      environment: 'production',
      owner: 'erik@northwind.example',
      consumers: ['Deployment northwind-sorter'],
    },
    deployment: 'northwind-sorter',
    metadata: production,
  },
  {
    name: 'dock-cams',
    scopes: ['model:infer', 'vision-events:write'],
    days: 61,
    by: 'yusuf@northwind.example',
    note: { environment: 'production', owner: 'Team docks', consumers: ['Dock cameras'] },
    protected: true,
  },
  { name: 'warehouse-backend', scopes: null, days: 820, by: 'erik@northwind.example', default: true },
  {
    name: 'customs-report',
    scopes: null,
    days: 97,
    by: 'ingrid@northwind.example',
    note: { environment: 'production', owner: 'ingrid@northwind.example', consumers: ['Customs report'] },
    metadata: production,
  },
  { name: 'old-scanner-app', scopes: null, days: 705, by: 'mateo@northwind.example', disabled: true },
];
