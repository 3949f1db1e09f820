/** Roboflow's 404, which says less than it seems to. */
import type { ErrorInfo } from '#shared/domain/errors.ts';
import { verbOf } from '../key-refusals.ts';
import type { Doing } from './doing.ts';

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
      message: `Roboflow does not let this login ${verbOf(doing.what)} keys: its own key lacks the scope ${scope}.`,
      hint: anotherLogin,
    };
  }
  return {
    code: 'missing-scope',
    message: `Roboflow does not show this key to this login. Either the key is gone, or the login’s own key lacks the scope ${scope}; Roboflow gives the same answer to both.`,
    hint: `Sync to see whether the key is still there. If it is: ${anotherLogin.charAt(0).toLowerCase()}${anotherLogin.slice(1)}`,
  };
}
