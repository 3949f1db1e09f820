import { beforeEach, expect, test } from 'vitest';
import type { Workspace } from '#shared/ipc/connections.ts';
import type { Sessions } from '../../../src/main/platforms/sessions.ts';
import type { Store } from '../../../src/main/store/client.ts';
import { createReader, type Reader } from '../../../src/main/sync/reader.ts';
import { createWritesUnderWay, type WritesUnderWay } from '../../../src/main/system/writes-under-way.ts';

const workspace = { id: 'w', connectionId: 'c', slug: 'acme', baseUrl: 'https://vision.example.com' };

let writes: WritesUnderWay;
let lists: number;
let stored: number;
let again: string[];
/** What happens at the platform while a list is on its way. */
let meanwhile: () => void;
let reader: Reader;
beforeEach(() => {
  writes = createWritesUnderWay();
  lists = 0;
  stored = 0;
  again = [];
  meanwhile = () => undefined;
  const listKeys = async () => {
    lists += 1;
    meanwhile();
    return [];
  };
  const session = { baseUrl: new URL(workspace.baseUrl), credential: 'a-credential' };
  reader = createReader({
    // Only what reading uses.
    store: {
      read: { openIntents: async () => [] },
      write: {
        applySync: async () => {
          stored += 1;
          return { changed: false };
        },
      },
    } as unknown as Store,
    sessions: {
      use: (_id: string, work: (adapter: object, held: object) => unknown) => work({ listKeys }, session),
    } as unknown as Sessions,
    clock: { now: () => new Date('2026-11-21T08:00:00Z') },
    emit: () => undefined,
    settle: async () => undefined,
    ahead: () => 0,
    onUnexpected: (error) => {
      throw error;
    },
    writes,
    readAgain: (workspaceId) => again.push(workspaceId),
  });
});

const read = () => reader.read(workspace as Workspace, new AbortController().signal);

test('a list that a write overtook is asked for once more', async () => {
  const ended = writes.begin('w', 'intent');
  meanwhile = ended;
  expect(await read()).toBe(true);
  expect([lists, stored, again]).toEqual([2, 1, []]);
});

test('writes elsewhere overtake nothing', async () => {
  const ended = writes.begin('another', 'intent');
  meanwhile = ended;
  await read();
  expect([lists, stored]).toEqual([1, 1]);
});

test('while many writes are sent it gives up after a few lists, and is read again when they are over', async () => {
  const others = writes.begin('w', 'still under way');
  meanwhile = () => writes.begin('w', `write ${lists}`)();
  expect(await read()).toBe(true);
  expect([lists, stored, again]).toEqual([3, 0, []]);
  others();
  expect(again).toEqual(['w']);
});
