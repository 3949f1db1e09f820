// Roboflow's published scopes, kept as data: 63 leaves in 21 sections.

/** Section to the rest of each leaf: `image` and `tag` make `image:tag`. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  workspace: ['read'],
  'workspace-stats': ['read'],
  project: ['create', 'read', 'update'],
  folder: ['create', 'read', 'update', 'delete'],
  image: ['create', 'read', 'tag', 'annotate'],
  batch: ['create', 'read', 'admin-read', 'update', 'delete'],
  'annotation-job': [
    'create',
    'read',
    'update',
    'submit-review',
    'review',
    'return-edits',
    'accept',
    'delete-annotations',
    'delete',
  ],
  version: ['create', 'read', 'update'],
  'training-job': ['create'],
  model: ['infer', 'deploy', 'manage'],
  'model-eval': ['read'],
  workflow: ['create', 'read', 'update'],
  'video-inference-job': ['create', 'read'],
  'batch-processing': ['read', 'trigger'],
  'data-staging': ['read', 'write', 'delete'],
  datasource: ['bucket-mirror:read', 'bucket-mirror:write', 'bucket-mirror:trigger'],
  device: ['read', 'update'],
  'vision-events': ['read', 'write', 'manage'],
  integration: ['create', 'delete'],
  credentials: ['create', 'read', 'update', 'delete'],
  'api-key': ['read', 'create', 'update', 'revoke'],
};

const LEAVES_BY_SECTION: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(SECTIONS).map(([section, leaves]) => [section, leaves.map((leaf) => `${section}:${leaf}`)]),
);

export const PUBLISHED_LEAVES: readonly string[] = [...LEAVES_BY_SECTION.values()].flat();

/**
 * A leaf the platform knows although its published list does not, as happens between a release and its documents.
 * Clients have to keep it on save and carry it to a twin; no section name expands to it.
 */
export const UNLISTED_LEAF = 'dataset-health:read';

const ACCEPTED_LEAVES: ReadonlySet<string> = new Set([...PUBLISHED_LEAVES, UNLISTED_LEAF]);

/** `unknown` is the first name that is none. */
export type Expansion = { ok: true; leaves: string[] } | { ok: false; unknown: string };

/**
 * Turns what a caller wrote (leaves and section names) into today's leaves, in the order given, each once.
 * A key never gains abilities that are added later, so the section name itself is not kept. `role:<name>` counts as
 * unknown: no preset name is published.
 */
export function expandScopes(written: readonly string[]): Expansion {
  const leaves = new Set<string>();
  for (const scope of written) {
    const section = LEAVES_BY_SECTION.get(scope);
    if (!section && !ACCEPTED_LEAVES.has(scope)) return { ok: false, unknown: scope };
    for (const leaf of section ?? [scope]) leaves.add(leaf);
  }
  return { ok: true, leaves: [...leaves] };
}
