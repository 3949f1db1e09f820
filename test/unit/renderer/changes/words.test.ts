import { expect, it } from 'vitest';
import { changeKinds, type WhatChanged } from '#shared/domain/change.ts';
import {
  kindWords,
  scopeStep,
  whatHappened,
  wordsOf,
} from '../../../../src/renderer/features/changes/change-words.ts';

const roboflow = (...scopes: string[]) => ({ platform: 'roboflow' as const, scopes });

it.each<[WhatChanged, string, string | null]>([
  [{ kind: 'new', grant: roboflow('image:read') }, 'Can read images.', 'image:read'],
  [
    { kind: 'wider', before: roboflow('image:read'), after: { platform: 'roboflow', scopes: null } },
    'Can now do everything in the workspace.',
    'image:read → Full access',
  ],
  [{ kind: 'renamed', before: 'line-4', after: 'line-5' }, 'Was called “line-4” before.', null],
  [{ kind: 'renamed', before: '', after: 'line-5' }, 'Had no name before.', null],
  [{ kind: 'folders', before: [], after: ['a', 'b'] }, 'Restricted to 2 folders now, to none before.', null],
  [{ kind: 'folders', before: ['a'], after: ['b'] }, 'Restricted to 1 folder now, to others before.', null],
  [
    { kind: 'folders', before: ['a'], after: [] },
    'Not restricted to folders any more: it reaches all of them.',
    null,
  ],
  [{ kind: 'vanished', replacedBy: null }, 'Not listed any more: deleted elsewhere.', null],
])('%o: %s', (what, words, step) => {
  expect(whatHappened({ what, own: false })).toBe(words);
  expect(scopeStep(what)).toBe(step);
});

it('never says that somebody else deleted what was deleted here', () => {
  expect(whatHappened({ what: { kind: 'vanished', replacedBy: null }, own: true })).toBe(
    'Deleted from here.',
  );
});

it('call a key that was rolled from here replaced, and not vanished', () => {
  const what = { kind: 'vanished', replacedBy: 'line-7-uploader' } as const;
  expect(whatHappened({ what, own: true })).toBe('Rolled from here: line-7-uploader took its place.');
  expect(wordsOf(what)).toMatchObject({ label: 'Replaced', tone: 'neutral' });
  expect(wordsOf({ kind: 'vanished', replacedBy: null })).toMatchObject({ label: 'Vanished', tone: 'warn' });
});

it('has a word for every kind, and no word twice', () => {
  const labels = changeKinds.map((kind) => kindWords[kind].label);
  expect(new Set(labels).size).toBe(labels.length);
});
