import { sameGrant } from '#shared/domain/grant.ts';
import type { RemoteKey } from '../platforms/platform.ts';
import type { QuarantineBaseline } from '../store/api/quarantine.ts';

/**
 * What somebody did to a key while it was in quarantine, in sentences; null where it is as it was left. A last use that
 * moved counts even if the platform only told late: asking once too often is the harmless mistake. Metadata does not
 * count, since notes are written there.
 */
export function whatChanged(baseline: QuarantineBaseline, key: RemoteKey): string | null {
  const sentences = [
    !key.disabled && 'Somebody enabled it again.',
    key.protected && 'Somebody protected it.',
    usedSince(baseline, key) && 'It was used after it was disabled.',
    !sameGrant(baseline.grant, key.grant) && 'Its scope was changed.',
    baseline.name !== key.name &&
      `It was renamed from ${baseline.name || 'no name'} to ${key.name || 'no name'}.`,
    !sameFolders(baseline.folderIds, key.folderIds) && 'Its folders were changed.',
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences.join(' ') : null;
}

function usedSince({ lastUsedAt }: QuarantineBaseline, { lastUsed }: RemoteKey): boolean {
  if (lastUsed.kind !== 'at') return false;
  return lastUsedAt === null || Date.parse(lastUsed.at) > Date.parse(lastUsedAt);
}

function sameFolders(before: readonly string[], after: readonly string[]): boolean {
  return JSON.stringify(before.toSorted()) === JSON.stringify(after.toSorted());
}
