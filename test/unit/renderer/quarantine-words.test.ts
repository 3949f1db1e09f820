import { describe, expect, it } from 'vitest';
import type { QuarantineNews } from '#shared/ipc/quarantine.ts';
import {
  newsSentences,
  stateOf,
  whenDue,
} from '../../../src/renderer/features/quarantine/quarantine-words.ts';

const now = new Date(2026, 10, 21, 9).getTime();
const at = (day: number) => new Date(2026, 10, day, 18).toISOString();

describe('when a key goes', () => {
  it.each([
    [21, 'today'],
    [22, 'tomorrow'],
    [28, 'in 7 days'],
    [20, '1 day ago'],
    [11, '10 days ago'],
  ])('on the %i', (day, says) => {
    expect(whenDue(at(day), now)).toBe(says);
  });
});

it('says how a key stands, and why it was held back', () => {
  const states = [
    stateOf({ due: at(28), hold: null }, now),
    stateOf({ due: at(20), hold: null }, now),
    stateOf({ due: at(20), hold: { kind: 'wait', message: 'Offline.' } }, now),
    stateOf({ due: at(20), hold: { kind: 'ask', message: 'Somebody enabled it again.' } }, now),
  ];
  expect(states.map(({ label }) => label)).toEqual(['Waiting', 'Due', 'Delayed', 'Held back']);
  expect(states[3]?.meaning).toBe('Somebody enabled it again.');
});

describe('the news', () => {
  const item = (seq: number, kind: QuarantineNews['latest'][number]['kind'], keyName: string) => ({
    seq,
    at: at(21),
    kind,
    keyName,
    workspaceName: 'Acme Vision',
    detail: '',
  });

  it('names few keys and counts many, what needs a decision first', () => {
    const told = [
      { kind: 'deleted', amount: 3, whileClosed: true },
      { kind: 'held', amount: 1, whileClosed: false },
    ] as const;
    const latest = [item(3, 'deleted', 'c'), item(2, 'deleted', 'b'), item(1, 'held', '')];
    expect(newsSentences({ told: [...told], latest })).toEqual([
      '1 key (a key without a name) was due and was not deleted: look at it and decide.',
      '3 keys were deleted as planned: the quarantine ended while Latchkey was closed.',
    ]);
  });

  it('is nothing where nothing happened', () => {
    expect(newsSentences({ told: [], latest: [] })).toEqual([]);
  });

  it('of removed workspaces says that keys stay disabled', () => {
    const news: Pick<QuarantineNews, 'told' | 'latest'> = {
      told: [
        { kind: 'vanished', amount: 2, whileClosed: false },
        { kind: 'workspace-removed', amount: 1, whileClosed: false },
      ],
      latest: [],
    };
    expect(newsSentences(news)).toEqual([
      '2 keys left quarantine: somebody deleted them elsewhere.',
      '1 key left quarantine with its workspace: disabled at the platform, and not deleted by Latchkey any more.',
    ]);
  });
});
