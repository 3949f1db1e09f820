/** A list of what was done and what was not is kept through a repair of a damaged database. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { judge } from '../../../src/main/bulk/judge.ts';
import { repairStore } from '../../../src/main/store/repair-thread.ts';
import { connectionRow, openOperations, remoteKey, temporaryFolder } from '../../support/store.ts';
import { threadScript } from '../../support/threads.ts';

const workerUrl = threadScript('store');

const now = '2026-09-01T08:00:00Z';

it('keeps a change that was interrupted, with all of its keys', async () => {
  using folder = temporaryFolder();
  let page = 0;
  {
    using store = openOperations(folder.file);
    const { operations, database } = store;
    const [acme = ''] = operations.addConnection(
      connectionRow(),
      [{ slug: 'acme', name: 'Acme', role: null }],
      now,
    );
    const keys = Array.from({ length: 40 }, (_, number) => remoteKey(`k${number}`));
    operations.applySync(acme, keys, [], now);
    const action = { kind: 'disable' } as const;
    const keyIds = database.prepare('SELECT id FROM keys').pluck().all() as string[];
    operations.planBulk({ id: 'job-1', action, at: now }, { kind: 'keys', keyIds });
    const [workspace] = operations.workspaces();
    const subjects = operations.bulkToJudge('job-1', 100);
    operations.judgeBulk(
      'job-1',
      subjects.map((subject) => judge(subject, action, workspace)),
    );
    operations.setBulkState('job-1', 'running');
    for (const { item } of subjects.slice(0, 15)) operations.setBulkItem(item, 'done', '', now);
    page = Number(
      database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'").pluck().get(),
    );
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
  // Somewhere else in the file: what is whole has to come along whole.
  const bytes = readFileSync(folder.file);
  bytes.fill(0xab, (page - 1) * 4096, page * 4096);
  writeFileSync(folder.file, bytes);
  const { salvaged } = await repairStore(folder.file, workerUrl, new Date(now));
  expect(salvaged).toContainEqual({ table: 'bulk_items', count: 40, whole: true });

  using repaired = openOperations(folder.file);
  repaired.operations.recoverBulk();
  const [job] = repaired.operations.bulkJobs();
  expect(job).toMatchObject({ id: 'job-1', state: 'interrupted', counts: { done: 15, change: 25 } });
  const [left] = repaired.operations.bulkItems('job-1', ['change'], 0, 1);
  expect(left?.after).toEqual({ kind: 'status', status: 'disabled' });
});
