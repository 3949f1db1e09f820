/** The line between a key and the one that took its place: what follows, and what it outlives. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../src/main/store/database.ts';
import { repair } from '../../../src/main/store/repair.ts';
import {
  allRows,
  connectionRow,
  inventoryQuery,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-01T08:00:00Z';
let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

function rolled() {
  const { operations, database } = openOperations(folder.file);
  const [workspaceId = ''] = operations.addConnection(
    connectionRow(),
    [{ slug: 'acme', name: 'Acme', role: null }],
    now,
  );
  const oldKeyId = operations.upsertKey(workspaceId, remoteKey('k_old'), now, { owner: 'Ana' });
  operations.beginIntent({
    id: 'roll-1',
    at: now,
    workspaceId,
    keyId: oldKeyId,
    action: 'roll',
    expected: {},
    detail: 'Rolled.',
  });
  const replacement = { oldKeyId, intentId: 'roll-1', metadata: { env: 'prod' }, at: now };
  const newKeyId = operations.replaceKey(workspaceId, remoteKey('k_new'), replacement, now);
  operations.settleIntent('roll-1', 'done', 'Rolled.', now, newKeyId);
  return { operations, database, workspaceId, oldKeyId, newKeyId, replacement };
}

it('joins both keys, and what is noted is found under the new one', () => {
  const { operations, oldKeyId, newKeyId, database } = rolled();
  expect(operations.keyDetail(newKeyId)).toMatchObject({
    owner: 'Ana',
    lineage: { replaces: { keyId: oldKeyId, remoteId: 'k_old' }, owed: { fields: ['env'], problem: null } },
  });
  expect(operations.keyDetail(oldKeyId)).toMatchObject({
    status: 'vanished',
    activity: [{ action: 'roll' }],
    lineage: { replacedBy: { keyId: newKeyId } },
  });
  const query = {
    search: 'Ana',
    workspaceId: null,
    sort: { column: 'name', direction: 'ascending' },
  } as const;
  expect(operations.inventoryPosition(query, newKeyId)).not.toBeNull();
  database.close();
});

it('leaves each key found as itself: the new one lives, the old one is gone', () => {
  const { operations, oldKeyId, newKeyId, database } = rolled();
  const found = (search: string) => allRows(operations, inventoryQuery({ search })).map(({ id }) => id);
  expect(found('k_new')).toEqual([newKeyId]);
  expect(found('k_old')).toEqual([oldKeyId]);
  expect(found('status:active')).toEqual([newKeyId]);
  expect(found('status:vanished')).toEqual([oldKeyId]);
  database.close();
});

it('is drawn once: a second one for the same old key changes nothing', () => {
  const { operations, workspaceId, replacement, newKeyId, oldKeyId, database } = rolled();
  operations.replaceKey(workspaceId, remoteKey('k_third'), replacement, now);
  expect(operations.keyDetail(oldKeyId)?.lineage.replacedBy?.keyId).toBe(newKeyId);
  database.close();
});

it('outlives the keys, which then are told by their ids alone', () => {
  const { operations, oldKeyId, newKeyId, database } = rolled();
  operations.removeKey(oldKeyId, now);
  expect(operations.keyDetail(newKeyId)?.lineage.replaces).toEqual({
    keyId: null,
    remoteId: 'k_old',
    name: remoteKey('k_old').name,
    prefix: remoteKey('k_old').prefix,
    at: now,
  });
  database.close();
});

it('says what is owed until it was restored, and asks no more where it was refused', () => {
  const { operations, workspaceId, newKeyId, database } = rolled();
  expect(operations.owingKeys(workspaceId)).toEqual([newKeyId]);
  operations.metadataRefused(newKeyId, { code: 'plan', message: 'Not in the plan.' });
  expect(operations.owingKeys(workspaceId)).toEqual([]);
  expect(operations.owedMetadata(newKeyId)).toEqual({ env: 'prod' });
  operations.metadataRestored(newKeyId);
  expect(operations.keyDetail(newKeyId)?.lineage.owed).toBeNull();
  database.close();
});

it('keeps names of folders where they are not told any more, and names folders of keys by id', () => {
  const { operations, workspaceId, database } = rolled();
  operations.keepFolders(workspaceId, { folders: [{ id: 'f1', name: 'North' }] }, now);
  const inFolders = { ...remoteKey('k_new'), folderIds: ['f1', 'f2'] };
  const keyId = operations.upsertKey(workspaceId, inFolders, now);
  operations.keepFolders(workspaceId, { problem: { code: 'missing-scope', message: 'No.' } }, now);
  expect(operations.knownFolders(workspaceId)).toEqual({
    folders: [
      { id: 'f1', name: 'North' },
      { id: 'f2', name: null },
    ],
    at: now,
    problem: { code: 'missing-scope', message: 'No.' },
  });
  expect(operations.keyDetail(keyId)).toMatchObject({
    folderNames: { f1: 'North' },
    foldersProblem: { code: 'missing-scope' },
  });
  database.close();
});

it('is saved from a damaged file, with what is owed', () => {
  const { operations, workspaceId, newKeyId, database } = rolled();
  operations.keepFolders(workspaceId, { folders: [{ id: 'f1', name: 'North' }] }, now);
  database.close();
  repair(folder.file, new Date(now));
  const again = openDatabase(folder.file);
  expect(again.prepare('SELECT new_key_id, metadata FROM key_lineage').get()).toEqual({
    new_key_id: newKeyId,
    metadata: '{"env":"prod"}',
  });
  expect(again.prepare('SELECT name FROM folders').pluck().all()).toEqual(['North']);
  again.close();
});
