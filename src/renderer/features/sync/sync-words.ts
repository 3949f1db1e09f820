/** The sentence of the status bar: how old the copy on screen is, and what stands in the way of a newer one. */
import type { Workspace } from '#shared/ipc/connections.ts';
import type { SyncStatus } from '#shared/ipc/sync.ts';
import { plural } from '../../lib/plural.ts';
import { ago } from '../../lib/time.ts';

export type SyncWords = { text: string; tone: 'good' | 'warn' | 'bad' | 'quiet' };

/** `workspaces`: those in view. The age is that of the oldest copy among them: an inventory is as old as its oldest part. */
export function syncWords(workspaces: readonly Workspace[], sync: SyncStatus, now: number): SyncWords {
  if (sync.running) {
    const text = sync.stopped ? 'Stopping' : `Syncing ${sync.done} of ${sync.total}`;
    return { text, tone: 'quiet' };
  }
  if (sync.stopped) {
    const words = syncWords(workspaces, { ...sync, stopped: false }, now);
    return { text: `Stopped after ${sync.done} of ${sync.total}. ${words.text}`, tone: words.tone };
  }
  const first = workspaces[0];
  if (!first) return { text: 'No workspaces', tone: 'quiet' };

  const subject = workspaces.length === 1 ? first.name : plural(workspaces.length, 'workspace');
  const age = oldestCopy(workspaces);
  const offline = workspaces.filter(({ state }) => state === 'offline').length;
  const signIn = workspaces.filter(({ state }) => state === 'sign-in').length;
  const failed = workspaces.filter(({ state }) => state === 'error').length;

  if (offline === workspaces.length) {
    return {
      text: age ? `Offline. Copy from ${ago(age, now)}` : 'Offline. Not read yet',
      tone: 'warn',
    };
  }
  const troubles = [
    ...(signIn > 0 ? [workspaces.length === 1 ? 'sign in again' : `${signIn} to sign in again`] : []),
    ...(failed > 0 ? [workspaces.length === 1 ? 'could not be read' : `${failed} could not be read`] : []),
    ...(offline > 0 ? [`${offline} offline`] : []),
  ];
  const copy = age ? `synced ${ago(age, now)}` : 'not read yet';
  return {
    text: [subject, ...troubles, copy].join(', '),
    tone: signIn + failed > 0 ? 'bad' : offline > 0 ? 'warn' : age ? 'good' : 'quiet',
  };
}

/** When the oldest copy was made; null while one of the workspaces was never read whole. */
export function oldestCopy(workspaces: readonly Workspace[]): string | null {
  const times = workspaces.map(({ syncedAt }) => syncedAt);
  if (times.includes(null)) return null;
  return times.reduce((oldest, time) => (oldest === null || (time ?? '') < oldest ? time : oldest), null);
}
