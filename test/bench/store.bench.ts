/**
 * What the store costs, as ratios to a floor that is measured in the same run on the same disk: milliseconds say more
 * about the machine of the day than about Latchkey.
 */
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RemoteKey } from '../../src/main/platforms/platform.ts';
import { manyKeys, manyWorkspaces } from '../support/many-keys.ts';
import {
  connectionRow,
  inventoryQuery,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../support/store.ts';

const now = '2026-09-01T08:00:00Z';
// A limit for a run that never ends, not for a slow one.
const timeout = 1_800_000;
const few = { iterations: 5, time: 0, warmup: false };
const many = { iterations: 50, time: 0, warmupIterations: 5, warmupTime: 0 };

type Timed = { name: string; latency: { p50: number } };

/** Prints how many times as long as `floor` it takes, by the median, and answers it. */
function ratio(measured: Timed, floor: Timed): number {
  const times = measured.latency.p50 / floor.latency.p50;
  process.stdout.write(`${measured.name}: ${times.toPrecision(3)} x ${floor.name}\n`);
  return times;
}

/** The least that storing keys can cost: the same values into one bare table, in one transaction. */
function plainInserts(file: string, keys: readonly RemoteKey[]): void {
  const database = new SqliteDatabase(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.exec(
    'CREATE TABLE plain (id TEXT PRIMARY KEY, name, prefix, scopes, used, created, creator, rest)',
  );
  const insert = database.prepare('INSERT INTO plain VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (const { remoteId, name, prefix, grant, lastUsed, createdAt, createdBy, ...rest } of keys) {
      const [scopes, used] = [JSON.stringify(grant), JSON.stringify(lastUsed)];
      insert.run(remoteId, name, prefix, scopes, used, createdAt, createdBy, JSON.stringify(rest));
    }
  })();
  database.close();
}

test('a sync of 10,000 keys', { timeout }, async ({ bench }) => {
  using folder = temporaryFolder();
  const keys = manyKeys(0, 10_000);
  let files = 0;
  const freshFile = () => {
    files += 1;
    return join(folder.path, `${files}.db`);
  };
  let store: OpenedStore | undefined;
  let workspaceId = '';
  const openFresh = () => {
    store = openOperations(freshFile());
    [workspaceId = ''] = store.operations.addConnection(connectionRow(), manyWorkspaces(1), now);
  };
  const sync = () => void store?.operations.applySync(workspaceId, keys, [], now);
  const close = () => store?.[Symbol.dispose]();

  const result = await bench.compare(
    bench('plain inserts', () => plainInserts(freshFile(), keys)),
    bench('first sync', { beforeEach: openFresh, afterEach: close }, sync),
    bench(
      'unchanged sync',
      {
        beforeEach: () => {
          openFresh();
          sync();
        },
        afterEach: close,
      },
      sync,
    ),
    few,
  );
  const floor = result.get('plain inserts');
  ratio(result.get('first sync'), floor);
  ratio(result.get('unchanged sync'), floor);
  const unchanged = ratio(result.get('unchanged sync'), result.get('first sync'));
  expect(unchanged, 'it writes nothing').toBeLessThan(0.5);
});

let folder: ReturnType<typeof temporaryFolder>;
let large: OpenedStore;
let anyWorkspaceId: string;
beforeAll(() => {
  folder = temporaryFolder();
  large = openOperations(folder.file);
  large.database.pragma('synchronous = OFF');
  const ids = large.operations.addConnection(connectionRow(), manyWorkspaces(500), now);
  for (const [number, id] of ids.entries()) large.operations.applySync(id, manyKeys(number, 200), [], now);
  anyWorkspaceId = ids[250] ?? '';
}, timeout);
afterAll(() => {
  large[Symbol.dispose]();
  folder[Symbol.dispose]();
});

/** Any write makes the store forget the orders it remembers. */
function write(): void {
  large.operations.upsertKey(anyWorkspaceId, remoteKey('moving', { name: `${Math.random()}` }), now);
}

test('a sync of 100,000 keys that were here before', { timeout }, async ({ bench }) => {
  using own = temporaryFolder();
  using store = openOperations(own.file);
  store.database.pragma('synchronous = OFF');
  const ids = store.operations.addConnection(connectionRow(), manyWorkspaces(500), now);
  let lists = ids.map((_, number) => manyKeys(number, 200));
  let hours = 0;
  const sync = () => {
    hours += 1;
    const at = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
    for (const [number, id] of ids.entries()) store.operations.applySync(id, lists[number] ?? [], [], at);
  };
  /** One in five reports use, and all of those are used again. */
  const use = () => {
    const lastUsed = { kind: 'at' as const, at: new Date(Date.parse(now) + hours * 3_600_000).toISOString() };
    lists = lists.map((keys) => keys.map((key) => (key.lastUsed.kind === 'at' ? { ...key, lastUsed } : key)));
  };
  sync();
  const result = await bench.compare(
    bench('a look at every key', () => {
      for (const id of ids) store.database.prepare('SELECT * FROM keys WHERE workspace_id = ?').all(id);
    }),
    bench('unchanged', sync),
    bench('20,000 of them used since', { beforeEach: use }, sync),
    few,
  );
  const floor = result.get('a look at every key');
  ratio(result.get('unchanged'), floor);
  ratio(result.get('20,000 of them used since'), floor);
  ratio(result.get('20,000 of them used since'), result.get('unchanged'));
});

test('a window of 100 rows out of 100,000', { timeout }, async ({ bench }) => {
  const byNumber = large.database.prepare('SELECT * FROM keys WHERE seq > ? ORDER BY seq LIMIT 100');
  const byName = inventoryQuery();
  const byLastUse = inventoryQuery({ sort: { column: 'lastUsed', direction: 'descending' } });
  const inWorkspace = inventoryQuery({ workspaceId: anyWorkspaceId });
  large.operations.inventoryRows(byName, 0, 1);
  const result = await bench.compare(
    bench('100 bare rows by number', () => void byNumber.all(50_000)),
    bench('a window while scrolling', () => void large.operations.inventoryRows(byName, 90_000, 100)),
    bench(
      'by name after a write',
      { beforeEach: write },
      () => void large.operations.inventoryRows(byName, 90_000, 100),
    ),
    bench(
      'by last use after a write',
      { beforeEach: write },
      () => void large.operations.inventoryRows(byLastUse, 0, 100),
    ),
    bench(
      'one workspace after a write',
      { beforeEach: write },
      () => void large.operations.inventoryRows(inWorkspace, 0, 100),
    ),
    many,
  );
  const floor = result.get('100 bare rows by number');
  expect(ratio(result.get('a window while scrolling'), floor), 'as short as reading it').toBeLessThan(20);
  ratio(result.get('by name after a write'), floor);
  ratio(result.get('by last use after a write'), floor);
  ratio(result.get('one workspace after a write'), floor);
});

test('a search over 100,000 keys', { timeout }, async ({ bench }) => {
  const scan = large.database.prepare('SELECT count(*) FROM key_search WHERE instr(text, ?) > 0');
  const search = (text: string) =>
    void large.operations.inventoryRows(inventoryQuery({ search: text }), 0, 100);
  const result = await bench.compare(
    bench('a scan of all texts', () => void scan.get('k_3x')),
    bench('one key', { beforeEach: write }, () => search('k_3x_7')),
    bench('two words', { beforeEach: write }, () => search('kiln uploader')),
    bench('a scope', { beforeEach: write }, () => search('vendor:unknown')),
    bench('two letters', { beforeEach: write }, () => search('ki')),
    bench('every key', { beforeEach: write }, () => search('a')),
    many,
  );
  const floor = result.get('a scan of all texts');
  expect(ratio(result.get('one key'), floor), 'answered by the index').toBeLessThan(0.5);
  for (const name of ['two words', 'a scope', 'two letters', 'every key'] as const)
    ratio(result.get(name), floor);
});

test('the summary over 100,000 keys', { timeout }, async ({ bench }) => {
  // Most of them due in the weeks ahead, which is what costs most to count.
  large.database
    .prepare('UPDATE key_index SET environment_order = seq % 4, created_order = ? - (seq % 200) * 86400000')
    .run(Date.now());
  const scan = large.database.prepare('SELECT count(*) FROM key_index WHERE created_order > ?');
  const summary = () => void large.operations.summary(null);
  const count = () => void large.operations.searchCount('can:delete env:production', null);
  const result = await bench.compare(
    bench('a scan of the index', () => void scan.get(Date.now() - 86_400_000)),
    bench('figures and weeks after a write', { beforeEach: write }, summary),
    bench('figures and weeks while typing', summary),
    bench('one saved search after a write', { beforeEach: write }, count),
    many,
  );
  const floor = result.get('a scan of the index');
  ratio(result.get('figures and weeks after a write'), floor);
  ratio(result.get('one saved search after a write'), floor);
  expect(ratio(result.get('figures and weeks while typing'), floor), 'remembered').toBeLessThan(0.5);
  const { p50 } = result.get('figures and weeks after a write').latency;
  process.stdout.write(`figures and weeks: ${p50.toPrecision(3)} ms\n`);
});
