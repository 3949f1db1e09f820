// The hand-written Roboflow keys of the demo: the ones a tour meets, and one of each special case.
import { UNLISTED_LEAF } from '../../faces/roboflow/catalogue.ts';
import type { RoboflowKeySeed } from '../../faces/roboflow/world.ts';

/** `days`: how long ago it was made. What is left out is as on any ordinary key. */
export interface CastKey
  extends Partial<
    Pick<RoboflowKeySeed, 'folderIds' | 'protected' | 'disabled' | 'default' | 'deployment' | 'metadata'>
  > {
  name: string;
  scopes: readonly string[] | null;
  days: number;
  by: string;
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
    folderIds: ['fld_acme_lines'],
    metadata: { ...production, owner: 'assembly', line: 4 },
  },
  {
    name: 'edge-fleet-inference',
    scopes: ['model:infer'],
    days: 65,
    by: 'jonas@acme.example',
    protected: true,
    metadata: { ...production, owner: 'edge', hosts: ['edge-01', 'edge-02', 'edge-03'] },
  },
  {
    name: 'nightly-export',
    scopes: ['version:read', 'project:read', 'image:read'],
    days: 84,
    by: 'ana@acme.example',
    folderIds: ['fld_acme_lines', 'fld_acme_weld'],
    metadata: { env: 'ci', pipeline: 'nightly' },
  },
  {
    name: 'line2-uploader',
    scopes: ['image:create', 'image:tag'],
    days: 27,
    by: 'ana@acme.example',
    metadata: production,
  },
  {
    name: 'qa-regression',
    scopes: ['model:infer'],
    days: 41,
    by: 'tomas@acme.example',
    metadata: { env: 'ci' },
  },
  {
    name: 'crane-cam-07',
    scopes: ['model:infer', 'vision-events:write'],
    days: 20,
    by: 'jonas@acme.example',
    folderIds: ['fld_acme_yard'],
    metadata: production,
  },
  {
    name: 'defects-dedicated',
    scopes: ['model:infer', 'model:deploy'],
    days: 71,
    by: 'liwei@acme.example',
    deployment: 'acme-defects-eu',
    metadata: production,
  },
  {
    name: 'dataset-health-board',
    scopes: ['workspace-stats:read', UNLISTED_LEAF],
    days: 12,
    by: 'priya@acme.example',
    metadata: production,
  },
  {
    name: 'key-provisioner',
    scopes: ['api-key:read', 'api-key:create', 'api-key:revoke', 'model:infer', 'image:create'],
    days: 33,
    by: 'maria@acme.example',
    metadata: { env: 'ci', owner: 'platform' },
  },
  { name: 'shelf-label-trial', scopes: [], days: 240, by: 'noor@acme.example' },
  { name: 'legacy-backend', scopes: null, days: 1_060, by: 'oskar@acme.example', default: true },
  { name: 'migration-import', scopes: null, days: 910, by: 'oskar@acme.example', disabled: true },
  { name: 'plant-historian', scopes: null, days: 88, by: 'tomas@acme.example', metadata: production },
  { name: 'jonas-everything', scopes: null, days: 388, by: 'jonas@acme.example' },
  {
    name: 'weld-audit-hold',
    scopes: ['image:read', 'version:read'],
    days: 76,
    by: 'priya@acme.example',
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
  },
  {
    name: 'dagster-ingest',
    scopes: ['image:create', 'batch:create', 'batch:read'],
    days: 79,
    by: 'mateo@northwind.example',
    metadata: { env: 'ci', owner: 'data' },
  },
  { name: 'ana-notebook', scopes: null, days: 300, by: 'ana@northwind.example' },
  {
    name: 'vendor-acme-3p',
    scopes: ['project:read', 'image:create'],
    days: 74,
    by: 'ingrid@northwind.example',
    folderIds: ['fld_nw_returns'],
    metadata: { ...production, contract: 'NW-2291' },
  },
  {
    name: 'parcel-sorter-dedicated',
    scopes: ['model:infer'],
    days: 52,
    by: 'erik@northwind.example',
    deployment: 'northwind-sorter',
    metadata: production,
  },
  {
    name: 'dock-cams',
    scopes: ['model:infer', 'vision-events:write'],
    days: 61,
    by: 'yusuf@northwind.example',
    protected: true,
  },
  { name: 'warehouse-backend', scopes: null, days: 820, by: 'erik@northwind.example', default: true },
  { name: 'customs-report', scopes: null, days: 97, by: 'ingrid@northwind.example', metadata: production },
  { name: 'old-scanner-app', scopes: null, days: 705, by: 'mateo@northwind.example', disabled: true },
];

export const HARBOUR_CAST: readonly CastKey[] = [
  { name: SIGN_IN_NAME, scopes: null, days: 30, by: 'femke@harbour.example' },
  { name: 'train-scheduler', scopes: null, days: 121, by: 'luis@harbour.example', protected: true },
  { name: 'quay-backend', scopes: null, days: 640, by: 'femke@harbour.example', default: true },
];
