import { type PlatformId, platforms } from '#shared/domain/platform.ts';

/** A platform in the middle of a sentence. The kind that many hosts run has no name of its own there. */
export function platformInSentence(id: PlatformId): string {
  return id === 'workspace-keys' ? 'the platform' : platforms[id].label;
}
