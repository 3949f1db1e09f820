/** Keys without a secret, in sentences. */
import type { GhostCandidate, GhostKey } from '#shared/ipc/ghost-keys.ts';
import { exactTime } from '../../lib/time.ts';

export const reasons: Readonly<Record<GhostKey['reason'], string>> = {
  'answer-lost': 'The platform made it, but its answer was lost on the way, and the secret with it.',
  'not-handed-over': 'Latchkey ended before its secret was handed over.',
};

/** "Made 21 Nov 2026, 11:03 by ana@acme.example", with what is known of it. */
export function madeInWords({ createdAt, createdBy }: GhostCandidate): string {
  const by = createdBy ? ` by ${createdBy}` : '';
  return createdAt ? `Made ${exactTime(createdAt)}${by}` : `Made${by || ', when is not reported'}`;
}
