/** Roboflow's 403: the plan, the role, or more than the login itself may do. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { isFullAccess } from '#shared/domain/grant.ts';
import { noAdvancedKeys } from '#shared/domain/preflight.ts';
import { verbOf } from '../key-refusals.ts';
import type { NewKey } from '../platform.ts';
import type { Doing } from './doing.ts';

const advancedKeys =
  'Keys with full access can still be made and deleted. Ask an owner of the workspace about its plan.';

/** No document gives the wording of a 403, so words only decide where they are clear; else every cause is named. */
export function forbidden(doing: Doing, words: string): ErrorInfo {
  const needs = advancedFeature(doing);
  if (/\bplan\b|advanced api key|upgrade|subscription/.test(words))
    return noPlan(needs ?? 'this', planHint(doing));
  if (/abilities|beyond|subset|exceed|escalat/.test(words)) return tooMuch(doing);
  if (/\brole\b|rbac|permission|\badmins?\b|\bowners?\b/.test(words) || needs === null) return noRole(doing);
  return {
    code: 'plan',
    message: `Roboflow refused this. Either the plan of the workspace does not include Advanced API Keys, which ${needs} needs, or the role or the scopes of this login do not reach that far.`,
    hint: planHint(doing),
  };
}

/** What remains possible is worth saying where somebody was about to make or change a key. */
function planHint(doing: Doing): string {
  const noting = doing.what === 'update' && doing.change.metadata !== undefined;
  return noting ? 'Ask an owner of the workspace about its plan.' : advancedKeys;
}

/** What of a call is part of the plan feature *Advanced API Keys*; null where nothing is. */
function advancedFeature(doing: Doing): string | null {
  if (doing.what === 'create') return advancedInCreation(doing.key);
  if (doing.what !== 'update') return null;
  if (doing.change.grant) return 'changing a scope';
  if (doing.change.metadata) return 'writing metadata into a key';
  if (doing.change.disabled === undefined) return null;
  return doing.change.disabled ? 'disabling a key' : 'enabling a key';
}

function advancedInCreation({ grant, folderIds, metadata }: NewKey): string | null {
  if (grant && !isFullAccess(grant)) return 'a key with its own scope';
  if (folderIds?.length) return 'a key for some folders only';
  return metadata ? 'a key with metadata' : null;
}

function noPlan(what: string, hint: string): ErrorInfo {
  return {
    code: 'plan',
    message: `${noAdvancedKeys}, which ${what} needs.`,
    hint,
  };
}

/** Roboflow's subset rule: a key hands out only abilities and folders that it has itself. */
function tooMuch(doing: Doing): ErrorInfo {
  const message =
    doing.what === 'create'
      ? 'This login cannot make a key that may do more than it may do itself.'
      : 'This login cannot act on a key that may do more than it may do itself, nor make a key that strong.';
  return {
    code: 'role',
    message,
    hint: 'Choose a narrower scope, or sign in with a key that has full access.',
  };
}

/** By default Roboflow reserves keys for owners and admins. */
function noRole(doing: Doing): ErrorInfo {
  return {
    code: 'role',
    message: `This login may not ${verbOf(doing.what)} keys in this workspace. Owners and admins of the workspace may.`,
    hint: 'Ask one of them to do it, or sign in with a key of theirs.',
  };
}
