/**
 * What is known of a key's use: the last-used values its platform told, and when Latchkey looked. A platform tells the
 * latest use only, so that what lies between two looks is known only where the later one brought nothing new.
 */
import { z } from '../zod.ts';
import { lastUsedSchema } from './key.ts';

/** Times are RFC 3339 in UTC. */
const time = z.string();

const useSchema = z.strictObject({
  /** By the platform's clock, like every last-used value. */
  at: time,
  /** When Latchkey was told of it, by this computer's clock. */
  seenAt: time,
  /** Before it, nothing was used from the first moment to the second; null where nobody looked meanwhile. */
  quiet: z.strictObject({ from: time, until: time }).nullable(),
});

export const observationsSchema = z.strictObject({
  lastUsed: lastUsedSchema,
  /** Null where the platform does not tell. */
  createdAt: time.nullable(),
  /** When the platform last answered about this key; null before it ever did. */
  lookedAt: time.nullable(),
  /** At most one for each hour, oldest first. Those of long ago are fewer. */
  uses: z.array(useSchema),
});
export type Observations = z.infer<typeof observationsSchema>;

export type Quiet =
  /** Milliseconds since 1970: by what the platform told, there was no use after `since` until `asOf`, and maybe later. */
  | { kind: 'quiet'; since: number; asOf: number }
  /** `not-reported`: the platform has no such field. `not-seen`: Latchkey has not looked yet. */
  | { kind: 'unknown'; why: 'not-reported' | 'not-seen' };

/**
 * Since when a key has provably not been used: its last use, or for one that never was its creation, as of the latest
 * successful look. Whoever waits for N hours of quiet waits for `asOf - since`, and never for `now - since`: of the time
 * after the last look nothing is known. `now` in milliseconds since 1970; `ahead`: by how many of them the platform's clock
 * is ahead of ours, where that is known.
 */
export function quietSince(
  { lastUsed, createdAt, lookedAt, uses }: Observations,
  now: number,
  ahead = 0,
): Quiet {
  if (lastUsed.kind === 'not-reported') return { kind: 'unknown', why: 'not-reported' };
  if (lastUsed.kind === 'not-seen' || lookedAt === null) return { kind: 'unknown', why: 'not-seen' };
  const asOf = Math.min(Date.parse(lookedAt), now);
  // A value that went back to Never takes back no use that was told.
  const told = uses.map(({ at }) => Date.parse(at));
  if (lastUsed.kind === 'at') told.push(Date.parse(lastUsed.at));
  const latest = Math.max(...told);
  const known = Number.isFinite(latest);
  const begin = known ? latest : createdAt === null ? asOf : Date.parse(createdAt);
  const last = known ? uses.find(({ at }) => Date.parse(at) === latest) : undefined;
  // Whatever the clocks say: it came after the last look that did not show it, and before the one that did.
  const earliest = last?.quiet ? Date.parse(last.quiet.until) : Number.NEGATIVE_INFINITY;
  const since = Math.max(earliest, Math.min(begin - ahead, last ? Date.parse(last.seenAt) : asOf));
  return { kind: 'quiet', since: Math.min(since, asOf), asOf };
}
