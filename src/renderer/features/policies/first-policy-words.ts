/** What the rotation policy chosen for a new key comes to, in words. */
import { type Environment, environmentLabels } from '#shared/domain/environment.ts';
import type { KeyRotation } from '#shared/domain/key-rotation.ts';
import { type ChosenDays, isLonger } from '#shared/domain/policies.ts';
import { dayOf, dayText } from '#shared/domain/search/days.ts';
import { policyWords } from './policy-words.ts';

/** What it would go by without a policy of its own. */
type Inherited = Pick<KeyRotation, 'days' | 'from'>;

/** "Every 90 days, as all Production keys."; for days of its own the day on which it is first due. */
export function firstPolicyWords(
  days: ChosenDays,
  { environment, inherited, now }: { environment: Environment; inherited: Inherited; now: number },
): string {
  if (days === null) return 'Then it never falls due by itself.';
  if (days !== 'inherit') return `Then first due on ${dayText(dayOf(now) + days)}.`;
  const words = policyWords({ environment, rotation: inherited });
  return words === null
    ? 'Never due by itself, without an environment.'
    : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Whether its reason is needed, and what for. */
export function firstReasonWords(
  days: ChosenDays | undefined,
  environment: Environment,
  inherited: Inherited | null,
): string {
  return days !== undefined && days !== 'inherit' && inherited && isLonger(days, inherited.days)
    ? `Needed: it lives longer than other ${environmentLabels[environment]} keys.`
    : 'Goes into the key’s activity.';
}
