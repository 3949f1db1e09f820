import { describe, expect, it } from 'vitest';
import type { BulkCounts, BulkJob } from '#shared/ipc/bulk.ts';
import {
  outcomeWords,
  pressWords,
  scopeLines,
  statusWords,
  titleOf,
  valueWords,
} from '../../../../src/renderer/features/bulk/bulk-words.ts';

const none: BulkCounts = { change: 0, nothing: 0, refused: 0, sending: 0, done: 0, failed: 0, unsure: 0 };

function job(over: Partial<Omit<BulkJob, 'counts'>>, counts: Partial<BulkCounts>): BulkJob {
  return {
    id: 'job-1',
    action: { kind: 'disable' },
    undo: false,
    state: 'finished',
    stopping: false,
    waitingUntil: null,
    undoable: false,
    ...over,
    counts: { ...none, ...counts },
  };
}

describe('how it ended', () => {
  it.each([
    [job({}, { done: 1 }), '1 key is disabled.'],
    [job({ action: { kind: 'delete' } }, { done: 1200, refused: 4 }), '1,200 keys are deleted.'],
    [job({ undo: true }, { done: 2 }), '2 keys are as before.'],
    [job({}, { done: 499, failed: 1 }), 'Ended: 499 done, 1 not.'],
    [job({ state: 'stopped' }, { done: 50, change: 450 }), 'Stopped: 50 done, 450 not.'],
    [job({ state: 'interrupted' }, { done: 199, change: 300, unsure: 1 }), 'Interrupted: 199 done, 301 not.'],
  ])('%#: %s', (ended, words) => expect(outcomeWords(ended)).toBe(words));
});

it('counts for the status bar what is dealt with, and afterwards what is left', () => {
  const running = job({ state: 'running' }, { done: 118, failed: 2, sending: 4, change: 376 });
  expect(statusWords(running)).toBe('Disabling keys: 120 of 500');
  expect(statusWords({ ...running, undo: true })).toBe('Taking back: 120 of 500');
  expect(statusWords(job({}, { done: 498, failed: 2 }))).toBe('Disable keys: 2 not done');
});

it('names one key and many', () => {
  expect(pressWords('delete', 1)).toBe('Delete 1 key');
  expect(pressWords('environment', 12)).toBe('Set it for 12 keys');
  expect(titleOf('scope', true)).toBe('Undo: edit scope');
});

it('says a change of access in the words of Datature Vi', () => {
  const grant = (permission: string, ...access: string[]) => ({
    kind: 'grant' as const,
    grant: { platform: 'datature-vi' as const, access, permission },
  });
  const change = { before: grant('read-only', 'dataset'), after: grant('read-only', 'dataset', 'training') };
  expect(scopeLines(change)).toEqual(['Adds Training at Read Only']);
});

it('says a change of scope by its single scopes', () => {
  const grant = (scopes: string[] | null) => ({
    kind: 'grant' as const,
    grant: { platform: 'roboflow' as const, scopes },
  });
  expect(scopeLines({ before: grant(['a:x', 'b:y']), after: grant(['b:y', 'c:z']) })).toEqual([
    'Adds c:z',
    'Removes a:x',
  ]);
  // Full access lists no scopes, so neither does its end.
  expect(scopeLines({ before: grant(null), after: grant(['c:z']) })).toEqual([]);
  expect(valueWords(grant(null))).toBe('Full access');
  expect(valueWords({ kind: 'owner', owner: null })).toBe('Nobody');
});
