import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFullAccess } from '#shared/domain/grant.ts';
import { parseSearch } from '#shared/domain/search/parse.ts';
import { searchText } from '../../support/search-text.ts';
import {
  allRows,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  temporaryFolder,
} from '../../support/store.ts';
import { fill, naive, names, now, type SeenKey, seenKeys } from './search-world.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let rows: SeenKey[];

beforeAll(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => Date.parse(now));
  fill(store);
  rows = seenKeys(store);
});
afterAll(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const found = (search: string, workspaceId: string | null = null) =>
  new Set(allRows(store.operations, inventoryQuery({ search, workspaceId })).map(({ id }) => id));

describe('search', () => {
  it.each([
    ['lodz cafe', 3],
    ['LODZ acme', 1],
    ['rob blue', 2],
    ['"hello"', 3],
    ['near(a', 3],
    ['zzz', 0],
    ['', 54],
    // All of "Blue 100% Plant"; elsewhere one name and every fourth prefix, which falls on that name too.
    ['%', 18 + 2 * 4],
  ])('%j finds as many keys as it should', (search, count) => {
    expect(naive(rows, search).size, 'by the filter in memory').toBe(count);
    expect(found(search).size).toBe(count);
  });

  it.each([
    'workspace keys',
    'roboflow',
    'unassigned',
    'ci/cd',
    'production',
    'full access',
    '"vendor:new-thing"',
    'public inference',
    'no abilities',
    'disabled never',
    'vanished',
    'this login',
    'not reported',
    'zoe-4@',
    'blue_plant',
    '"remote:0-3"',
  ])('looks into every column: %j', (search) => {
    expect(found(search)).toEqual(naive(rows, search));
    expect(found(search).size).toBeGreaterThan(0);
    expect(found(search).size).toBeLessThan(rows.length);
  });

  it('of one workspace stays there', () => {
    const [, blue] = store.operations.workspaces();
    const all = found('nightly');
    const there = found('nightly', blue?.id);
    expect([all.size, there.size]).toEqual([3, 1]);
  });

  it('follows a renamed workspace', () => {
    const rename = (name: string) =>
      store.operations.updateConnection('two', { workspaces: [{ slug: 'c', name, role: null }] }, now);
    rename('Quartz');
    expect(found('quartz').size).toBe(names.length);
    rename('Ç');
    expect(found('quartz').size).toBe(0);
  });

  it.each([
    'env:production,ci',
    '-env:unassigned',
    'ws:acme',
    'ws:"röbots ""west"""',
    'platform:workspace-keys',
    'scope:model:infer',
    'can:upload',
    'can:image:upload',
    'by:ZOE-4@',
    '-by:zoe',
    'status:disabled,vanished',
    'status:overdue',
    'status:due-soon',
    'unused:>90d',
    'unused:<=1d',
    'created:<2026-03-01',
    'created:2026-09-01',
    'created:>30d',
    '-created:>30d',
    'due:<14d',
    'due:>2026-10-01',
    'is:full-access',
    'is:protected',
    'is:public',
    'is:this-login',
    'is:default',
    '-nightly -"rob"',
  ])('a token finds its keys and no others: %s', (search) => {
    expect(parseSearch(search).filter(({ kind }) => kind === 'wrong')).toEqual([]);
    expect(found(search)).toEqual(naive(rows, search));
    expect(found(search).size).toBeGreaterThan(0);
    expect(found(search).size).toBeLessThan(rows.length);
  });

  it('leaves a wrong token out and filters by the rest', () => {
    expect(found('statsu:overdue created:soon nightly')).toEqual(found('nightly'));
    expect(found('nightly').size).toBe(3);
  });

  it('full access can do everything, and an unknown ability is not taken for a known one', () => {
    const deleters = rows.filter(({ key }) => found('can:delete').has(key.id));
    expect(deleters.length).toBeGreaterThan(0);
    expect(deleters.every(({ key }) => isFullAccess(key.grant))).toBe(true);
  });

  it('calls a key unused only where the platform reports use', () => {
    const kinds = rows
      .filter(({ key }) => found('unused:>=0d').has(key.id))
      .map(({ key }) => key.lastUsed.kind);
    expect(new Set(kinds)).toEqual(new Set(['at', 'never']));
  });

  it('knows a new day', () => {
    using other = temporaryFolder();
    let time = Date.parse(now);
    using moving = openOperations(other.file, () => time);
    fill(moving);
    const overdue = () => allRows(moving.operations, inventoryQuery({ search: 'status:overdue' })).length;
    const before = overdue();
    time += 400 * 86_400_000;
    expect(overdue()).toBeGreaterThan(before);
  });

  it('finds what a filter in memory finds, and fails for nothing one can type', () => {
    let hits = 0;
    let wrong = 0;
    fc.assert(
      fc.property(searchText(rows.map(({ text }) => text)), (search) => {
        const expected = naive(rows, search);
        if (expected.size > 0 && expected.size < rows.length) hits += 1;
        if (parseSearch(search).some(({ kind }) => kind === 'wrong')) wrong += 1;
        expect(found(search)).toEqual(expected);
      }),
      { numRuns: 10_000 },
    );
    // A search that never finds anything would agree with anything.
    expect(hits).toBeGreaterThan(1000);
    expect(wrong).toBeGreaterThan(1000);
    // Nothing typed has changed anything.
    expect(seenKeys(store)).toEqual(rows);
  }, 900_000);

  it('has values bound and never part of the SQL', () => {
    const needle = 'qzx"\'%_*;--';
    store.shapes.length = 0;
    const phrase = `"${needle.replaceAll('"', '""')}"`;
    const tokens = ['ws', 'scope', 'by'].map((token) => `${token}:${phrase}`);
    expect(found([phrase, `-${phrase}`, ...tokens].join(' ')).size).toBe(0);
    expect(store.shapes.length).toBeGreaterThan(0);
    expect(store.shapes.filter((shape) => shape.includes('qzx'))).toEqual([]);
  });

  it('takes the longest search there is, each letter a word of its own', () => {
    const letters = Array.from({ length: 250 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join(' ');
    expect(found(letters)).toEqual(new Set());
  });
});
