import { describe, expect, it } from 'vitest';
import type { Connection } from '#shared/ipc/connections.ts';
import {
  answerWords,
  placeOf,
  stateWords,
  subtitleOf,
  titleOf,
} from '../../../../src/renderer/features/connections/connection-words.ts';
import { aWorkspace } from '../../../support/workspaces.ts';

const connection: Connection = {
  id: 'c1',
  platform: 'roboflow',
  baseUrl: 'https://api.roboflow.com/',
  account: null,
  organizationId: null,
  label: null,
  state: 'ready',
  problem: null,
  embedded: false,
  signInWay: 'credential',
  keptIn: 'keychain',
  lastAnswer: null,
  latency: null,
  alsoReaches: [],
  openIntents: 0,
  quarantined: 0,
};

describe('what a sign-in is called', () => {
  it('its own name, else its account, else what it reaches, else its platform', () => {
    const workspaces = [aWorkspace({ name: 'Mine', platformName: 'Acme Vision' })];
    expect(titleOf({ ...connection, label: 'Audit', account: 'ana@acme.example' }, workspaces)).toBe('Audit');
    expect(titleOf({ ...connection, account: 'ana@acme.example' }, workspaces)).toBe('ana@acme.example');
    expect(titleOf(connection, workspaces)).toBe('Acme Vision');
    expect(titleOf(connection, [])).toBe('Roboflow');
  });

  it('where it is tells servers apart, and the account where a name hides it', () => {
    expect(placeOf('http://127.0.0.1:4100/roboflow/')).toBe('127.0.0.1:4100/roboflow');
    expect(subtitleOf({ ...connection, label: 'Audit', account: 'ana@acme.example' })).toBe(
      'Roboflow · api.roboflow.com · ana@acme.example',
    );
  });
});

describe('how a sign-in is', () => {
  const problem = { code: 'server', message: 'It failed.' } as const;

  it('a trouble of its own comes before one of a workspace, and that before nothing', () => {
    const failed = aWorkspace({ state: 'error', problem });
    expect(stateWords(connection, [aWorkspace()])).toMatchObject({ text: 'Signed in', problem: null });
    expect(stateWords(connection, [aWorkspace(), failed])).toMatchObject({ text: 'Error', problem });
    expect(stateWords({ ...connection, state: 'offline' }, [failed])).toMatchObject({ text: 'Offline' });
    expect(stateWords({ ...connection, state: 'sign-in' }, [])).toMatchObject({ text: 'Sign in again' });
  });

  it('a keychain that does not answer is not the platform’s fault', () => {
    const locked = { code: 'keychain', message: 'It is locked.' } as const;
    expect(stateWords({ ...connection, state: 'error', problem: locked }, [])).toMatchObject({
      text: 'Keychain',
      tone: 'bad',
    });
  });
});

describe('the last answer', () => {
  it.each([
    [200, 143, 'Answered in 143 ms'],
    [204, 1440, 'Answered in 1.4 s'],
    [401, 90, 'Credential refused (401)'],
    [403, 90, 'Not allowed (403)'],
    [418, 90, 'Refused (418)'],
    [429, 90, 'Too many requests (429)'],
    [503, 90, 'Server error (503)'],
    [null, 30_000, 'No answer'],
  ])('%s after %i ms', (status, milliseconds, words) => {
    expect(answerWords({ at: '2026-11-21T10:00:00Z', status, milliseconds })).toBe(words);
  });
});
