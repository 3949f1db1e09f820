/** Whether the old key was left alone for long enough, where its platform tells when a key was last used. Pure. */
import { quietSince } from '#shared/domain/observations.ts';
import type { RunRecord } from '../store/api/runs.ts';
import type { Seen } from './facts.ts';

const hour = 3_600_000;

type Quiet = { from: number; asOf: number };

/** Null where nothing tells. */
function quietOf({ quietHours, facts }: RunRecord, { oldUses, now, ahead }: Seen): Quiet | null {
  const quiet = oldUses && quietSince(oldUses, Date.parse(now), ahead);
  if (quiet?.kind !== 'quiet') return null;
  // Consumers switch one after the other; what the platform said before the last of them did says nothing.
  const asked = Date.parse(facts.steps.consumers.at ?? '') || 0;
  return { from: Math.max(quiet.since + quietHours * hour, asked), asOf: quiet.asOf };
}

/** When it will have been quiet for long enough if nobody uses it again, in milliseconds since 1970; null where nothing tells. */
export function quietFrom(run: RunRecord, seen: Seen): number | null {
  return quietOf(run, seen)?.from ?? null;
}

/** By a look at the platform, and not by the clock alone: what was used since the last look is not known yet. */
export function isQuiet(run: RunRecord, seen: Seen): boolean {
  const quiet = quietOf(run, seen);
  return quiet !== null && quiet.asOf >= quiet.from;
}
