/** What the store keeps of lost secrets and fingerprints, and what a repair saves of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { repair } from '../../../src/main/store/repair.ts';
import {
  connectionRow,
  keyIdOf,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

const now = '2026-09-01T08:00:00.000Z';
let folder: ReturnType<typeof temporaryFolder>;
let opened: OpenedStore;
let acme: string;
beforeEach(() => {
  folder = temporaryFolder();
  opened = openOperations(folder.file);
  const { operations } = opened;
  [acme = ''] = operations.addConnection(connectionRow(), [{ slug: 'acme', name: 'Acme', role: null }], now);
  operations.applySync(acme, [remoteKey('k1'), remoteKey('k2'), remoteKey('k3')], [], now);
  operations.beginIntent({
    id: 'intent-1',
    workspaceId: acme,
    keyId: null,
    action: 'create',
    expected: { name: 'Key k1' },
    at: now,
    detail: 'Made.',
  });
});
afterEach(() => {
  opened[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const idOf = (remoteId: string) => keyIdOf(opened, acme, remoteId) ?? expect.unreachable();

it('a deleted key takes its question along, and leaves its fingerprint', () => {
  const { operations } = opened;
  operations.settleGhost('intent-1', 'Lost.', now, [idOf('k1')]);
  operations.addFingerprint(idOf('k1'), { account: 'fingerprints-1', hmac: 'ab12' }, now);
  const keyId = idOf('k1');
  operations.removeKey(keyId, now);
  expect(operations.ghostKeys()).toEqual([]);
  expect(operations.fingerprintedKey('ab12')).toBe(keyId);
});

it('a key that is a candidate of one creation is not taken for that of another', () => {
  const { operations } = opened;
  operations.settleGhost('intent-1', 'Lost.', now, [idOf('k1'), idOf('k2')]);
  const origins = operations.keyOrigins(acme, ['k1', 'k2', 'k3', 'k4']);
  expect(origins.map(({ remoteId, madeBy }) => [remoteId, madeBy]).toSorted()).toEqual([
    ['k1', 'intent-1'],
    ['k2', 'intent-1'],
    ['k3', null],
  ]);
});

it('a secret that waits is no question until the next start', () => {
  const { operations } = opened;
  operations.settleIntent('intent-1', 'done', 'Made.', now, idOf('k1'));
  operations.holdSecret(idOf('k1'), 'intent-1');
  expect(operations.ghostKeys()).toEqual([]);
  operations.askAboutHeld();
  expect(operations.ghostKeys()).toMatchObject([{ reason: 'not-handed-over' }]);
  // Too late: it was not handed over by this run.
  operations.letGoOfSecret(idOf('k1'));
  expect(operations.ghostKeys()).toHaveLength(1);
});

it('a repair saves questions, answers and fingerprints', () => {
  const { operations, database } = opened;
  operations.settleGhost('intent-1', 'Lost.', now, [idOf('k1')]);
  operations.holdSecret(idOf('k2'), 'intent-1');
  operations.addFingerprintAccount('fingerprints-1', now);
  operations.addFingerprint(idOf('k2'), { account: 'fingerprints-1', hmac: 'ab12' }, now);
  operations.addFingerprint(idOf('k3'), null, now);
  const keyId = idOf('k2');
  database.close();
  const { salvaged } = repair(folder.file, new Date(now));
  const saved = Object.fromEntries(salvaged.map(({ table, count, whole }) => [table, whole && count]));
  expect(saved).toMatchObject({ ghost_keys: 2, fingerprints: 2, fingerprint_accounts: 1 });
  opened = openOperations(folder.file);
  expect(opened.operations.ghostKeys()).toMatchObject([
    { intentId: 'intent-1', candidates: [{ keyId: idOf('k1') }] },
  ]);
  expect(opened.operations.fingerprintedKey('ab12')).toBe(keyId);
  expect(opened.operations.fingerprintAccount()).toBe('fingerprints-1');
});
