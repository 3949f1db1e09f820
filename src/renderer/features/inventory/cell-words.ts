/** What cells and the inspector say about a key, in words. */
import type { KeyRow, KeyStatus, LastUsed } from '#shared/domain/key.ts';
import { type PlatformId, platforms } from '#shared/domain/platform.ts';
import type { Rotation, Urgency } from '#shared/domain/rotation-due.ts';
import { dueSoonDays } from '#shared/domain/rotation-policy.ts';
import { ago } from '../../lib/time.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

type Words = { label: string; tone: BadgeTone; meaning: string };

const statusLabels: Readonly<Record<KeyStatus, Words>> = {
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

const quarantinedWords: Words = {
  label: 'Quarantined',
  tone: 'bad',
  meaning: 'The platform refuses this key, and it is deleted on its day unless it is restored before.',
};

/** Not a loss that somebody should look into: it is what rolling does. */
const replacedWords: Words = {
  label: 'Replaced',
  tone: 'neutral',
  meaning: 'It was rolled from here, and another key took its place.',
};

type Shown = Pick<KeyRow, 'status' | 'quarantined' | 'replaced'>;

export function statusWords({ status, quarantined, replaced }: Shown): Words {
  if (status === 'vanished' && replaced) return replacedWords;
  return status === 'disabled' && quarantined ? quarantinedWords : statusLabels[status];
}

/** Over a status that says no more than that the key works, how urgent its rotation is. */
export const urgencyWords: Readonly<Record<Urgency, Words>> = {
  overdue: {
    label: 'Overdue',
    tone: 'bad',
    meaning: 'The day on which it should have been rotated is past.',
  },
  'due-soon': {
    label: 'Due soon',
    tone: 'warn',
    meaning: `It should be rotated within the next ${dueSoonDays} days.`,
  },
};

/**
 * How long until a key is due: "25 d left", "due today", "4 d late", "snoozed 12 d"; where its run stands; and why there is no day, where there
 * is none.
 */
export function rotationWords(rotation: Rotation): string {
  switch (rotation.kind) {
    case 'due':
      if (rotation.daysLeft === 0) return 'due today';
      return rotation.daysLeft > 0 ? `${rotation.daysLeft} d left` : `${-rotation.daysLeft} d late`;
    case 'snoozed':
      return `snoozed ${rotation.daysLeft} d`;
    case 'rotating':
      return `step ${rotation.number} of ${rotation.of}`;
    case 'as-needed':
      return 'As needed';
    case 'no-policy':
      return 'No environment yet, and so no day on which it is due';
    case 'not-in-use':
      return 'Not in use, and so never due';
    case 'unknown-age':
      return 'Its age is not reported, and so no day on which it is due';
  }
}

/** Said of a key made here until its platform has seen it in use: more than *Never*, it is waited for. */
export const awaitingUseWords = 'Not yet seen in use';

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
