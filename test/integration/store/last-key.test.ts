import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  connectionRow,
  type OpenedStore,
  openOperations,
  remoteKey,
  temporaryFolder,
} from '../../support/store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let store: OpenedStore;
let [acme = '', blue = '']: string[] = [];
beforeEach(() => {
  folder = temporaryFolder();
  store = openOperations(folder.file);
  [acme = '', blue = ''] = store.operations.addConnection(
    connectionRow(),
    [
      { slug: 'acme', name: 'Acme', role: null },
      { slug: 'blue', name: 'Blue', role: null },
    ],
    '2026-09-01T08:00:00Z',
  );
});
afterEach(() => {
  store[Symbol.dispose]();
  folder[Symbol.dispose]();
});

const now = '2026-11-21T08:00:00Z';
const key = (id: string, createdAt: string | null, scopes: string[]) =>
  remoteKey(id, { createdAt, grant: { platform: 'roboflow', scopes } });

it('is the newest by what the platform says, in its own workspace', () => {
  expect(store.operations.lastKeyDefaults(acme)).toBeNull();
  store.operations.upsertKey(acme, key('new', '2026-11-02T08:00:00Z', ['a:read']), now, {
    environment: 'production',
  });
  store.operations.upsertKey(acme, key('old', '2026-11-01T08:00:00Z', ['b:read']), now, {
    environment: 'staging',
  });
  store.operations.upsertKey(acme, key('undated', null, ['c:read']), now, { environment: 'staging' });
  store.operations.upsertKey(blue, key('other', '2026-11-03T08:00:00Z', ['d:read']), now, {
    environment: 'ci',
  });
  expect(store.operations.lastKeyDefaults(acme)).toEqual({
    environment: 'production',
    owner: null,
    grant: { platform: 'roboflow', scopes: ['a:read'] },
  });
});

it('is the later to arrive of two from the same second', () => {
  store.operations.upsertKey(acme, key('k1', now, ['a:read']), now, { environment: 'production' });
  store.operations.upsertKey(acme, key('k2', now, ['b:read']), now, { environment: 'staging' });
  expect(store.operations.lastKeyDefaults(acme)?.environment).toBe('staging');
});

it('is neither a key that vanished nor the one that signs in', () => {
  const dated = (day: string) => `2026-11-${day}T08:00:00Z`;
  const keys = [key('kept', dated('01'), ['a:read']), key('login', dated('02'), ['b:read'])];
  store.operations.applySync(acme, [...keys, key('gone', dated('03'), ['c:read'])], ['login'], now);
  store.operations.applySync(acme, keys, ['login'], now);
  expect(store.operations.lastKeyDefaults(acme)?.grant).toEqual({ platform: 'roboflow', scopes: ['a:read'] });
});
