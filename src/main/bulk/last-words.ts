/** What should be known about a key before it ends: who uses it, whose work it is, when it was last used. Pure. */
import type { LastUsed } from '#shared/domain/key.ts';

export const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

export function lastWords(key: {
  consumers: readonly string[];
  createdBy: string | null;
  lastUsed: LastUsed;
}): string {
  const { consumers, createdBy } = key;
  return [
    ...(consumers.length > 0 ? [`Used by ${consumers.join(', ')}.`] : []),
    lastUse(key.lastUsed),
    ...(createdBy === null ? [] : [`Created by ${createdBy}.`]),
  ].join(' ');
}

/** Never, not reported and not seen yet are three different facts. */
function lastUse(lastUsed: LastUsed): string {
  switch (lastUsed.kind) {
    case 'at':
      return `Last used ${dayFormat.format(new Date(lastUsed.at))}.`;
    case 'never':
      return 'Never used.';
    case 'not-reported':
      return 'Last use not reported.';
    case 'not-seen':
      return 'Last use not seen yet.';
  }
}
