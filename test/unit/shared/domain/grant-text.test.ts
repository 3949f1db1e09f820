import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { grantLabels, grantSentence } from '#shared/domain/grant-text.ts';
import { presets } from '#shared/domain/presets.ts';
import { roboflowSections } from '#shared/domain/roboflow-scopes.ts';
import { grantArbitrary, roboflowGrantArbitrary } from '../../../support/grants.ts';

const roboflow = (...scopes: string[]): Grant => ({ platform: 'roboflow', scopes });
const allLeaves = roboflowSections.flatMap((section) => section.leaves.map((leaf) => leaf.scope));

describe('the sentence', () => {
  test.each<[Grant, string]>([
    [roboflow(), 'This key can do nothing.'],
    [
      { platform: 'roboflow', scopes: null },
      'This key can do everything in the workspace, now and whatever is added later.',
    ],
    [roboflow('model:infer'), 'This key can run inference.'],
    [roboflow('image:create', 'version:read'), 'This key can upload images and read versions.'],
    [
      roboflow('project:read', 'version:read', 'image:create'),
      'This key can read projects and versions, and upload images.',
    ],
    [roboflow('image:tag', 'image:create'), 'This key can upload and tag images.'],
    [
      roboflow('image:read', 'galaxy:teleport'),
      'This key can read images; and use galaxy:teleport, which Latchkey does not know.',
    ],
    [roboflow('a:b', 'c:d', 'e:f', 'g:h'), 'This key can use 4 scopes that Latchkey does not know.'],
    [
      { platform: 'workspace-keys', scopes: ['inference'], public: true },
      'This key can run trained models. It is public: anyone may hold it.',
    ],
    [
      { platform: 'workspace-keys', scopes: ['inference', 'project'], public: false },
      'This key can manage projects, upload datasets, train models and make predictions.',
    ],
    [{ platform: 'workspace-keys', scopes: [], public: false }, 'This key can do nothing.'],
  ])('%j reads %s', (grant, sentence) => {
    expect(grantSentence(grant)).toBe(sentence);
  });

  test('phrases with commas of their own are kept apart by semicolons', () => {
    const project = presets.roboflow.find(({ id }) => id === 'project');
    expect(project && grantSentence(project.grant)).toBe(
      'This key can read the workspace, projects, folders, images, batches, versions and model evaluations; ' +
        'create and change projects, batches and versions; upload, tag and annotate images; ' +
        'start training jobs; and run inference.',
    );
  });

  test('a long one is cut at what matters least, and counts it', () => {
    const sentence = grantSentence(roboflow(...allLeaves));
    expect(sentence).toMatch(/; and do \d+ more things\.$/);
    for (const grave of ['delete folders', 'API keys', 'stored credentials', 'deploy', 'manage']) {
      expect(sentence).toContain(grave);
    }
  });

  test('the same abilities make the same sentence in any order', () => {
    fc.assert(
      fc.property(roboflowGrantArbitrary, (grant) => {
        const known = (grant.scopes ?? []).filter((scope) => allLeaves.includes(scope));
        const shuffled = [...known, ...known].reverse();
        expect(grantSentence(roboflow(...shuffled))).toBe(grantSentence(roboflow(...known)));
      }),
    );
  });

  test('is one sentence about this key for any grant', () => {
    fc.assert(
      fc.property(grantArbitrary, (grant) => {
        expect(grantSentence(grant)).toMatch(/^This key can .+\.$/s);
      }),
    );
  });
});

describe('the labels of a row', () => {
  test.each<[Grant, ReturnType<typeof grantLabels>]>([
    [roboflow('model:infer'), { labels: ['Inference'], more: 0, emphasis: 'preset' }],
    [
      { platform: 'roboflow', scopes: null },
      { labels: ['Full access'], more: 0, emphasis: 'full' },
    ],
    [roboflow(), { labels: ['No abilities'], more: 0, emphasis: 'plain' }],
    [
      roboflow('version:read', 'image:read', 'version:read'),
      { labels: ['version:read'], more: 1, emphasis: 'plain' },
    ],
    [
      { platform: 'workspace-keys', scopes: ['inference'], public: true },
      { labels: ['Inference', 'Public'], more: 0, emphasis: 'preset' },
    ],
    [
      { platform: 'workspace-keys', scopes: ['project', 'inference'], public: false },
      { labels: ['Project'], more: 1, emphasis: 'plain' },
    ],
    [
      { platform: 'workspace-keys', scopes: ['audit'], public: false },
      { labels: ['audit'], more: 0, emphasis: 'plain' },
    ],
  ])('%j', (grant, labels) => {
    expect(grantLabels(grant)).toEqual(labels);
  });
});

describe('a key for some folders', () => {
  const sentence = (scopes: string[] | null, folders: number) =>
    grantSentence({ platform: 'roboflow', scopes }, folders);

  test.each<[string[] | null, number, string]>([
    [['model:infer'], 0, 'This key can run inference.'],
    [['version:read', 'project:read'], 1, 'This key can read projects and versions in 1 folder.'],
    [null, 2, 'This key can do everything in 2 folders, now and whatever is added later.'],
    [[], 2, 'This key can do nothing.'],
  ])('%o in %i', (scopes, folders, words) => {
    expect(sentence(scopes, folders)).toBe(words);
  });
});
