/** Roboflow's refusals where a person acts, signed in with the browser, and not a key: what counts then is their role. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import type { Refusal } from '../http/client.ts';
import { wordsOf } from '../http/refusals.ts';
import type { Doing } from './doing.ts';

/** The RBAC actions of Roboflow's table of endpoints; by default owners and admins have all of them. */
const neededActions: Readonly<Partial<Record<Doing['what'], string>>> = {
  list: 'view_workspace_api_keys',
  get: 'get_api_key',
  create: 'create_api_key',
  update: 'update_api_key',
  delete: 'revoke_api_key',
  roll: 'create_api_key and revoke_api_key',
};

const verbs: Readonly<Partial<Record<Doing['what'], string>>> = {
  list: 'see keys',
  get: 'see keys',
  create: 'make keys',
  update: 'change keys',
  delete: 'delete keys',
  roll: 'roll keys',
  'read folders': 'see folders',
  'read publishable': 'see the publishable key',
  'read workspace': 'see the workspace',
};

/** Null for what means the same as for a key. */
export function explainToPerson(doing: Doing, { status, body }: Refusal): ErrorInfo | null {
  if (status === 401) return unauthorized(doing);
  if (status === 404) {
    const known = doing.what !== 'sign in' && doing.what !== 'look who';
    return known ? notVisibleToPerson(doing, null) : null;
  }
  if (status !== 403) return null;
  const words = wordsOf(body);
  // Neither has anything to do with the role.
  const isOther =
    /\bplan\b|advanced api key|upgrade|subscription|abilities|beyond|subset|exceed|escalat/.test(words);
  return isOther && !/\brole\b|rbac/.test(words) ? null : noRole(doing);
}

/** `listed`: whether the key is in the workspace's list, or null where that is not known. */
export function notVisibleToPerson(doing: Doing, listed: boolean | null): ErrorInfo {
  if (listed === false) {
    return {
      code: 'not-found',
      message: 'This key no longer exists at Roboflow.',
      hint: 'Sync to bring the inventory up to date.',
    };
  }
  return {
    code: 'missing-scope',
    message: `Roboflow does not let you ${verbs[doing.what] ?? 'do this'} here: it is gone, or your role in the workspace does not reach it.`,
    hint: 'Sync to see what is there. If it still is, ask an owner or admin of the workspace.',
  };
}

function unauthorized(doing: Doing): ErrorInfo {
  if (doing.what === 'sign in') {
    return {
      code: 'unauthorized',
      message: 'Roboflow let you sign in, but its API did not accept that.',
      hint: 'Check that the base URL belongs to Roboflow, then start again.',
    };
  }
  return {
    code: 'unauthorized',
    message: 'Roboflow does not accept this sign-in any more.',
    hint: 'Sign in again. What is stored here stays available.',
  };
}

function noRole(doing: Doing): ErrorInfo {
  const action = neededActions[doing.what];
  const what = verbs[doing.what] ?? 'do this';
  return {
    code: 'role',
    message: `Your role in this workspace does not let you ${what}${action ? `: it lacks ${action}` : ''}. Owners and admins may.`,
    hint: 'Ask one of them to do it, or to give you another role. Then sync.',
  };
}
