/** What the editor greys: what nobody who acts for the keys in question may hand out. Pure. */
import type { Grant } from '#shared/domain/grant.ts';
import {
  type Caller,
  type Wanted,
  type WhyNot,
  whyNotAtAll,
  whyNotGrant,
  whyNotPlan,
  whyNotScope,
} from '#shared/domain/preflight.ts';

/** Reasons in one sentence; null for what can be chosen, or where that is not known. */
export type PreflightRules = {
  /** Of a single scope, before it is ticked. */
  scope(scope: string): string | null;
  /** Of a preset, a template or full access as a whole. */
  grant(grant: Grant): string | null;
};

export const nothingRefused: PreflightRules = { scope: () => null, grant: () => null };

/** Over several workspaces something is greyed only where all of them refuse it: the dry run names the rest. */
export function rulesFor(callers: readonly Caller[], doing: Wanted['doing']): PreflightRules {
  const inGeneral = (caller: Caller, grant: Grant) =>
    whyNotAtAll(caller, doing) ?? whyNotPlan(caller, wanted(doing, grant));
  return {
    scope: (scope) =>
      whereAllRefuse(
        callers,
        (caller) =>
          inGeneral(caller, { platform: 'roboflow', scopes: [scope] }) ?? whyNotScope(caller, scope),
      )?.reason ?? null,
    // Folders are a choice of their own, and no reason against a scope.
    grant: (grant) =>
      whereAllRefuse(callers, (caller) =>
        whyNotGrant({ ...caller, logins: everywhere(caller) }, wanted(doing, grant)),
      )?.reason ?? null,
  };
}

function everywhere({ logins }: Caller): Caller['logins'] {
  return logins.map(({ grant }) => ({ grant, folderIds: [] }));
}

function wanted(doing: Wanted['doing'], grant: Grant): Wanted {
  return doing === 'create' ? { doing, grant, folderIds: [] } : { doing, grant };
}

function whereAllRefuse(callers: readonly Caller[], judge: (caller: Caller) => WhyNot | null): WhyNot | null {
  const verdicts = callers.map(judge);
  return verdicts.includes(null) ? null : (verdicts[0] ?? null);
}
