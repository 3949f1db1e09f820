/** What a change is called, and what happened, in words. */
import type { ChangeKind, KeyChange, WhatChanged } from '#shared/domain/change.ts';
import { grantChangeSentence, grantStep, labelOf } from '#shared/domain/grant-change-text.ts';
import { grantSentence } from '#shared/domain/grant-text.ts';
import { plural } from '../../lib/plural.ts';
import { day } from '../../lib/time.ts';
import type { BadgeTone } from '../../ui/badge.tsx';

/** `done`: as a thing that happened to one key. Widened and unprotected keys are what a careful reader looks for. */
export const kindWords: Readonly<Record<ChangeKind, { label: string; done: string; tone: BadgeTone }>> = {
  new: { label: 'New', done: 'Made', tone: 'accent' },
  wider: { label: 'Wider', done: 'Scope widened', tone: 'warn' },
  narrower: { label: 'Narrower', done: 'Scope narrowed', tone: 'neutral' },
  rescoped: { label: 'Scope changed', done: 'Scope changed', tone: 'warn' },
  folders: { label: 'Folders', done: 'Folders changed', tone: 'neutral' },
  renamed: { label: 'Renamed', done: 'Renamed', tone: 'neutral' },
  disabled: { label: 'Disabled', done: 'Disabled', tone: 'bad' },
  enabled: { label: 'Enabled', done: 'Enabled', tone: 'good' },
  protected: { label: 'Protected', done: 'Protected', tone: 'neutral' },
  unprotected: { label: 'Unprotected', done: 'Protection lifted', tone: 'warn' },
  vanished: { label: 'Vanished', done: 'Vanished', tone: 'warn' },
  returned: { label: 'Back', done: 'Listed again', tone: 'neutral' },
  silent: { label: 'Silent', done: 'Went silent', tone: 'warn' },
  woke: { label: 'Woke', done: 'Woke', tone: 'warn' },
};

/** A key that was rolled from here is no loss, and not called one. */
const replacedWords = { label: 'Replaced', done: 'Replaced', tone: 'neutral' } as const;

export function wordsOf(what: WhatChanged): (typeof kindWords)[ChangeKind] {
  return what.kind === 'vanished' && what.replacedBy !== null ? replacedWords : kindWords[what.kind];
}

/** What the key does of itself, and nobody did to it. */
export function isOfUse({ kind }: WhatChanged): boolean {
  return kind === 'silent' || kind === 'woke';
}

/** One or two sentences without a subject, since the key's name stands beside them. */
export function whatHappened({ what, own }: Pick<KeyChange, 'what' | 'own'>): string {
  switch (what.kind) {
    case 'new':
      return grantSentence(what.grant).replace(/^This key can /, 'Can ');
    case 'wider':
    case 'narrower':
    case 'rescoped':
      return grantChangeSentence(what.before, what.after);
    case 'folders':
      return folderWords(what.before.length, what.after.length);
    case 'renamed':
      return what.before === '' ? 'Had no name before.' : `Was called “${what.before}” before.`;
    case 'disabled':
      return 'The platform refuses it now.';
    case 'enabled':
      return 'The platform accepts it again.';
    case 'protected':
      return 'It cannot be disabled or deleted now.';
    case 'unprotected':
      return 'It can be disabled and deleted again.';
    case 'vanished':
      if (what.replacedBy !== null)
        return `Rolled from here: ${what.replacedBy || 'another key'} took its place.`;
      return own ? 'Deleted from here.' : 'Not listed any more: deleted elsewhere.';
    case 'returned':
      return 'Listed again.';
    case 'silent':
      return `Used regularly until ${day(what.lastUsed)}, and not since.`;
    case 'woke':
      return what.first
        ? `First used ${plural(what.days, 'day')} after it was made.`
        : `Used again after ${plural(what.days, 'day')} without any use.`;
  }
}

/** Before and after as the scope column has them; the new key's scope; null where there is nothing to compare. */
export function scopeStep(what: WhatChanged): string | null {
  switch (what.kind) {
    case 'new':
      return labelOf(what.grant);
    case 'wider':
    case 'narrower':
    case 'rescoped':
      return grantStep(what.before, what.after);
    default:
      return null;
  }
}

function folderWords(before: number, after: number): string {
  if (after === 0) return 'Not restricted to folders any more: it reaches all of them.';
  const now = `Restricted to ${plural(after, 'folder')} now`;
  return before === 0
    ? `${now}, to none before.`
    : `${now}, to ${before === after ? 'others' : before} before.`;
}
