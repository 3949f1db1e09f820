import { describe, expect, it } from 'vitest';
import { type Expected, settleIntents } from '../../../src/main/keys/settle.ts';
import type { RemoteKey } from '../../../src/main/platforms/platform.ts';
import type { KeyOrigin } from '../../../src/main/store/api/ghost-keys.ts';
import type { OpenIntent } from '../../../src/main/store/api/intents.ts';

const at = '2026-05-04T10:00:00.000Z';

function key(change: Partial<RemoteKey> = {}): RemoteKey {
  return {
    remoteId: 'k_1',
    name: 'nightly-export',
    prefix: 'Zt4q',
    grant: { platform: 'roboflow', scopes: ['version:read'] },
    disabled: false,
    protected: false,
    isDefault: false,
    folderIds: [],
    metadata: {},
    lastUsed: { kind: 'not-reported' },
    createdAt: '2026-05-04T10:00:01.000Z',
    createdBy: null,
    ...change,
  };
}

const noted = (annotations: object) => key({ metadata: { latchkey: { version: 1, ...annotations } } });

function intent(action: OpenIntent['action'], expected: Expected): OpenIntent {
  return {
    id: 'i_1',
    at,
    workspaceId: 'w_1',
    keyId: action === 'create' ? null : 'a',
    action,
    expected,
    detail: 'Said.',
  };
}

const outcome = (
  action: OpenIntent['action'],
  expected: Expected,
  keys: RemoteKey[],
  origins: KeyOrigin[] = [],
) => settleIntents([intent(action, expected)], keys, origins)[0]?.outcome;

function origin(change: Partial<KeyOrigin> = {}): KeyOrigin {
  return { remoteId: 'k_1', keyId: 'a', firstSeenAt: '2026-05-04T10:00:02.000Z', madeBy: null, ...change };
}

describe('settling open intents by what the platform lists', () => {
  it.each<[OpenIntent['action'], Expected, RemoteKey[], 'done' | 'failed']>([
    ['delete', { remoteId: 'k_1' }, [], 'done'],
    ['delete', { remoteId: 'k_1' }, [key()], 'failed'],
    ['rename', { remoteId: 'k_1', name: 'nightly-export' }, [key()], 'done'],
    ['rename', { remoteId: 'k_1', name: 'other' }, [key()], 'failed'],
    ['disable', { remoteId: 'k_1', disabled: true }, [key({ disabled: true })], 'done'],
    ['enable', { remoteId: 'k_1', disabled: false }, [key({ disabled: true })], 'failed'],
    ['protect', { remoteId: 'k_1', protected: true }, [key({ protected: true })], 'done'],
    [
      'edit-scope',
      { remoteId: 'k_1', grant: { platform: 'roboflow', scopes: ['version:read'] } },
      [key()],
      'done',
    ],
    ['edit-scope', { remoteId: 'k_1', grant: { platform: 'roboflow', scopes: null } }, [key()], 'failed'],
    ['rename', { remoteId: 'k_1', name: 'nightly-export' }, [], 'failed'],
    ['share', { remoteId: 'k_1', annotations: { owner: 'Ana' } }, [noted({ owner: 'Ana' })], 'done'],
    ['share', { remoteId: 'k_1', annotations: { owner: 'Ana' } }, [noted({ owner: 'Ben' })], 'failed'],
    ['share', { remoteId: 'k_1', annotations: { owner: null } }, [noted({})], 'failed'],
    ['share', { remoteId: 'k_1', annotations: { owner: 'Ana' } }, [key()], 'failed'],
  ])('%s with %o is %s', (action, expected, keys, verdict) => {
    expect(outcome(action, expected, keys)).toBe(verdict);
  });

  it('finds a key whose answer was lost and says that its secret is gone', () => {
    const [verdict] = settleIntents([intent('create', { name: 'nightly-export' })], [key()], [origin()]);
    expect(verdict).toMatchObject({
      outcome: 'done',
      ghosts: { keys: [{ remoteId: 'k_1' }], annotations: {} },
    });
    expect(verdict?.detail).toContain('secret');
  });

  it('leaves it to a person which of several keys it was', () => {
    const keys = [key(), key({ remoteId: 'k_2' })];
    const origins = [origin(), origin({ remoteId: 'k_2', keyId: 'b' })];
    const [verdict] = settleIntents([intent('create', { name: 'nightly-export' })], keys, origins);
    expect(verdict).toMatchObject({
      outcome: 'done',
      ghosts: { keys: [{ remoteId: 'k_1' }, { remoteId: 'k_2' }] },
    });
    expect(verdict?.detail).toContain('2 keys');
  });

  it.each<[string, KeyOrigin, 'done' | 'failed']>([
    ['was in the inventory before', origin({ firstSeenAt: '2026-05-04T09:59:59.000Z' }), 'failed'],
    ['another creation made', origin({ madeBy: 'i_2' }), 'failed'],
    ['this creation made', origin({ madeBy: 'i_1' }), 'done'],
    ['nobody knows of', origin(), 'done'],
  ])('judges a key of this name that %s', (_what, known, verdict) => {
    expect(outcome('create', { name: 'nightly-export' }, [key()], [known])).toBe(verdict);
  });

  it('does not take an older namesake for the new key', () => {
    expect(
      outcome('create', { name: 'nightly-export' }, [key({ createdAt: '2026-05-01T00:00:00.000Z' })]),
    ).toBe('failed');
  });

  const rolled: Expected = {
    remoteId: 'k_old',
    name: 'nightly-export',
    metadata: { env: 'prod' },
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  it.each<[string, RemoteKey[], KeyOrigin[], 'done' | 'failed']>([
    ['with the old key still there', [key({ remoteId: 'k_old' }), key()], [], 'failed'],
    ['with the old key gone and a new one of its name', [key()], [origin()], 'done'],
    ['with the old key gone and nothing new', [], [], 'failed'],
    [
      'with the old key gone and only an older namesake',
      [key({ createdAt: '2026-02-01T00:00:00.000Z' })],
      [],
      'failed',
    ],
    [
      'with a namesake that was known before',
      [key()],
      [origin({ firstSeenAt: '2026-05-04T09:00:00.000Z' })],
      'failed',
    ],
    [
      'with a new key that inherited the old one’s creation time',
      [key({ createdAt: '2026-01-01T00:00:00.000Z' })],
      [],
      'done',
    ],
    ['with a new key of another name', [key({ name: 'other' })], [], 'failed'],
  ])('a roll %s is %s', (_what, keys, origins, verdict) => {
    expect(settleIntents([intent('roll', rolled)], keys, origins)[0]?.outcome).toBe(verdict);
  });

  it('a roll whose new key could be one of two leaves it to a person', () => {
    const [verdict] = settleIntents([intent('roll', rolled)], [key(), key({ remoteId: 'k_2' })], []);
    expect(verdict?.ghosts?.keys).toHaveLength(2);
    expect(verdict?.detail).toContain('2 keys');
  });

  it.each<[Record<string, unknown>, 'done' | 'failed']>([
    [{ env: 'prod', team: 'line 4' }, 'done'],
    [{ team: 'line 4' }, 'failed'],
  ])('metadata written back is settled by what the key has: %o', (metadata, verdict) => {
    const expected: Expected = { remoteId: 'k_1', metadata: { env: 'prod' } };
    expect(outcome('restore', expected, [key({ metadata })])).toBe(verdict);
  });

  it('allows for a platform clock that runs behind', () => {
    expect(
      outcome('create', { name: 'nightly-export' }, [key({ createdAt: '2026-05-04T09:57:00.000Z' })]),
    ).toBe('done');
  });
});
