/** The capability lens over real SQLite: the kept abilities are those of the rule, and counts and orders follow them. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { abilitiesIn, abilityBit, abilityIds, abilityMask } from '#shared/domain/abilities.ts';
import type { Grant } from '#shared/domain/grant.ts';
import type { LensQuery, LensRow } from '#shared/ipc/lens.ts';
import { grantArbitrary } from '../../support/grants.ts';
import { unsettledGrants } from '../../support/odd-grants.ts';
import {
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-01T08:00:00Z';
let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;

beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file, () => Date.parse(now));
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const query = (change: Partial<LensQuery> = {}): LensQuery => ({
  search: '',
  workspaceId: null,
  sort: { by: 'abilities', direction: 'descending' },
  ...change,
});

function connect(slugs: readonly string[]): string[] {
  const workspaces = slugs.map((slug) => ({ slug, name: slug, role: null }));
  return store.operations.addConnection(connectionRow(), workspaces, now);
}

function addKeys(workspaceId: string, grants: readonly Grant[]): string[] {
  return grants.map((grant, number) =>
    store.operations.upsertKey(workspaceId, remoteKey(`${workspaceId}-${number}`, { grant }), now),
  );
}

/** Read window by window, as the screen does. */
function allRows(wanted: LensQuery): LensRow[] {
  const rows: LensRow[] = [];
  for (;;) {
    const page = store.operations.lensRows(wanted, rows.length, 50).rows;
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}

describe('the capability lens', () => {
  it('keeps for each grant what the rule makes of it, counts by it and finds by it', () => {
    const [workspaceId = ''] = connect(['acme']);
    const grants = [...unsettledGrants, ...fc.sample(grantArbitrary, { numRuns: 300, seed: 4 })];
    const masks = new Map(addKeys(workspaceId, grants).map((id, at) => [id, maskOf(grants[at])]));

    const { total, all, counts } = store.operations.lensRows(query(), 0, 1);
    expect([total, all]).toEqual([grants.length, grants.length]);
    const rows = allRows(query());
    expect(new Map(rows.map(({ keyId, abilities }) => [keyId, abilities]))).toEqual(masks);
    for (const id of abilityIds) {
      const having = [...masks].filter(([, mask]) => (mask & abilityBit(id)) !== 0).map(([key]) => key);
      expect(having.length, `${id} occurs`).toBeGreaterThan(0);
      expect(counts[id], id).toBe(having.length);
      const found = store.operations.inventoryRows(inventoryQuery({ search: `can:${id}` }), 0, 1).total;
      expect(found, `can:${id}`).toBe(having.length);
      const inLens = allRows(query({ search: `can:${id}` })).map(({ keyId }) => keyId);
      expect(new Set(inLens), `can:${id} in the lens`).toEqual(new Set(having));
    }
  });

  it('sorts by number, by one ability and by name, in both directions', () => {
    const [workspaceId = ''] = connect(['acme']);
    addKeys(workspaceId, unsettledGrants);
    const numbers = (sort: LensQuery['sort']) =>
      allRows(query({ sort })).map(({ abilities }) => abilitiesIn(abilities).length);
    const down = numbers({ by: 'abilities', direction: 'descending' });
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(new Set(down).size).toBeGreaterThan(2);
    expect(numbers({ by: 'abilities', direction: 'ascending' })).toEqual([...down].reverse());

    const infers = (direction: 'ascending' | 'descending') =>
      allRows(query({ sort: { by: 'infer', direction } })).map(
        ({ abilities }) => (abilities & abilityBit('infer')) !== 0,
      );
    expect(infers('descending')).toEqual([...infers('descending')].sort((a, b) => Number(b) - Number(a)));
    expect(infers('ascending')).toEqual([...infers('descending')].reverse());
    expect(new Set(infers('ascending'))).toEqual(new Set([true, false]));

    const names = (direction: 'ascending' | 'descending') =>
      allRows(query({ sort: { by: 'name', direction } })).map(({ name }) => name);
    const natural = new Intl.Collator('en', { numeric: true });
    expect(names('ascending')).toEqual([...names('ascending')].sort(natural.compare));
    expect(names('descending')).toEqual([...names('ascending')].reverse());
  });

  it('looks at the workspace and the search in view only', () => {
    const [first = '', second = ''] = connect(['acme', 'blue']);
    addKeys(first, [{ platform: 'roboflow', scopes: null }]);
    addKeys(second, [
      { platform: 'roboflow', scopes: ['model:infer'] },
      { platform: 'roboflow', scopes: ['vendor:new'] },
    ]);
    const here = store.operations.lensRows(query({ workspaceId: second }), 0, 10);
    expect([here.total, here.all, here.counts.everything, here.counts.unclassified]).toEqual([2, 2, 0, 1]);
    const found = store.operations.lensRows(query({ workspaceId: second, search: 'can:infer' }), 0, 10);
    expect([found.total, found.all, found.counts.infer, found.counts.unclassified]).toEqual([1, 2, 1, 0]);
  });

  it('sees a key’s new scope at once', () => {
    const [workspaceId = ''] = connect(['acme']);
    const grant: Grant = { platform: 'roboflow', scopes: ['image:read'] };
    addKeys(workspaceId, [grant]);
    expect(store.operations.lensRows(query(), 0, 1).counts['mint-keys']).toBe(0);
    addKeys(workspaceId, [{ platform: 'roboflow', scopes: ['api-key:create'] }]);
    expect(store.operations.lensRows(query(), 0, 1).counts['mint-keys']).toBe(1);
    expect(store.operations.lensRows(query(), 0, 1).counts['read-data']).toBe(0);
  });

  it('puts right, when it opens, what another version of Latchkey stored', () => {
    const [workspaceId = ''] = connect(['acme']);
    addKeys(workspaceId, unsettledGrants);
    const before = allRows(query());
    reopenAfter('UPDATE grants SET abilities = 0, ability_count = 0, derivation = derivation - 1');
    expect(allRows(query())).toEqual(before);
    expect(new Set(before.map(({ abilities }) => abilities)).size).toBeGreaterThan(2);
  });

  it('works out again only what another version stored, so that a start does not read every grant', () => {
    const [workspaceId = ''] = connect(['acme']);
    addKeys(workspaceId, unsettledGrants);
    reopenAfter('UPDATE grants SET abilities = 0, ability_count = 0');
    expect(new Set(allRows(query()).map(({ abilities }) => abilities))).toEqual(new Set([0]));
  });

  function reopenAfter(statement: string): void {
    store.database.exec(statement);
    store[Symbol.dispose]();
    store = openOperations(folder.file, () => Date.parse(now));
  }
});

function maskOf(grant: Grant | undefined): number {
  if (!grant) throw new Error('There is no such grant.');
  return abilityMask(grant);
}
