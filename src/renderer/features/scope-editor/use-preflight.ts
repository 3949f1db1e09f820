/** What would be refused in one workspace: for the editor to grey, and for the button that would send it. */
import { useId, useMemo } from 'react';
import type { KeyDetail } from '#shared/domain/key.ts';
import {
  type Caller,
  isStrongerThan,
  type Wanted,
  type WhyNot,
  whyNotGrant,
} from '#shared/domain/preflight.ts';
import { type PreflightRules, rulesFor } from './preflight-rules.ts';
import { useCallers } from './use-callers.ts';

const stronger =
  'This key can do more than this login’s own key. Roboflow does not say whether it lets such a login change it; it may refuse.';

export function usePreflight(
  workspaceId: string,
  wanted: Wanted,
  /** The key to be changed, as it is now. */
  target?: Pick<KeyDetail, 'grant' | 'folderIds'>,
): {
  rules: PreflightRules;
  refusal: WhyNot | null;
  /** Who acts; undefined until it is read, and once overruled. */
  caller: Caller | undefined;
  /** What may be refused and may not be. */
  doubt: string | null;
  /** For the notice that says it, and the button that it describes. */
  noticeId: string;
  overrule: () => void;
} {
  const noticeId = useId();
  const { callers, overrule } = useCallers([workspaceId]);
  const { doing } = wanted;
  const rules = useMemo(() => rulesFor(callers, doing), [callers, doing]);
  const [caller] = callers;
  const doubt = caller && target && isStrongerThan(caller, target) ? stronger : null;
  return { rules, caller, doubt, refusal: caller ? whyNotGrant(caller, wanted) : null, noticeId, overrule };
}
