import { describe, expect, it } from 'vitest';
import { accessScopes, cellName, cellOf, permissionLevels } from '#shared/domain/datature-vi-access.ts';
import { isFullAccess, sameGrant } from '#shared/domain/grant.ts';
import { grantChangeSentence, grantStep } from '#shared/domain/grant-change-text.ts';
import { diffGrants } from '#shared/domain/grant-diff.ts';
import { grantLabels, grantSentence } from '#shared/domain/grant-text.ts';
import { platforms, whyNotEditGrant } from '#shared/domain/platform.ts';
import { presetOf, presets } from '#shared/domain/presets.ts';
import { can } from '#shared/domain/search/abilities.ts';

const grant = (access: string[], permission: string) => ({
  platform: 'datature-vi' as const,
  access,
  permission,
});
const everything = grant(['deployment', 'dataset', 'training'], 'full');

describe('full access on Datature Vi', () => {
  it('is all scopes at Full, in any order', () => {
    expect(isFullAccess(everything)).toBe(true);
    expect(isFullAccess(grant(['dataset', 'training'], 'full'))).toBe(false);
    expect(isFullAccess(grant(['dataset', 'training', 'deployment'], 'read-only'))).toBe(false);
    expect(grantLabels(everything)).toMatchObject({ labels: ['Full access'], emphasis: 'full' });
    expect(presetOf(everything)?.id).toBe('full-access');
  });

  it('says so beside a scope this version does not know', () => {
    const wider = grant([...everything.access, 'evaluation'], 'full');
    expect(sameGrant(everything, wider)).toBe(false);
    expect(grantSentence(wider)).toContain('evaluation');
    expect(grantLabels(wider).labels).toEqual(['Dataset, Training, Deployment, evaluation · Full']);
  });
});

describe('a Datature Vi grant in words', () => {
  it.each([
    [['dataset'], 'labeler-only', 'This key can create and modify annotations.'],
    [['training'], 'labeler-only', 'This key can do nothing.'],
    [[], 'full', 'This key can do nothing.'],
    [
      ['deployment', 'dataset'],
      'read-only',
      'This key can view datasets and download annotations; run inference.',
    ],
    [['dataset'], 'restricted', 'This key can use datasets within limits that Datature sets.'],
    [['dataset'], 'auditor', 'This key can use Dataset at auditor, which Latchkey does not know.'],
  ])('%j at %s', (access, permission, sentence) => {
    expect(grantSentence(grant(access, permission))).toBe(sentence);
  });

  it('uses the words of the platform in the scope column', () => {
    expect(grantLabels(grant(['training', 'dataset'], 'read-only')).labels).toEqual([
      'Dataset, Training · Read Only',
    ]);
    expect(grantStep(grant(['dataset'], 'full'), grant(['dataset'], 'labeler-only'))).toBe(
      'Dataset · Full → Dataset · Labeler Only',
    );
  });

  it('tells a change by what it gives and takes', () => {
    const narrowed = [grant(['dataset'], 'full'), grant(['dataset'], 'read-only')] as const;
    expect(diffGrants(...narrowed)).toMatchObject({ widens: false, narrows: true });
    expect(grantChangeSentence(...narrowed)).toBe(
      'Can no longer view, create and modify datasets and annotations.',
    );
    expect(diffGrants(grant(['dataset'], 'read-only'), grant(['dataset'], 'labeler-only'))).toMatchObject({
      widens: true,
      narrows: true,
    });
    // Labeler Only gives nothing outside of datasets.
    expect(
      diffGrants(grant(['dataset'], 'labeler-only'), grant(['dataset', 'training'], 'labeler-only')),
    ).toMatchObject({ changed: true, widens: false, narrows: false });
    expect(diffGrants(everything, grant(['dataset'], 'full'))).toMatchObject({
      fullAccess: 'lost',
      narrows: true,
    });
  });
});

it('every cell is known, and answers to can: as far as the platform tells', () => {
  for (const access of accessScopes)
    for (const level of permissionLevels) expect(cellOf(cellName(access, level))).toBeDefined();
  expect(can(grant(['deployment'], 'read-only'), 'infer')).toBe(true);
  expect(can(grant(['deployment'], 'labeler-only'), 'infer')).toBe(false);
  expect(can(grant(['dataset'], 'labeler-only'), 'annotate')).toBe(true);
  expect(can(grant(['dataset'], 'read-only'), 'annotate')).toBe(false);
  // What is restricted is not told: neither allowed nor taken for something known.
  expect(can(grant(['dataset'], 'restricted'), 'dataset:restricted')).toBe(true);
});

it('presets are made of known cells', () => {
  for (const { grant: preset, label } of presets['datature-vi'])
    for (const access of preset.access)
      expect(cellOf(cellName(access, preset.permission)), label).toBeDefined();
});

it('scopes can be chosen wherever nothing speaks against it', () => {
  const { capabilities } = platforms['datature-vi'];
  expect(capabilities.editGrant).toBe(true);
  expect(whyNotEditGrant({ platform: 'datature-vi', keyPermissions: false })).toMatch(/full access/);
  for (const keyPermissions of [true, null])
    expect(whyNotEditGrant({ platform: 'datature-vi', keyPermissions })).toBeNull();
});
