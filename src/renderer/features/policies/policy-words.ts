/** Whose policy a key goes by, in words. */
import { environmentLabels } from '#shared/domain/environment.ts';
import type { KeyRow } from '#shared/domain/key.ts';
import { daysText } from '#shared/domain/policies.ts';

type Subject = Pick<KeyRow, 'environment' | 'rotation'>;

/** "every 90 days, as all Production keys"; null where there is no policy to speak of. */
export function policyWords({ environment, rotation: { days, from } }: Subject): string | null {
  if (from === 'key') return `${daysText(days)}, by its own policy`;
  if (environment === 'unassigned') return null;
  const keys = `${environmentLabels[environment]} keys`;
  return `${daysText(days)}, as ${from === 'workspace' ? `${keys} of this workspace` : `all ${keys}`}`;
}
