import { beforeEach, describe, expect, it } from 'vitest';
import { remoteKey } from '../../support/store.ts';
import { at, changesGround, everything } from './changes-ground.ts';

const ground = changesGround();
const { sync, list, kinds } = ground;

describe('the list', () => {
  beforeEach(() => {
    for (const [workspaceId, prefix] of [
      [ground.acme, 'a'],
      [ground.orchard, 'o'],
    ] as const) {
      sync([remoteKey(`${prefix}1`), remoteKey(`${prefix}2`)], 1, workspaceId);
    }
    sync([remoteKey('o1', { disabled: true }), remoteKey('o2')], 2, ground.orchard);
    sync([remoteKey('a1', { disabled: true }), remoteKey('a2')], 3);
    sync([remoteKey('a1'), remoteKey('a2', { name: 'Oven' })], 4);
  });

  it('goes workspace by workspace, newest first, and counts', () => {
    expect(kinds()).toEqual(['Oven: renamed', 'Key a1: enabled', 'Key a1: disabled', 'Key o1: disabled']);
    expect(ground.operations.changesOverview(everything)).toEqual({
      upTo: 4,
      since: null,
      total: 4,
      groups: [
        { workspaceId: ground.acme, count: 3 },
        { workspaceId: ground.orchard, count: 1 },
      ],
      kinds: expect.arrayContaining([
        { kind: 'disabled', count: 2 },
        { kind: 'enabled', count: 1 },
        { kind: 'renamed', count: 1 },
      ]),
    });
    expect(list({}, 1, 2)).toEqual(list().slice(1, 3));
  });

  it('of one kind or workspace still counts every kind', () => {
    const view = { ...everything, kind: 'disabled', workspaceId: ground.acme } as const;
    expect(kinds(view)).toEqual(['Key a1: disabled']);
    const overview = ground.operations.changesOverview(view);
    expect(overview).toMatchObject({ total: 1, groups: [{ workspaceId: ground.acme, count: 1 }] });
    expect(overview.kinds).toHaveLength(3);
  });

  it('stays the same list while others arrive', () => {
    const { upTo } = ground.operations.changesOverview(everything);
    const before = list();
    sync([remoteKey('a1', { protected: true }), remoteKey('a2', { name: 'Oven' })], 5);
    expect(ground.operations.changeRows(everything, upTo, 0, 200)).toEqual(before);
  });
});

describe('a visit', () => {
  const visit = { period: 'visit' } as const;
  const unseen = () => ground.operations.unseenChanges();
  const shown = (hour: number, workspaceId: string | null = null) =>
    ground.operations.showChanges(workspaceId, ground.operations.changesOverview(everything).upTo, at(hour));
  beforeEach(() => {
    sync([remoteKey('a1')], 1);
    sync([remoteKey('o1')], 1, ground.orchard);
    sync([remoteKey('a1', { disabled: true })], 2);
    sync([remoteKey('o1', { disabled: true })], 2, ground.orchard);
  });

  it('keeps what it shows until the next begins', () => {
    expect(unseen()).toBe(2);
    expect(shown(3)).toBe(true);
    expect(unseen()).toBe(0);
    expect(list(visit)).toHaveLength(2);
    expect(shown(3)).toBe(false);
    expect(ground.operations.endVisits(at(3))).toBe(false);
    expect(list(visit)).toHaveLength(2);
    expect(ground.operations.endVisits(at(4))).toBe(true);
    expect(list(visit)).toEqual([]);
    expect(ground.operations.changesOverview({ ...everything, ...visit }).since).toBe(at(3));
    expect(list()).toHaveLength(2);
  });

  it('shows what came meanwhile at the next one, and nothing twice', () => {
    shown(3);
    sync([remoteKey('a1')], 4);
    ground.operations.endVisits(at(5));
    expect(kinds(visit)).toEqual(['Key a1: enabled']);
    expect(unseen()).toBe(1);
  });

  it('to one workspace leaves the others unseen', () => {
    shown(3, ground.acme);
    ground.operations.endVisits(at(4));
    expect(kinds(visit)).toEqual(['Key o1: disabled']);
    expect(unseen()).toBe(1);
    const since = (workspaceId: string) =>
      ground.operations.changesOverview({ ...everything, ...visit, workspaceId }).since;
    expect([since(ground.acme), since(ground.orchard)]).toEqual([at(3), null]);
  });

  it('ends at once when all is marked as seen, and that can be undone', () => {
    shown(3);
    const before = ground.operations.markChangesSeen(null, 2, at(4));
    expect(list(visit)).toEqual([]);
    expect(unseen()).toBe(0);
    ground.operations.restoreChangeMarks(before);
    expect(list(visit)).toHaveLength(2);
    expect(ground.operations.changesOverview({ ...everything, ...visit }).since).toBeNull();
  });

  it('that marks all as seen leaves what came after the list was read', () => {
    const { upTo } = ground.operations.changesOverview(everything);
    sync([remoteKey('a1')], 3);
    ground.operations.markChangesSeen(null, upTo, at(4));
    expect(kinds(visit)).toEqual(['Key a1: enabled']);
  });
});
