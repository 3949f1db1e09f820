/** What cells and the inspector say about a key, in words. */
import type { KeyStatus, LastUsed } from '#shared/domain/key.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import { ago } from '../../lib/time.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

export const statusWords: Readonly<Record<KeyStatus, { label: string; tone: BadgeTone; meaning: string }>> = {
  active: { label: 'Active', tone: 'good', meaning: 'The platform accepts this key.' },
  disabled: {
    label: 'Disabled',
    tone: 'bad',
    meaning: 'The platform refuses this key until it is enabled again.',
  },
  protected: {
    label: 'Protected',
    tone: 'neutral',
    meaning: 'The platform lets nobody disable or delete this key before its protection is lifted.',
  },
  vanished: {
    label: 'Vanished',
    tone: 'warn',
    meaning: 'The key was in the workspace’s list before and is not any more.',
  },
};

/** Never, not reported and not seen yet are three different facts and never share a word. */
export function lastUsedWords(lastUsed: LastUsed, now: number): string {
  switch (lastUsed.kind) {
    case 'at':
      return ago(lastUsed.at, now);
    case 'never':
      return 'Never';
    case 'not-reported':
      return 'Not reported';
    case 'not-seen':
      return 'Not seen yet';
  }
}

/** Why the platform says nothing about when a key was last used; null where it does. */
export function lastUsedMissing(platform: PlatformId): string | null {
  const { lastUsed } = platforms[platform].capabilities;
  return lastUsed === true ? null : lastUsed.missing;
}
