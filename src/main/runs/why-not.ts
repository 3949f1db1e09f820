/** Why a run cannot begin, or its twin not be made. Pure. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { whyUnfit } from '#shared/domain/fit-grant.ts';
import { isFullAccess } from '#shared/domain/grant.ts';
import type { KeyDetail } from '#shared/domain/key.ts';
import { latchkeyFieldName } from '#shared/domain/latchkey-field.ts';
import { platforms } from '#shared/domain/platform.ts';
import type { KeyPolicy } from '#shared/domain/policies.ts';
import { type Caller, type WhyNot, whyNotGrant, whyNotSwitchByPlan } from '#shared/domain/preflight.ts';
import type { RunReason } from '#shared/domain/run-step.ts';
import { whyNotThisLogin } from '#shared/domain/this-login.ts';
import type { TwinTemplate } from '../store/api/runs.ts';

/** `isUnderWay`: the key is in a live run already, as the old one or the new one; `isChanging`: the outcome of a change is not known. */
export type Standing = { isUnderWay: boolean; isChanging: boolean };

export function whyNotBegin(
  key: KeyDetail,
  reason: RunReason,
  { isUnderWay, isChanging }: Standing,
): ErrorInfo | null {
  if (key.status === 'vanished')
    return { code: 'not-found', message: 'It is gone from its workspace: somebody deleted it elsewhere.' };
  if (isUnderWay)
    return {
      code: 'conflict',
      message: 'A rotation run of this key is under way already.',
      hint: 'Open it instead.',
    };
  const lasting = whyNotEnd(key);
  if (lasting) return lasting;
  if (key.disabled && reason === 'planned') {
    return {
      code: 'conflict',
      message: 'It is disabled, so nobody uses it, and nothing has to be replaced without an outage.',
      hint: 'Enable it first, or delete it and make a new key.',
    };
  }
  if (!isChanging) return null;
  return {
    code: 'conflict',
    message: 'The answer to the last change of this key is missing.',
    hint: 'Sync first. It finds out.',
  };
}

/** A key that can never be deleted from here must not begin what ends with its deletion. */
export function whyNotEnd({ thisLogin, protected: isProtected }: KeyDetail): ErrorInfo | null {
  if (thisLogin) {
    return {
      code: 'this-login',
      message: whyNotThisLogin('delete'),
      hint: 'Sign in with another key first, then rotate this one.',
    };
  }
  if (!isProtected) return null;
  return {
    code: 'protected',
    message: 'It is protected, so the platform would refuse to delete it at the end.',
    hint: 'Lift the protection in the platform’s own dashboard, sync, and try again.',
  };
}

const codes: Readonly<Record<WhyNot['kind'], ErrorInfo['code']>> = {
  role: 'role',
  plan: 'plan',
  'missing-scope': 'missing-scope',
  'full-access': 'role',
  scopes: 'role',
  folders: 'role',
  access: 'role',
  level: 'role',
};

/** By what is known of the acting login. An older refusal of the plan does not count: the platform is asked again. */
export function whyNotTwin(template: TwinTemplate, caller: Caller | undefined): ErrorInfo | null {
  const { grant, folderIds } = template;
  const unfit = whyUnfit(grant);
  if (unfit !== null) return { code: 'bad-input', message: unfit };
  if (!caller) return null;
  const why = whyNotGrant({ ...caller, planRefusedAt: null }, { doing: 'create', grant, folderIds });
  return why && { code: codes[why.kind], message: `No twin of this key can be made. ${why.reason}` };
}

/** A plan that refused what needs *Advanced API Keys* takes a key with full access all the same, if nothing else is asked of it. */
export function withoutRefused(template: TwinTemplate, caller: Caller | undefined): TwinTemplate {
  const isPlain = isFullAccess(template.grant) && template.folderIds.length === 0;
  return caller?.planRefusedAt && isPlain ? { ...template, metadata: {} } : template;
}

/** What a run of this key will lack, and what its twin will not have. */
export function warningsFor(key: KeyDetail, reason: RunReason): string[] {
  const { disable, lastUsed } = platforms[key.platform].capabilities;
  const cannot = disable === true ? null : disable.missing;
  const byPlan = disable === true && key.planRefusedAt !== undefined ? whyNotSwitchByPlan : null;
  const end = reason === 'planned' ? 'A person deletes it once it is quiet.' : 'So it is deleted at once.';
  const byPerson = 'A person deletes it instead.';
  const isPlain = isFullAccess(key.grant) && key.folderIds.length === 0;
  const losesMetadata = byPlan !== null && isPlain && Object.keys(carriedMetadata(key.metadata)).length > 0;
  return [
    ...(cannot === null ? [] : [`${cannot.split('. ')[0]}. ${end}`]),
    ...(byPlan === null ? [] : [`${byPlan} ${byPerson}`]),
    ...(lastUsed === true || reason === 'compromised'
      ? []
      : [`${lastUsed.missing} A person says when nobody uses it any more.`]),
    ...(losesMetadata ? ['Its metadata does not come along: the plan of its workspace refuses it.'] : []),
    ...(key.isDefault ? ['It is its workspace’s default key, and the new one will not be.'] : []),
  ];
}

/** Notes go along as notes; Latchkey’s own field is written anew where its workspace shares them. */
function carriedMetadata(metadata: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(metadata).filter(([field]) => field !== latchkeyFieldName));
}

export function templateOf(key: KeyDetail, own?: KeyPolicy['own']): TwinTemplate {
  const { name, grant, folderIds, environment, owner, consumers, purpose, notes } = key;
  return {
    name,
    grant,
    folderIds,
    metadata: carriedMetadata(key.metadata),
    annotations: { environment, owner, consumers, purpose, notes },
    ...(own && { policy: own }),
  };
}
