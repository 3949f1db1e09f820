/**
 * What a plan was last heard to refuse may be out of date, and no platform tells of an upgrade: whoever knows better can
 * try all the same. The next refusal of a workspace brings its rule back.
 */
import { create } from 'zustand';
import type { KeyDetail } from '#shared/domain/key.ts';

const useOverruled = create<Readonly<Record<string, true>>>(() => ({}));

/** The key without what was overruled about its workspace. */
export function useRuled(detail: KeyDetail): KeyDetail {
  return useOverruled((overruled) => overruled[detail.workspaceId]) ? withoutPlan(detail) : detail;
}

export function ruled(detail: KeyDetail): KeyDetail {
  return useOverruled.getState()[detail.workspaceId] ? withoutPlan(detail) : detail;
}

export function overrulePlan(workspaceId: string): void {
  useOverruled.setState({ [workspaceId]: true });
}

export function believePlan(workspaceId: string): void {
  const { [workspaceId]: _, ...others } = useOverruled.getState();
  useOverruled.setState(others, true);
}

let last: { of: KeyDetail; without: KeyDetail } | null = null;

/** The same object for the same key, so that nothing is drawn again for nothing. */
function withoutPlan(detail: KeyDetail): KeyDetail {
  if (detail.planRefusedAt === undefined) return detail;
  if (last?.of !== detail) {
    const { planRefusedAt: _, ...without } = detail;
    last = { of: detail, without };
  }
  return last.without;
}
