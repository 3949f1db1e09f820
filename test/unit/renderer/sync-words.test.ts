import { describe, expect, it } from 'vitest';
import type { Workspace } from '#shared/ipc/connections.ts';
import { oldestCopy, syncWords } from '../../../src/renderer/features/sync/sync-words.ts';

const now = Date.parse('2026-08-29T12:00:00Z');
const idle = { running: false, stopped: false, done: 0, total: 0 };

function workspace(changes: Partial<Workspace> = {}): Workspace {
  return {
    id: 'w',
    connectionId: 'c',
    platform: 'roboflow',
    baseUrl: 'https://api.roboflow.com',
    slug: 'acme',
    name: 'Acme Vision',
    platformName: 'Acme Vision',
    colour: 'indigo',
    position: 1,
    account: null,
    label: null,
    role: null,
    keyPermissions: null,
    keyCount: 3,
    syncedAt: '2026-08-29T11:58:00Z',
    state: 'ready',
    problem: null,
    embedded: false,
    signInWay: 'credential',
    ...changes,
  };
}

const words = (...workspaces: Workspace[]) => syncWords(workspaces, idle, now);
const longAgo = { syncedAt: '2026-08-29T09:00:00Z' };

describe('the sentence of the status bar', () => {
  it('says how far a run got', () => {
    const running = { running: true, stopped: false, done: 2, total: 5 };
    expect(syncWords([workspace()], running, now)).toEqual({ text: 'Syncing 2 of 5', tone: 'quiet' });
  });

  it('says that a run is being stopped, and afterwards how far it got and how old the copy is', () => {
    const stopping = { running: true, stopped: true, done: 3, total: 12 };
    expect(syncWords([workspace()], stopping, now)).toEqual({ text: 'Stopping', tone: 'quiet' });
    expect(syncWords([workspace()], { ...stopping, running: false }, now)).toEqual({
      text: 'Stopped after 3 of 12. Acme Vision, synced 2 min ago',
      tone: 'good',
    });
  });

  it('is as old as the oldest copy in view', () => {
    expect(words(workspace(), workspace(longAgo))).toEqual({
      text: '2 workspaces, synced 3 h ago',
      tone: 'good',
    });
    expect(words(workspace())).toEqual({ text: 'Acme Vision, synced 2 min ago', tone: 'good' });
  });

  it('says offline, and from when the copy is, once nothing can be reached', () => {
    const offline = workspace({ state: 'offline', ...longAgo });
    expect(words(offline)).toEqual({ text: 'Offline. Copy from 3 h ago', tone: 'warn' });
    expect(words(offline, workspace())).toEqual({
      text: '2 workspaces, 1 offline, synced 3 h ago',
      tone: 'warn',
    });
  });

  it('never makes up an age', () => {
    expect(words(workspace({ state: 'offline', syncedAt: null })).text).toBe('Offline. Not read yet');
    expect(words(workspace({ syncedAt: null }))).toEqual({
      text: 'Acme Vision, not read yet',
      tone: 'quiet',
    });
    expect(oldestCopy([workspace(), workspace({ syncedAt: null })])).toBeNull();
  });

  it('names a lost sign-in and a failed reading', () => {
    expect(words(workspace({ state: 'sign-in' }))).toEqual({
      text: 'Acme Vision, sign in again, synced 2 min ago',
      tone: 'bad',
    });
    expect(words(workspace({ state: 'sign-in' }), workspace({ state: 'error' }), workspace()).text).toBe(
      '3 workspaces, 1 to sign in again, 1 could not be read, synced 2 min ago',
    );
  });
});
