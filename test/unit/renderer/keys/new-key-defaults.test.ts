import { describe, expect, test } from 'vitest';
import type { Grant } from '#shared/domain/grant.ts';
import { platformIdSchema } from '#shared/domain/platform.ts';
import { presetOf, presets } from '#shared/domain/presets.ts';
import {
  defaultGrant,
  defaultWorkspace,
  grantLike,
  whyNoNewKey,
} from '../../../../src/renderer/features/keys/new-key-defaults.ts';
import { aWorkspace } from '../../../support/workspaces.ts';

describe('a member', () => {
  const [member, admin, owner] = [
    aWorkspace({ role: 'member' }),
    aWorkspace({ id: 'w2', name: 'Beta', role: 'admin' }),
    aWorkspace({ id: 'w3', name: 'Gamma', role: null }),
  ];

  test('makes no key where they are one, and is told whom to ask', () => {
    expect(whyNoNewKey([member, admin], 'w1')).toMatch(
      /member of Acme Vision.*Ask an owner or admin of Acme Vision/,
    );
    expect(whyNoNewKey([member], null)).toMatch(/Ask an owner or admin of Acme Vision/);
    expect(whyNoNewKey([member, { ...admin, role: 'member' }], null)).toMatch(/member of every workspace/);
  });

  test('makes keys where they are more, or where no role is told', () => {
    expect(whyNoNewKey([member, admin], 'w2')).toBeNull();
    expect(whyNoNewKey([member, owner], null)).toBeNull();
    expect(whyNoNewKey([], null)).toBeNull();
    expect(defaultWorkspace([member, admin], null)).toBe(admin);
    expect(defaultWorkspace([member], null)).toBeNull();
  });
});

describe('the workspace a new key starts in', () => {
  const [first, second] = [aWorkspace(), aWorkspace({ id: 'w2' })];

  test('is the one the person is looking at', () => {
    expect(defaultWorkspace([first, second], 'w2')).toBe(second);
  });

  test('is the first that is ready when nobody asked for one', () => {
    const offline = { ...first, state: 'offline' as const };
    expect(defaultWorkspace([offline, second], null)).toBe(second);
  });

  test('may be offline when asked for, since that may be over by now', () => {
    const offline = { ...second, state: 'offline' as const };
    expect(defaultWorkspace([first, offline], 'w2')).toBe(offline);
  });

  test('is never one without a sign-in', () => {
    const signedOut = { ...first, state: 'sign-in' as const };
    expect(defaultWorkspace([signedOut, second], 'w1')).toBe(second);
    expect(defaultWorkspace([signedOut], 'w1')).toBeNull();
    expect(defaultWorkspace([], null)).toBeNull();
  });
});

test.each(platformIdSchema.options)('a new key of %s starts with the narrowest preset', (platform) => {
  expect(presetOf(defaultGrant(platform))?.id).toBe('inference');
  expect(defaultGrant(platform).platform).toBe(platform);
});

test.each([
  ['a preset', { platform: 'roboflow', scopes: presets.roboflow[0]?.grant.scopes ?? null }, 'project'],
  ['full access', { platform: 'roboflow', scopes: null }, 'inference'],
  ['a set of leaves', { platform: 'roboflow', scopes: ['image:create', 'image:tag'] }, 'inference'],
  ['a public key', { platform: 'workspace-keys', scopes: ['inference'], public: true }, 'inference'],
] as [string, Grant, string][])('after %s a new key starts as %s', (_what, last, preset) => {
  const grant = grantLike(last);
  expect(presetOf(grant)?.id).toBe(preset);
  // Public is for a browser that is known by name, never for the next key as well.
  expect(grant).not.toMatchObject({ public: true });
});
