/** Where there is no quarantine, and why: the platform cannot disable keys, or the plan of a workspace does not let it. */
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';
import { whyNotSwitchByPlan } from '#shared/domain/preflight.ts';

/** The reason in a sentence; null where a key can go into quarantine. */
export function whyNoQuarantine({ platform, planRefusedAt }: KeyDetail): string | null {
  const { disable } = platforms[platform].capabilities;
  if (disable !== true) return disable.missing;
  return planRefusedAt === undefined ? null : whyNotSwitchByPlan;
}
