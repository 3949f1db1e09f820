import { describe, expect, it } from 'vitest';
import type { SecretStoreState } from '#shared/ipc/app.ts';
import { keychainWords } from '../../../../src/renderer/features/connections/keychain-words.ts';

const works: SecretStoreState = { driver: 'keytar', state: 'available', reason: '' };
const systems = ['mac', 'windows', 'linux'] as const;

describe('the states of a keychain', () => {
  it.each(systems)('each have a title, a meaning and a way out of their own on %s', (os) => {
    const states = [
      keychainWords(works, os),
      keychainWords(works, os, ['Acme Vision']),
      ...(['locked', 'absent', 'refused'] as const).map((state) => keychainWords({ ...works, state }, os)),
    ];
    expect(new Set(states.map(({ title }) => title)).size).toBe(5);
    expect(new Set(states.map(({ text }) => text)).size).toBe(5);
  });

  it.each(systems)('that can change offer to try again on %s, and say when', (os) => {
    for (const driver of ['keytar', 'memory'] as const) {
      for (const state of ['locked', 'absent', 'refused'] as const) {
        const words = keychainWords({ driver, state, reason: 'Why.' }, os);
        expect(words.canTry).toBe(true);
        expect(words.text).toMatch(/choose Try again/i);
      }
    }
    expect(keychainWords(works, os).canTry).toBe(false);
  });

  it('name the sign-ins whose item is missing', () => {
    const { text, canTry } = keychainWords(works, 'linux', ['Acme Vision', 'Northwind']);
    expect(text).toContain('Acme Vision, Northwind');
    expect(text).toContain('Sign in again');
    expect(canTry).toBe(true);
  });

  it('say why sign-ins last for this session only', () => {
    const reason = 'Latchkey was started without a keychain, so sign-ins last until it quits.';
    const words = keychainWords({ driver: 'memory', state: 'available', reason }, 'linux');
    expect(words).toMatchObject({ text: reason, canTry: false });
  });
});
