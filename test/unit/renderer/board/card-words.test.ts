import { describe, expect, it } from 'vitest';
import { rotationOf } from '#shared/domain/rotation-due.ts';
import type { BoardKey } from '#shared/ipc/board.ts';
import { contextOf, daysBadge, shortPerson } from '../../../../src/renderer/features/board/card-words.ts';

const now = new Date(2026, 10, 21, 12).getTime();
const key = (change: Partial<BoardKey>): BoardKey => ({
  id: 'k',
  workspaceId: 'w',
  name: 'nightly-export',
  prefix: 'Zt4q',
  environment: 'production',
  owner: null,
  grant: { platform: 'roboflow', scopes: null },
  lastUsed: { kind: 'not-reported' },
  createdAt: new Date(2026, 6, 23, 12).toISOString(),
  createdBy: 'ken@acme.example',
  status: 'active',
  thisLogin: false,
  rotation: { days: 90, from: 'environment' },
  consumers: 0,
  ...change,
});

describe('the days in the corner of a card', () => {
  const badge = (daysLeft: number) =>
    daysBadge({ kind: 'due', day: 20_000 + daysLeft, daysLeft, ofDays: 90, planned: false });
  it('are short for the eye and whole words for the ear', () => {
    expect(badge(-31)).toEqual({ short: '31 d', long: '31 days overdue', tone: 'bad' });
    expect(badge(-1)).toEqual({ short: '1 d', long: '1 day overdue', tone: 'bad' });
    expect(badge(0)).toEqual({ short: 'today', long: 'due today', tone: 'warn' });
    expect(badge(6)).toEqual({ short: '6 d', long: '6 days left', tone: 'warn' });
  });

  it('are not there for a key without a day', () => {
    expect(daysBadge({ kind: 'as-needed' })).toBeNull();
  });
});

describe('a snoozed key', () => {
  const resting = key({
    rotation: { days: 90, from: 'environment', snoozedUntil: '2026-11-27' },
    snoozed: { reason: 'contract ends Friday', by: 'maria@acme.example' },
  });

  it('says until when, by whom and why', () => {
    expect(daysBadge(rotationOf(resting, now))).toEqual({
      short: '27 Nov',
      long: 'snoozed until Friday 27 November',
      tone: 'neutral',
    });
    expect(contextOf(resting, now)).toBe('Snoozed by maria@: contract ends Friday');
    expect(contextOf({ ...resting, snoozed: { reason: 'holidays', by: null } }, now)).toBe(
      'Snoozed: holidays',
    );
  });

  it('is one like the others once that day has come', () => {
    const later = new Date(2026, 10, 27, 12).getTime();
    expect(contextOf(resting, later)).toBe('Production · made 23 Jul by ken@');
  });
});

describe('the line of a card', () => {
  it('says who made the key, as long as nobody is noted to use it', () => {
    expect(contextOf(key({}), now)).toBe('Production · made 23 Jul by ken@');
    expect(contextOf(key({ createdBy: null }), now)).toBe('Production · made 23 Jul');
    expect(contextOf(key({ createdAt: '2024-06-03T12:00:00Z' }), now)).toContain('made 3 Jun 2024');
    expect(contextOf(key({ consumers: 2, environment: 'ci' }), now)).toBe('CI/CD · 2 consumers');
  });

  it('tells in use from never used, and both from not known', () => {
    const line = (lastUsed: BoardKey['lastUsed']) => contextOf(key({ lastUsed, consumers: 1 }), now);
    expect(line({ kind: 'at', at: new Date(now - 3 * 3_600_000).toISOString() })).toBe(
      'Production · used 3 h ago · 1 consumer',
    );
    expect(line({ kind: 'never' })).toBe('Production · never used · 1 consumer');
    expect(line({ kind: 'not-seen' })).toBe('Production · 1 consumer');
  });

  it('says how the key is used, as long as it still is', () => {
    const used = (daysAgo: number) =>
      key({
        cadence: 'nightly about 02:00',
        lastUsed: { kind: 'at', at: new Date(now - daysAgo * 86_400_000).toISOString() },
        consumers: 1,
      });
    expect(contextOf(used(1), now)).toBe('Production · nightly about 02:00 · 1 consumer');
    expect(contextOf(used(12), now)).toBe('Production · used 12 d ago · 1 consumer');
  });

  it('shortens addresses and nothing else', () => {
    expect(shortPerson('ken@acme.example')).toBe('ken@');
    expect(shortPerson('deploy bot')).toBe('deploy bot');
    expect(shortPerson('@robot')).toBe('@robot');
  });
});
