/** Roboflow's refusals in our words: what happened, what it means, what to do. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { isFullAccess } from '#shared/domain/grant.ts';
import { noAdvancedKeys } from '#shared/domain/preflight.ts';
import type { Refusal } from '../http/client.ts';
import { commonRefusal, field, wordsOf } from '../http/refusals.ts';
import type { KeyChange, NewKey } from '../platform.ts';

/** What was being done: the same status means different things for different calls. */
export type Doing =
  | {
      what:
        | 'sign in'
        | 'look who'
        | 'read workspace'
        | 'read folders'
        | 'read publishable'
        | 'list'
        | 'get'
        | 'delete'
        | 'roll';
    }
  | { what: 'create'; key: NewKey }
  | { what: 'update'; change: KeyChange };

/** The scope a scoped key needs for a call, from Roboflow's table of endpoints; an unscoped key may do all of them. */
const neededScope = {
  'sign in': 'workspace:read',
  'look who': 'workspace:read',
  'read workspace': 'workspace:read',
  'read folders': 'folder:read',
  'read publishable': 'workspace:read',
  list: 'api-key:read',
  get: 'api-key:read',
  create: 'api-key:create',
  update: 'api-key:update',
  delete: 'api-key:revoke',
  roll: 'api-key:revoke or api-key:create',
} as const;

const anotherLogin =
  'In Roboflow, give the key of this login that scope, or sign in with a key that has full access.';
const advancedKeys =
  'Keys with full access can still be made and deleted. Ask an owner of the workspace about its plan.';

export function explain(doing: Doing): (refusal: Refusal) => ErrorInfo {
  return (refusal) => {
    const type = field(field(refusal.body, 'error'), 'type');
    // Roboflow's way to say "not there, or not visible to you"; it is documented for 404 but means the same elsewhere.
    const hidden = type === 'GraphMethodException' && refusal.status < 429;
    if (refusal.status === 404 || hidden) return notVisible(doing, null);
    switch (refusal.status) {
      case 400:
      case 422:
        return badValue(doing, wordsOf(refusal.body));
      case 401:
        return unauthorized(doing);
      case 402:
        return {
          code: 'plan',
          message: 'Roboflow refused this because of the plan or the quota of the workspace.',
          hint: 'Ask an owner of the workspace about its plan.',
        };
      case 403:
        return forbidden(doing, wordsOf(refusal.body));
      case 409:
        return conflict(doing, wordsOf(refusal.body));
      case 423:
        return {
          code: 'plan',
          message: 'Use of this workspace, or of a folder in it, is paused at Roboflow.',
          hint: 'An owner of the workspace can see why and resume it on Roboflow’s dashboard.',
        };
      default:
        return commonRefusal('Roboflow', refusal);
    }
  };
}

/**
 * Roboflow answers 404 both when a key or workspace is gone and when the acting key lacks the scope of the call.
 * `listed` is what tells them apart: whether the key is in the workspace's list, or null where that is not known.
 */
export function notVisible(doing: Doing, listed: boolean | null): ErrorInfo {
  const scope = neededScope[doing.what];
  switch (doing.what) {
    case 'sign in':
    case 'look who':
      return {
        code: 'not-found',
        message: 'There is no Roboflow service at this address.',
        hint: 'Check the base URL. Roboflow itself answers at https://api.roboflow.com.',
      };
    case 'read folders':
      return {
        code: 'missing-scope',
        message: `Roboflow does not tell this login the names of folders: its own key lacks the scope ${scope}.`,
        hint: anotherLogin,
      };
    case 'read publishable':
      return {
        code: 'missing-scope',
        message: `Roboflow does not tell this login the publishable key: its own key lacks the scope ${scope}.`,
        hint: anotherLogin,
      };
    case 'read workspace':
    case 'list':
      return {
        code: 'missing-scope',
        message: `Roboflow does not show the keys of this workspace to this login. Its own key lacks the scope ${scope}, or the workspace is gone.`,
        hint: anotherLogin,
      };
    case 'create':
      return {
        code: 'missing-scope',
        message: `Roboflow does not let this login make keys. Its own key lacks the scope ${scope}, or the workspace is gone.`,
        hint: anotherLogin,
      };
  }
  if (listed === false) {
    return {
      code: 'not-found',
      message: 'This key no longer exists at Roboflow.',
      hint: 'Sync to bring the inventory up to date.',
    };
  }
  if (listed === true && doing.what !== 'get') {
    return {
      code: 'missing-scope',
      message: `Roboflow does not let this login ${verbOf(doing)} keys: its own key lacks the scope ${scope}.`,
      hint: anotherLogin,
    };
  }
  return {
    code: 'missing-scope',
    message: `Roboflow does not show this key to this login. Either the key is gone, or the login’s own key lacks the scope ${scope}; Roboflow gives the same answer to both.`,
    hint: `Sync to see whether the key is still there. If it is: ${anotherLogin.charAt(0).toLowerCase()}${anotherLogin.slice(1)}`,
  };
}

function verbOf({ what }: Doing): string {
  return what === 'delete' || what === 'roll' ? what : 'change';
}

/** Roboflow gives one answer to unknown, revoked and disabled keys. */
function unauthorized(doing: Doing): ErrorInfo {
  if (doing.what === 'sign in') {
    return {
      code: 'unauthorized',
      message: 'Roboflow did not accept this API key.',
      hint: 'Check that it was copied whole, and that it is a private key which is not disabled or deleted.',
    };
  }
  return {
    code: 'unauthorized',
    message: 'Roboflow no longer accepts the API key of this login. It was disabled, deleted or rolled.',
    hint: 'Sign in again with a working key. What is stored here stays available.',
  };
}

/** No document gives the wording of a 403, so words only decide where they are clear; else every cause is named. */
function forbidden(doing: Doing, words: string): ErrorInfo {
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
  if (!isFullAccess(grant)) return 'a key with its own scope';
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
  const verbs: Partial<Record<Doing['what'], string>> = {
    create: 'make',
    update: 'change',
    delete: 'delete',
    roll: 'roll',
  };
  return {
    code: 'role',
    message: `This login may not ${verbs[doing.what] ?? 'see'} keys in this workspace. Owners and admins of the workspace may.`,
    hint: 'Ask one of them to do it, or sign in with a key of theirs.',
  };
}

/** Roboflow refuses to disable and revoke protected keys, and keys that a dedicated deployment runs on. */
function conflict(doing: Doing, words: string): ErrorInfo {
  const [deployed, guarded] = [words.includes('deployment'), words.includes('protected')];
  const what = doing.what === 'delete' ? 'deleted' : doing.what === 'roll' ? 'rolled' : 'disabled';
  if (deployed && !guarded) {
    return {
      code: 'deployment',
      message: `A dedicated deployment runs on this key, so it cannot be ${what}.`,
      hint: 'Move the deployment to another key first. Rolling the key at Roboflow takes the deployment along.',
    };
  }
  if (guarded && !deployed) {
    return {
      code: 'protected',
      message: `This key is protected, so it cannot be ${what}.`,
      hint: 'Protection can only be lifted on Roboflow’s dashboard.',
    };
  }
  return {
    code: 'conflict',
    message:
      'Roboflow refused this because of the state the key is in: it may be protected, or a dedicated deployment may run on it.',
    hint: 'Sync to see its state, and look at the key on Roboflow’s dashboard.',
  };
}

/** The field is the one that was sent; where both were, the words decide, else neither is blamed. */
function badValue(doing: Doing, words: string): ErrorInfo {
  if (doing.what !== 'create' && doing.what !== 'update') {
    return {
      code: 'bad-input',
      message: 'Roboflow did not understand the request.',
      hint: 'Check that the base URL belongs to Roboflow.',
    };
  }
  const asked = doing.what === 'create' ? doing.key : doing.change;
  if (doing.what === 'create' && doing.key.folderIds && words.includes('folder')) {
    return {
      code: 'bad-input',
      field: 'folderIds',
      message: 'Roboflow did not accept these folders.',
      hint: 'One of them may be gone by now.',
    };
  }
  if (asked.grant && (asked.name === undefined || words.includes('scope'))) {
    return {
      code: 'bad-input',
      field: 'grant',
      message: 'Roboflow did not accept this scope.',
      hint: 'It may hold an ability that Roboflow does not know, or no longer has.',
    };
  }
  if (asked.name !== undefined && (!asked.grant || words.includes('name'))) {
    return {
      code: 'bad-input',
      field: 'name',
      message: 'Roboflow did not accept this name.',
      hint: 'Choose a shorter or plainer one.',
    };
  }
  if (doing.what === 'update' && doing.change.metadata) {
    return {
      code: 'bad-input',
      message: 'Roboflow did not accept this metadata.',
      hint: 'It may be too long. Shorter notes may fit.',
    };
  }
  return {
    code: 'bad-input',
    message: 'Roboflow did not accept these values.',
    hint: 'Check the name and the scope.',
  };
}
