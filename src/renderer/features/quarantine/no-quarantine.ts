/** Where there is no quarantine, and why: the platform cannot disable keys, or the plan of a workspace does not let it. */
import { create } from 'zustand';
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { platforms } from '#shared/domain/platform.ts';

/**
 * What workspaces refused because of their plan, by id. No platform tells the plan before; it may change, so this lasts
 * no longer than the window.
 */
const useRefusedPlans = create<Readonly<Record<string, string>>>(() => ({}));

/** The reason in a sentence; null where a key can go into quarantine. */
export function useWhyNoQuarantine({ platform, workspaceId }: KeyDetail): string | null {
  const plan = useRefusedPlans((refused) => refused[workspaceId]);
  const { disable } = platforms[platform].capabilities;
  return disable === true ? (plan ?? null) : disable.missing;
}

export function rememberRefusal(workspaceId: string, { code, message }: ErrorInfo): void {
  if (code === 'plan') useRefusedPlans.setState({ [workspaceId]: message });
}
