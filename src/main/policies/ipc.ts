import type { CallsOf, Handlers } from '../system/handlers.ts';
import { createPolicyService, type PolicyNeeds } from './service.ts';

/** Enough to see who changed what lately. */
const mostChanges = 200;

export function policyHandlers(needs: PolicyNeeds): Handlers<CallsOf<'policies'>> {
  const { read } = needs.store;
  const service = createPolicyService(needs);
  return {
    'policies.list': async () => ({
      policies: await read.policies(),
      changes: await read.policyChanges(mostChanges),
    }),
    'policies.preview': ({ workspaceId, choices }) => read.policyEffect(workspaceId, choices),
    'policies.set': ({ workspaceId, choices, reason }) => service.set(workspaceId, choices, reason),
    'policies.setForKey': ({ keyId, days, reason }) => service.setForKey(keyId, days, reason),
    'policies.snooze': async ({ selection, until, reason }) =>
      service.snooze(await read.selectionIds(selection), until, reason),
    'policies.endSnooze': ({ keyIds }) => service.endSnooze(keyIds),
    'policies.plan': (wanted) => service.plan(wanted),
  };
}
