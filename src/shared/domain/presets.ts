/**
 * Named grants one click away. On Roboflow a preset is a bundle of leaves made here, never a role name on the wire:
 * Roboflow publishes none, and a key keeps the leaves it was given.
 */
import { everythingInDatatureVi } from './datature-vi-access.ts';
import { type Grant, sameGrant } from './grant.ts';
import type { PlatformId } from './platform.ts';

export type Preset = {
  id: 'project' | 'inference' | 'annotation' | 'dataset-export' | 'training' | 'full-access';
  label: string;
  description: string;
  grant: Grant;
};

const projectLeaves = [
  'workspace:read',
  'project:read',
  'project:create',
  'project:update',
  'folder:read',
  'image:read',
  'image:create',
  'image:tag',
  'image:annotate',
  'batch:read',
  'batch:create',
  'batch:update',
  'version:read',
  'version:create',
  'version:update',
  'training-job:create',
  'model:infer',
  'model-eval:read',
] as const;

const projectText = {
  id: 'project',
  label: 'Project',
  description: 'Manage projects, upload datasets, train models, make predictions',
} as const;
const inferenceText = { id: 'inference', label: 'Inference' } as const;

type PresetsOf<Id extends PlatformId> = readonly (Preset & { grant: Extract<Grant, { platform: Id }> })[];

export const presets: { readonly [Id in PlatformId]: PresetsOf<Id> } = {
  roboflow: [
    { ...projectText, grant: { platform: 'roboflow', scopes: [...projectLeaves] } },
    {
      ...inferenceText,
      description: 'Run trained models',
      grant: { platform: 'roboflow', scopes: ['model:infer'] },
    },
    {
      id: 'full-access',
      label: 'Full access',
      description: 'Everything, now and later',
      grant: { platform: 'roboflow', scopes: null },
    },
  ],
  // By use case: Datature has no names for combinations of access and permission.
  'datature-vi': [
    {
      id: 'annotation',
      label: 'Annotation pipeline',
      description: 'Create and modify annotations',
      grant: { platform: 'datature-vi', access: ['dataset'], permission: 'labeler-only' },
    },
    {
      id: 'dataset-export',
      label: 'Dataset export',
      description: 'View datasets, download annotations',
      grant: { platform: 'datature-vi', access: ['dataset'], permission: 'read-only' },
    },
    {
      id: 'training',
      label: 'Training pipeline',
      description: 'Prepare datasets, start runs, download models',
      grant: { platform: 'datature-vi', access: ['dataset', 'training'], permission: 'full' },
    },
    {
      ...inferenceText,
      description: 'Run inference on deployed models',
      grant: { platform: 'datature-vi', access: ['deployment'], permission: 'read-only' },
    },
    {
      id: 'full-access',
      label: 'Full access',
      description: 'Datasets, training and deployment',
      grant: { ...everythingInDatatureVi },
    },
  ],
  'workspace-keys': [
    { ...projectText, grant: { platform: 'workspace-keys', scopes: ['project'], public: false } },
    {
      ...inferenceText,
      description: 'Run trained models. Can be public',
      grant: { platform: 'workspace-keys', scopes: ['inference'], public: false },
    },
  ],
};

/** The preset whose abilities are exactly those of the grant; `public` does not tell presets apart. */
export function presetOf(grant: Grant): Preset | undefined {
  const comparable: Grant = grant.platform === 'workspace-keys' ? { ...grant, public: false } : grant;
  const all: readonly Preset[] = presets[grant.platform];
  return all.find((preset) => sameGrant(preset.grant, comparable));
}
