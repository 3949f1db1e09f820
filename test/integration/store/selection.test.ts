import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Selection } from '#shared/ipc/selection.ts';
import { manyKeys, manyWorkspaces } from '../../support/many-keys.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-01T08:00:00Z';
const [workspaces, keysEach, vanishedEach] = [6, 40, 5];

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let workspaceIds: string[];

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  workspaceIds = store.operations.addConnection(connectionRow(), manyWorkspaces(workspaces), now);
  for (const [number, workspaceId] of workspaceIds.entries()) {
    const keys = manyKeys(number, keysEach);
    store.operations.applySync(workspaceId, keys, ['k_0_0'], now);
    store.operations.applySync(workspaceId, keys.slice(vanishedEach), ['k_0_0'], now);
  }
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const everything = inventoryQuery();
const rows = (search = '') => allRows(store.operations, inventoryQuery({ search }));
const living = (search = '') => rows(search).filter(({ status }) => status !== 'vanished');
const byIds = (keyIds: string[]): Selection => ({ kind: 'keys', keyIds });

describe('a range', () => {
  it('has the ids of a part of the list in its order, without vanished keys', () => {
    const query = inventoryQuery({ sort: { column: 'createdAt', direction: 'descending' } });
    const part = allRows(store.operations, query).slice(30, 130);
    expect(part.some(({ status }) => status === 'vanished')).toBe(true);
    expect(store.operations.selectionRange(query, 30, 100)).toEqual(
      part.filter(({ status }) => status !== 'vanished').map(({ id }) => id),
    );
  });

  it('ends where the list ends', () => {
    const [first, second] = [store.operations.selectionRange(everything, 235, 5000), rows().slice(235)];
    expect(first).toHaveLength(second.filter(({ status }) => status !== 'vanished').length);
    expect(store.operations.selectionRange(everything, 9999, 10)).toEqual([]);
  });
});

describe('keys chosen one by one', () => {
  it('are counted, also those that the view does not show', () => {
    const chosen = living('oven').slice(0, 3).concat(living('-oven').slice(0, 4));
    const look = store.operations.selectionLook(
      byIds(chosen.map(({ id }) => id)),
      inventoryQuery({ search: 'oven' }),
    );
    expect(look).toMatchObject({ count: 7, outside: 4, gone: [], inView: living('oven').length });
  });

  it('drop out once they vanished or are not in the inventory any more', () => {
    const vanished = rows('status:vanished')[0]?.id ?? '';
    const [there] = living();
    const look = store.operations.selectionLook(byIds([vanished, there?.id ?? '', 'never was']), everything);
    expect(look.count).toBe(1);
    expect(look.gone.toSorted()).toEqual([vanished, 'never was'].toSorted());
  });

  it('are grouped by what can be done to them', () => {
    const chosen = living();
    const { groups } = store.operations.selectionLook(byIds(chosen.map(({ id }) => id)), everything);
    expect(new Set(groups.map(({ workspaceId }) => workspaceId))).toEqual(new Set(workspaceIds));
    const disabled = groups.filter((group) => group.disabled).reduce((sum, { count }) => sum + count, 0);
    expect(disabled).toBe(chosen.filter(({ status }) => status === 'disabled').length);
    expect(disabled).toBeGreaterThan(0);
    const isProtected = groups.filter((group) => group.protected).reduce((sum, { count }) => sum + count, 0);
    expect(isProtected).toBe(living('is:protected').length);
  });
});

describe('all that match', () => {
  it('count without vanished keys and without those taken out again', () => {
    const query = inventoryQuery({ search: 'line' });
    const except = living('line')
      .slice(0, 2)
      .map(({ id }) => id);
    const look = store.operations.selectionLook({ kind: 'matching', query, except }, query);
    expect(look).toMatchObject({ count: living('line').length - 2, outside: 0, gone: [] });
  });

  it('stay inside their workspace', () => {
    const query = inventoryQuery({ workspaceId: workspaceIds[2] ?? '' });
    const look = store.operations.selectionLook({ kind: 'matching', query, except: [] }, everything);
    expect(look.count).toBe(keysEach - vanishedEach);
    expect(look.groups.every(({ workspaceId }) => workspaceId === workspaceIds[2])).toBe(true);
  });

  it('are worked out by statements that no key has a part in', () => {
    store.shapes.length = 0;
    store.operations.selectionLook(byIds(['a', "b' OR 1"]), everything);
    const shapes = new Set(store.shapes);
    const ids = living().map(({ id }) => id);
    store.shapes.length = 0;
    store.operations.selectionLook(byIds(ids), everything);
    expect(new Set(store.shapes)).toEqual(shapes);
  });
});
