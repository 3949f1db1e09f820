/** When a key was used and made, as the delete dialog says it. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { platformInSentence } from '../../lib/platform-name.ts';
import { day } from '../../lib/time.ts';
import { lastUsedWords } from '../inventory/cell-words.ts';

export function lastUsedInWords({ lastUsed, platform }: KeyDetail, now: number): string {
  const words = lastUsedWords(lastUsed, now);
  if (lastUsed.kind === 'at') return `${words} (${day(lastUsed.at)})`;
  return lastUsed.kind === 'not-reported' ? `${words} by ${platformInSentence(platform)}` : words;
}

/** "29 Aug 2026 by ana@acme.example", with what is known of it. */
export function createdInWords({ createdAt, createdBy }: KeyDetail): string {
  const when = createdAt ? day(createdAt) : null;
  if (when && createdBy) return `${when} by ${createdBy}`;
  if (when) return `${when}, by whom is not reported`;
  return createdBy ? `By ${createdBy}, when is not reported` : 'Not reported';
}
