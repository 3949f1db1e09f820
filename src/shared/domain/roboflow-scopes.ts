/**
 * Roboflow's fine-grained scopes as data: 63 leaves in 21 sections, as listed in its OAuth server metadata.
 *
 * The list is a catalogue for reading, not a filter: scopes that are not in it are shown as they come and survive
 * every save. Descriptions are ours where Roboflow publishes none.
 */

export type ScopeLeaf = {
  scope: string;
  /** Short name in its section, for instance `read` or `submit-review`. */
  label: string;
  /** Verb and object for the plain sentence: "read" + "projects". */
  verb: string;
  object: string;
};

export type ScopeSection = { id: string; title: string; leaves: readonly ScopeLeaf[] };

type LeafRow = readonly [label: string, verb: string, object: string];

function section(id: string, title: string, rows: readonly LeafRow[]): ScopeSection {
  return {
    id,
    title,
    leaves: rows.map(([label, verb, object]) => ({ scope: `${id}:${label}`, label, verb, object })),
  };
}

export const roboflowSections: readonly ScopeSection[] = [
  section('workspace', 'Workspace', [['read', 'read', 'the workspace']]),
  section('workspace-stats', 'Workspace statistics', [['read', 'read', 'workspace statistics']]),
  section('project', 'Projects', [
    ['read', 'read', 'projects'],
    ['create', 'create', 'projects'],
    ['update', 'change', 'projects'],
  ]),
  section('folder', 'Folders', [
    ['read', 'read', 'folders'],
    ['create', 'create', 'folders'],
    ['update', 'change', 'folders'],
    ['delete', 'delete', 'folders'],
  ]),
  section('image', 'Images', [
    ['read', 'read', 'images'],
    ['create', 'upload', 'images'],
    ['tag', 'tag', 'images'],
    ['annotate', 'annotate', 'images'],
  ]),
  section('batch', 'Upload batches', [
    ['read', 'read', 'batches'],
    ['create', 'create', 'batches'],
    ['update', 'change', 'batches'],
    ['delete', 'delete', 'batches'],
    ['admin-read', 'read', 'everybody’s batches'],
  ]),
  section('annotation-job', 'Annotation jobs', [
    ['read', 'read', 'annotation jobs'],
    ['create', 'create', 'annotation jobs'],
    ['update', 'change', 'annotation jobs'],
    ['submit-review', 'submit', 'annotation jobs for review'],
    ['review', 'review', 'annotation jobs'],
    ['return-edits', 'return', 'annotation jobs for edits'],
    ['accept', 'accept', 'annotation jobs'],
    ['delete-annotations', 'delete', 'annotations'],
    ['delete', 'delete', 'annotation jobs'],
  ]),
  section('version', 'Dataset versions', [
    ['read', 'read', 'versions'],
    ['create', 'create', 'versions'],
    ['update', 'change', 'versions'],
  ]),
  section('training-job', 'Training', [['create', 'start', 'training jobs']]),
  section('model', 'Models', [
    ['infer', 'run', 'inference'],
    ['deploy', 'deploy', 'models'],
    ['manage', 'manage', 'models'],
  ]),
  section('model-eval', 'Model evaluations', [['read', 'read', 'model evaluations']]),
  section('workflow', 'Workflows', [
    ['read', 'read', 'workflows'],
    ['create', 'create', 'workflows'],
    ['update', 'change', 'workflows'],
  ]),
  section('video-inference-job', 'Video inference', [
    ['read', 'read', 'video inference jobs'],
    ['create', 'start', 'video inference jobs'],
  ]),
  section('batch-processing', 'Batch processing', [
    ['read', 'read', 'batch processing'],
    ['trigger', 'start', 'batch processing'],
  ]),
  section('data-staging', 'Data staging', [
    ['read', 'read', 'staged data'],
    ['write', 'write', 'staged data'],
    ['delete', 'delete', 'staged data'],
  ]),
  section('datasource', 'Data sources', [
    ['bucket-mirror:read', 'read', 'bucket mirrors'],
    ['bucket-mirror:write', 'change', 'bucket mirrors'],
    ['bucket-mirror:trigger', 'start', 'bucket mirrors'],
  ]),
  section('device', 'Devices', [
    ['read', 'read', 'devices'],
    ['update', 'change', 'devices'],
  ]),
  section('vision-events', 'Vision events', [
    ['read', 'read', 'vision events'],
    ['write', 'write', 'vision events'],
    ['manage', 'manage', 'vision events'],
  ]),
  section('integration', 'Integrations', [
    ['create', 'create', 'integrations'],
    ['delete', 'delete', 'integrations'],
  ]),
  section('credentials', 'Stored credentials', [
    ['read', 'read', 'stored credentials'],
    ['create', 'create', 'stored credentials'],
    ['update', 'change', 'stored credentials'],
    ['delete', 'delete', 'stored credentials'],
  ]),
  section('api-key', 'API keys', [
    ['read', 'read', 'API keys'],
    ['create', 'create', 'API keys'],
    ['update', 'change', 'API keys'],
    ['revoke', 'delete', 'API keys'],
  ]),
];

const leavesByScope = new Map(roboflowSections.flatMap((s) => s.leaves).map((leaf) => [leaf.scope, leaf]));

/** The catalogue's entry for a scope; undefined for scopes this version does not know. */
export function roboflowLeaf(scope: string): ScopeLeaf | undefined {
  return leavesByScope.get(scope);
}
