/**
 * The least that a use case needs, as data, and which of them a key's own words ask for. On the wire a template is the scopes
 * it lists and nothing else: no platform hears its name.
 */
import { type Grant, isFullAccess } from './grant.ts';
import { diffGrants } from './grant-diff.ts';
import type { PlatformId } from './platform.ts';
import { presets } from './presets.ts';

export type Template = {
  id: string;
  label: string;
  grant: Grant;
  /** Beginnings of words, in lower case, that speak of this use case wherever people say what a key is for. */
  words: readonly string[];
};

function roboflow(id: string, label: string, scopes: string[], words: readonly string[]): Template {
  return { id, label, grant: { platform: 'roboflow', scopes }, words };
}

const inferenceWords = ['infer', 'predict', 'edge', 'detect'];
const annotationWords = ['annotat', 'label'];
const exportWords = ['export', 'download'];
const trainingWords = ['train', 'retrain', 'finetun'];
const uploadWords = ['upload', 'ingest', 'collect'];
const deployWords = ['deploy'];

function ofPreset(platform: PlatformId, id: string, words: readonly string[]): Template {
  const preset = presets[platform].find((each) => each.id === id);
  if (!preset) throw new RangeError(`There is no preset ${id} of ${platform}.`);
  return { id, label: preset.label, grant: preset.grant, words };
}

export const templates: Readonly<Record<PlatformId, readonly Template[]>> = {
  roboflow: [
    roboflow('edge-inference', 'Edge inference', ['model:infer'], inferenceWords),
    roboflow(
      'uploader',
      'Uploader',
      ['project:read', 'image:create', 'image:tag', 'batch:create'],
      uploadWords,
    ),
    roboflow(
      'annotator',
      'Annotator',
      ['project:read', 'image:read', 'image:tag', 'image:annotate', 'annotation-job:read'],
      annotationWords,
    ),
    roboflow('ci-export', 'CI export', ['workspace:read', 'project:read', 'version:read'], exportWords),
    roboflow(
      'trainer',
      'Trainer',
      ['project:read', 'version:read', 'version:create', 'training-job:create', 'model-eval:read'],
      trainingWords,
    ),
    roboflow('deployment', 'Deployment', ['project:read', 'version:read', 'model:deploy'], deployWords),
    roboflow(
      'reports',
      'Reports',
      ['workspace:read', 'workspace-stats:read', 'project:read', 'model-eval:read'],
      ['report', 'dashboard', 'statistic', 'metric'],
    ),
    roboflow(
      'key-administration',
      'Key administration',
      ['workspace:read', 'folder:read', 'api-key:read', 'api-key:create', 'api-key:update', 'api-key:revoke'],
      ['rotat'],
    ),
  ],
  'datature-vi': [
    ofPreset('datature-vi', 'annotation', annotationWords),
    ofPreset('datature-vi', 'dataset-export', exportWords),
    ofPreset('datature-vi', 'training', [...trainingWords, ...uploadWords]),
    ofPreset('datature-vi', 'inference', inferenceWords),
  ],
  'workspace-keys': [
    ofPreset('workspace-keys', 'project', [
      ...uploadWords,
      ...annotationWords,
      ...exportWords,
      ...trainingWords,
      ...deployWords,
    ]),
    ofPreset('workspace-keys', 'inference', inferenceWords),
  ],
};

/** What people said a key is for; the first that says anything counts. */
export type Clues = { purpose: string | null; consumers: readonly string[]; name: string };

export type Narrower = {
  template: Template;
  /** What it was told by, as it stands there. */
  source: 'purpose' | 'consumers' | 'name';
  words: string;
};

/**
 * The template that a wide key would do with, told by its own words and by nothing else. Null where they say nothing, speak
 * of several use cases, or the template would not simply take something away.
 */
export function narrowerTemplate(grant: Grant, { purpose, consumers, name }: Clues): Narrower | null {
  const sources = [
    { source: 'purpose', words: purpose ?? '' },
    { source: 'consumers', words: consumers.join(', ') },
    { source: 'name', words: name },
  ] as const;
  for (const { source, words } of sources) {
    const fitting = templates[grant.platform].filter((template) => speaksOf(words, template));
    if (fitting.length === 0) continue;
    const [template, second] = fitting;
    if (!template || second || !isWiderThan(grant, template.grant)) return null;
    return { template, source, words: words.trim() };
  }
  return null;
}

/** It allows all that the other does, and more. */
function isWiderThan(grant: Grant, narrow: Grant): boolean {
  const { widens, narrows, fullAccess } = diffGrants(grant, narrow);
  return (isFullAccess(grant) && fullAccess === 'lost') || (narrows && !widens);
}

function speaksOf(text: string, { words }: Template): boolean {
  const spoken = text.toLowerCase().split(/[^\p{L}]+/u);
  return spoken.some((word) => words.some((beginning) => word.startsWith(beginning)));
}
