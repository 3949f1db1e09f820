/** Least privilege: only what people said about a key makes a suggestion, and it never gives anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { platformIdSchema } from '#shared/domain/platform.ts';
import { roboflowLeaf } from '#shared/domain/roboflow-scopes.ts';
import { narrowerTemplate, templates } from '#shared/domain/templates.ts';
import { grantArbitrary } from '../../../support/grants.ts';

const everything: Grant = { platform: 'roboflow', scopes: null };
const said = (purpose: string | null, consumers: string[] = [], name = 'key 7') => ({
  purpose,
  consumers,
  name,
});

describe('the templates', () => {
  it('list leaves that the platform has, never names of roles or sections, and never full access', () => {
    for (const { grant } of templates.roboflow) {
      const scopes = grant.platform === 'roboflow' ? grant.scopes : null;
      expect(scopes).not.toBeNull();
      for (const scope of scopes ?? []) expect(roboflowLeaf(scope), scope).toBeDefined();
    }
  });

  it.each(platformIdSchema.options)('of %s are all different, and no word speaks of two', (platform) => {
    const all = templates[platform];
    const words = all.flatMap((template) => template.words);
    expect(new Set(words).size).toBe(words.length);
    for (const [index, one] of all.entries())
      for (const other of all.slice(index + 1)) expect(diffGrants(one.grant, other.grant).changed).toBe(true);
  });
});

describe('a wide key', () => {
  it('would do with what its purpose says, and the words are named', () => {
    expect(narrowerTemplate(everything, said('Uploads of line 4 '))).toMatchObject({
      template: { id: 'uploader' },
      source: 'purpose',
      words: 'Uploads of line 4',
    });
  });

  it('is told by its purpose before its consumers, and by its name last', () => {
    expect(narrowerTemplate(everything, said('Exports', ['trainer-1'], 'uploads'))?.source).toBe('purpose');
    expect(narrowerTemplate(everything, said('of line 4', ['trainer-1'], 'uploads'))).toMatchObject({
      template: { id: 'trainer' },
      source: 'consumers',
    });
    expect(narrowerTemplate(everything, said(null, [], 'line-4-uploads'))?.source).toBe('name');
  });

  it.each([
    ['nothing is said', said(null)],
    ['what is said is no use case', said('of the night shift')],
    ['two use cases are named', said('uploads and training')],
    ['a word only ends like one', said('preload of the constraint')],
  ])('gets no suggestion where %s', (_, clues) => {
    expect(narrowerTemplate(everything, clues)).toBeNull();
  });
});

it.each([
  ['just the template', ['project:read', 'image:create', 'image:tag', 'batch:create']],
  ['less than it', ['image:create']],
  ['something else', ['device:read', 'device:update']],
])('a key with %s gets no suggestion', (_, scopes) => {
  expect(narrowerTemplate({ platform: 'roboflow', scopes }, said('uploads'))).toBeNull();
});

it('Inference is enough for predictions where a key has Project', () => {
  const grant: Grant = { platform: 'workspace-keys', scopes: ['project'], public: false };
  expect(narrowerTemplate(grant, said('predictions at the gate'))?.template.label).toBe('Inference');
  expect(narrowerTemplate(grant, said('training and predictions'))).toBeNull();
});

it('taking a suggestion only ever takes away, whatever the key could do', () => {
  const purposes = fc.constantFrom('uploads', 'labelling', 'exports', 'training', 'inference', 'reports');
  let suggested = 0;
  fc.assert(
    fc.property(grantArbitrary, purposes, (grant, purpose) => {
      const narrower = narrowerTemplate(grant, said(purpose));
      if (!narrower) return;
      suggested += 1;
      const { widens, narrows } = diffGrants(grant, narrower.template.grant);
      expect([widens, narrows]).toEqual([false, true]);
    }),
    { numRuns: 3_000 },
  );
  expect(suggested).toBeGreaterThan(100);
});
