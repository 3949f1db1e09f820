import { describe, expect, it } from 'vitest';
import {
  changeOf,
  choosePlatform,
  openScopeChoice,
  platformIn,
  platformsFor,
  tickAccess,
} from '../../../../src/renderer/features/bulk/scope-choice-state.ts';

const all = ['roboflow', 'datature-vi', 'workspace-keys'] as const;

describe('the platform', () => {
  it('is that of the chosen keys until somebody chooses, where its scopes can be changed so', () => {
    const state = openScopeChoice();
    expect(platformIn(state, all, ['datature-vi'])).toBe('datature-vi');
    expect(platformIn(state, all, ['workspace-keys'])).toBe('roboflow');
    expect(platformIn({ ...state, mode: 'replace' }, all, ['workspace-keys'])).toBe('workspace-keys');
    expect(platformIn(choosePlatform(state, 'roboflow'), all, ['datature-vi'])).toBe('roboflow');
  });

  it('has single scopes at Roboflow and Datature Vi only', () => {
    expect(platformsFor('remove', all)).toEqual(['roboflow', 'datature-vi']);
    expect(platformsFor('replace', all)).toEqual(all);
  });
});

describe('what is sent', () => {
  it('is nothing while nothing is chosen', () => {
    const state = openScopeChoice();
    expect(changeOf(state, 'roboflow')).toBeNull();
    expect(changeOf(state, 'datature-vi')).toBeNull();
    expect(changeOf({ ...state, mode: 'remove', permission: 'full' }, 'datature-vi')).toBeNull();
  });

  it('keeps the choice over a change of mind about adding and removing', () => {
    const ticked = tickAccess(tickAccess(openScopeChoice(), 'training', true), 'dataset', true);
    const state = { ...ticked, permission: 'read-only' };
    expect(changeOf(state, 'datature-vi')).toEqual({
      mode: 'add-access',
      access: ['dataset', 'training'],
      permission: 'read-only',
    });
    expect(changeOf({ ...state, mode: 'remove' }, 'datature-vi')).toEqual({
      mode: 'remove-access',
      access: ['dataset', 'training'],
    });
  });

  it('is a level alone as well', () => {
    const state = { ...openScopeChoice(), permission: 'read-only' };
    expect(changeOf(state, 'datature-vi')).toEqual({
      mode: 'add-access',
      access: [],
      permission: 'read-only',
    });
  });

  it('replaces by the least of the platform in force', () => {
    expect(changeOf({ ...openScopeChoice(), mode: 'replace' }, 'datature-vi')).toEqual({
      mode: 'replace',
      grant: { platform: 'datature-vi', access: ['deployment'], permission: 'read-only' },
    });
  });
});
