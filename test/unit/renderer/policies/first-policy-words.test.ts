import { expect, test } from 'vitest';
import { environmentPolicy, type Policy } from '#shared/domain/policies.ts';
import {
  firstPolicyWords,
  firstReasonWords,
} from '../../../../src/renderer/features/policies/first-policy-words.ts';

const set = (workspaceId: string | null, days: number | null): Policy => ({
  workspaceId,
  environment: 'production',
  days,
  reason: null,
  at: '2026-11-01T00:00:00.000Z',
  by: null,
});
const policies = [set(null, 60), set('acme', 30)];
const now = new Date(2026, 10, 21, 12).getTime();

test('a new key goes by its workspace, else by all of them, else by what goes where nobody said', () => {
  expect(environmentPolicy(policies, 'acme', 'production')).toEqual({ days: 30, from: 'workspace' });
  expect(environmentPolicy(policies, 'blue', 'production')).toEqual({ days: 60, from: 'environment' });
  expect(environmentPolicy(policies, 'acme', 'staging')).toEqual({ days: 180, from: 'environment' });
  expect(environmentPolicy([set('acme', null)], 'acme', 'production')).toEqual({
    days: null,
    from: 'workspace',
  });
});

test('what follows is said before the key is made', () => {
  const inWords = (environment: 'production' | 'unassigned') =>
    firstPolicyWords('inherit', {
      environment,
      inherited: environmentPolicy(policies, 'acme', environment),
      now,
    });
  expect(inWords('production')).toBe('Every 30 days, as Production keys of this workspace.');
  expect(inWords('unassigned')).toBe('Never due by itself, without an environment.');
  const about = { environment: 'production', inherited: { days: 30, from: 'workspace' }, now } as const;
  expect(firstPolicyWords(10, about)).toBe('Then first due on 1 Dec 2026.');
  expect(firstPolicyWords(null, about)).toBe('Then it never falls due by itself.');
});

test('its reason is needed only where it lives longer', () => {
  const inherited = { days: 30, from: 'workspace' } as const;
  expect(firstReasonWords(31, 'production', inherited)).toBe(
    'Needed: it lives longer than other Production keys.',
  );
  expect(firstReasonWords(null, 'production', inherited)).toMatch(/^Needed/);
  for (const days of [30, 7, undefined] as const)
    expect(firstReasonWords(days, 'production', inherited)).toBe('Goes into the key’s activity.');
});
