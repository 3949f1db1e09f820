/** Activity and words about quarantine do not grow for ever, and nothing that still counts is dropped. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectionRow, openOperations, remoteKey, temporaryFolder } from '../../support/store.ts';

const now = '2026-09-01T08:00:00Z';
const longAgo = '2023-01-01T08:00:00Z';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

const open = () => openOperations(folder.file, () => Date.parse(now));

it('drops settled changes of more than three years ago, but what is open, asked about, or the making of a key', () => {
  {
    using store = open();
    const { operations } = store;
    const [workspaceId = ''] = operations.addConnection(
      connectionRow(),
      [{ slug: 'acme', name: 'Acme', role: null }],
      longAgo,
    );
    const here = operations.upsertKey(workspaceId, remoteKey('k_here'), longAgo);
    const lost = operations.upsertKey(workspaceId, remoteKey('k_lost'), longAgo);
    const intent = (id: string, keyId: string | null, action: 'create' | 'rename', at: string) =>
      operations.beginIntent({ id, at, workspaceId, keyId, action, expected: {}, detail: id });
    const done = (id: string, keyId?: string) => operations.settleIntent(id, 'done', id, now, keyId);
    intent('made', null, 'create', longAgo);
    done('made', here);
    intent('renamed long ago', here, 'rename', longAgo);
    done('renamed long ago');
    intent('without an answer', here, 'rename', longAgo);
    intent('secret lost', null, 'create', longAgo);
    operations.settleGhost('secret lost', 'Lost.', now, [lost]);
    intent('made and gone', null, 'create', longAgo);
    done('made and gone', 'nobody');
    intent('renamed lately', here, 'rename', '2026-08-31T08:00:00Z');
    done('renamed lately');
  }
  using store = open();
  expect(store.database.prepare('SELECT id FROM intents ORDER BY seq').pluck().all()).toEqual([
    'made',
    'without an answer',
    'secret lost',
    'renamed lately',
  ]);
});

it('drops words about quarantine that were looked at a year ago, and none that was not', () => {
  {
    using store = open();
    const add = store.database.prepare(
      `INSERT INTO quarantine_news (at, kind, key_name, workspace_name, detail, while_closed, seen)
       VALUES (?, 'deleted', ?, 'Acme', '', 0, ?)`,
    );
    add.run(longAgo, 'seen', 1);
    add.run(longAgo, 'never seen', 0);
    add.run(now, 'seen lately', 1);
  }
  using store = open();
  expect(store.database.prepare('SELECT key_name FROM quarantine_news ORDER BY seq').pluck().all()).toEqual([
    'never seen',
    'seen lately',
  ]);
});
