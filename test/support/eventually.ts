/** Waits until expectations hold, for as long as a busy machine may take: Vitest's own limit of a second is none of ours. */
import { vi } from 'vitest';

/** Answers what `attempt` answers once it no longer throws. */
export function eventually<Value>(attempt: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(attempt, { timeout: 30_000, interval: 50 });
}
