import { describe, expect, it } from 'vitest';
import { errorInfoSchema } from '#shared/domain/errors.ts';
import type { Doing } from '../../../../src/main/platforms/roboflow/doing.ts';
import { explain } from '../../../../src/main/platforms/roboflow/errors.ts';
import { notVisibleToPerson } from '../../../../src/main/platforms/roboflow/person-errors.ts';

const create: Doing = {
  what: 'create',
  key: { name: 'n', grant: { platform: 'roboflow', scopes: ['image:read'] } },
};
const told = (doing: Doing, status: number, body: unknown = {}) =>
  explain(doing)({ host: 'api.roboflow.com', status, body, retryAfter: null, person: true });
const words = (message: string) => ({ error: { message, type: 'PermissionException', status: 403 } });

describe('what a person is told who signed in with the browser', () => {
  it.each<[Doing, string, string]>([
    [{ what: 'list' }, 'see keys', 'view_workspace_api_keys'],
    [{ what: 'get' }, 'see keys', 'get_api_key'],
    [create, 'make keys', 'create_api_key'],
    [{ what: 'update', change: { name: 'n' } }, 'change keys', 'update_api_key'],
    [{ what: 'delete' }, 'delete keys', 'revoke_api_key'],
    [{ what: 'roll' }, 'roll keys', 'create_api_key and revoke_api_key'],
  ])('403 for %o: the role, by the action that it lacks', (doing, verb, action) => {
    const info = told(doing, 403, words('Forbidden.'));
    expect(info.code).toBe('role');
    expect(info.message).toContain(
      `Your role in this workspace does not let you ${verb}: it lacks ${action}.`,
    );
    expect(info.hint).toContain('another role');
  });

  it('403 for the plan, and for more than the caller has, is what it is for a key', () => {
    expect(told(create, 403, words('"scopes" needs the plan feature Advanced API Keys.')).code).toBe('plan');
    expect(told(create, 403, words('The scopes go beyond those of the caller.')).message).toContain(
      'cannot make a key that may do more',
    );
  });

  it('401: the sign-in is over, and never an API key', () => {
    for (const doing of [{ what: 'sign in' }, { what: 'list' }, create] satisfies Doing[]) {
      const info = told(doing, 401);
      expect(info.code).toBe('unauthorized');
      expect(`${info.message} ${info.hint}`).not.toContain('API key');
    }
  });

  it('404: gone, or out of the role’s reach, and never a scope of a key', () => {
    const info = told({ what: 'list' }, 404);
    expect(info.message).toContain('your role in the workspace does not reach it');
    expect(`${info.message} ${info.hint}`).not.toMatch(/scope|own key/);
    expect(told({ what: 'sign in' }, 404).message).toBe('There is no Roboflow service at this address.');
    expect(notVisibleToPerson({ what: 'delete' }, false).code).toBe('not-found');
    expect(notVisibleToPerson({ what: 'delete' }, true).code).toBe('missing-scope');
  });

  it('everything else as for a key, and always in a shape that can be shown', () => {
    for (const status of [400, 402, 409, 422, 423, 429, 500, 503]) {
      const asKey = explain(create)({ host: 'h', status, body: {}, retryAfter: null });
      expect(told(create, status)).toEqual(asKey);
      expect(errorInfoSchema.safeParse(told(create, status)).success).toBe(true);
    }
  });
});
