import { describe, expect, it } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { applyScopeChange } from '../../../src/main/bulk/scope-change.ts';

const uploader: Grant = { platform: 'roboflow', scopes: ['image:create', 'vendor:unknown'] };
const full: Grant = { platform: 'roboflow', scopes: null };
const kiosk: Grant = { platform: 'workspace-keys', scopes: ['inference'], public: true };

describe('adding', () => {
  it('puts new scopes at the end, each once, and keeps unknown ones', () => {
    const change = { mode: 'add', scopes: ['model:infer', 'image:create', 'model:infer'] } as const;
    expect(applyScopeChange(uploader, { ...change, scopes: [...change.scopes] })).toEqual({
      grant: { platform: 'roboflow', scopes: ['image:create', 'vendor:unknown', 'model:infer'] },
    });
  });

  it('changes nothing about full access, which holds them all', () => {
    expect(applyScopeChange(full, { mode: 'add', scopes: ['model:infer'] })).toEqual({ grant: full });
  });
});

describe('removing', () => {
  it('takes out what is named and nothing else', () => {
    expect(applyScopeChange(uploader, { mode: 'remove', scopes: ['image:create', 'model:infer'] })).toEqual({
      grant: { platform: 'roboflow', scopes: ['vendor:unknown'] },
    });
  });

  it('does not guess what full access would be without a scope', () => {
    expect(applyScopeChange(full, { mode: 'remove', scopes: ['model:infer'] })).toEqual({
      refused: expect.stringMatching(/full access/),
    });
  });
});

describe('access of Datature Vi', () => {
  const labeler: Grant = {
    platform: 'datature-vi',
    access: ['evaluation', 'dataset'],
    permission: 'labeler-only',
  };

  it('is added at the level that each key has, unknown scopes kept', () => {
    const change = { mode: 'add-access' as const, access: ['training', 'dataset'], permission: null };
    expect(applyScopeChange(labeler, change)).toEqual({
      grant: { ...labeler, access: ['evaluation', 'dataset', 'training'] },
    });
  });

  it('is given a level, with or without more access', () => {
    const change = { mode: 'add-access' as const, access: [], permission: 'read-only' };
    expect(applyScopeChange(labeler, change)).toEqual({ grant: { ...labeler, permission: 'read-only' } });
  });

  it('is removed, but never the last of it', () => {
    const change = { mode: 'remove-access' as const, access: ['dataset'] };
    expect(applyScopeChange(labeler, change)).toEqual({ grant: { ...labeler, access: ['evaluation'] } });
    expect(applyScopeChange({ ...labeler, access: ['dataset'] }, change)).toEqual({
      refused: expect.stringMatching(/^No access would be left/),
    });
  });

  it.each([uploader, kiosk])('is nothing for a key of $platform', (grant) => {
    const change = { mode: 'remove-access' as const, access: ['dataset'] };
    expect(applyScopeChange(grant, change)).toEqual({ refused: expect.stringMatching(/Datature Vi/) });
  });
});

describe('keys of another platform', () => {
  it.each([
    { mode: 'add', scopes: ['model:infer'] },
    { mode: 'remove', scopes: ['inference'] },
    { mode: 'replace', grant: uploader },
  ] as const)('are left alone by $mode', (change) => {
    const copy = change.mode === 'replace' ? change : { ...change, scopes: [...change.scopes] };
    expect(applyScopeChange(kiosk, copy)).toHaveProperty('refused');
  });

  it('are replaced by a scope of their own', () => {
    const project: Grant = { platform: 'workspace-keys', scopes: ['project'], public: false };
    expect(applyScopeChange(kiosk, { mode: 'replace', grant: project })).toEqual({ grant: project });
  });
});
