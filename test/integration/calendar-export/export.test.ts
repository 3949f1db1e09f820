/** The calendar file as main writes it: what is asked, what is on disk, and what is said where it cannot be written. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesk, signInTo } from '../main/desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let asked: string[][];
let chosen: string | null;
beforeEach(async () => {
  asked = [];
  desk = await openDesk({
    askWhereToSave: async (name, title) => {
      asked.push([name, title]);
      return chosen;
    },
  });
  for (const slug of ['acme-vision', 'orchard-labs']) {
    const { workspaceIds } = await desk.core.call('connections.connect', signInTo(desk.sandbox, slug));
    for (const workspaceId of workspaceIds) await desk.core.call('sync.now', { workspaceId });
  }
});
afterEach(() => desk.end());

const save = (workspaceId: string | null) => desk.core.call('calendarExport.save', { workspaceId });

async function dueKeys(search: string): Promise<number> {
  const sort = { column: 'name', direction: 'ascending' } as const;
  const query = { search, workspaceId: null, sort };
  return (await desk.core.call('inventory.rows', { query, offset: 0, limit: 1 })).total;
}

it('is written for its owner alone, replaced by the next, and holds no prefix', async () => {
  chosen = join(desk.profile, 'rotations.ics');
  const written = await save(null);
  const keys = await dueKeys('due:>2000-01-01');
  const overdue = await dueKeys('status:overdue');
  expect(written).toEqual({ fileName: 'rotations.ics', keys, overdue });
  expect(keys).toBeGreaterThan(overdue);
  expect(asked).toEqual([['latchkey-rotations.ics', 'Export the rotation calendar']]);

  const text = await readFile(chosen, 'utf8');
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(events).toHaveLength(keys);
  expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(keys);
  const query = {
    search: 'due:>2000-01-01',
    workspaceId: null,
    sort: { column: 'name', direction: 'ascending' },
  };
  const { rows } = await desk.core.call('inventory.rows', { query, offset: 0, limit: 200 });
  const words = text.replaceAll('\r\n ', '').split(/[^\w-]+/);
  for (const { prefix } of rows.filter((row) => row.prefix !== '')) expect(words).not.toContain(prefix);
  if (process.platform !== 'win32') expect((await stat(chosen)).mode & 0o777).toBe(0o600);

  await save(null);
  expect((await readdir(desk.profile)).filter((name) => /ics|part/.test(name))).toEqual(['rotations.ics']);
});

it('is not written where the person thought better of it, and nothing is asked where nothing is due', async () => {
  chosen = null;
  expect(await save(null)).toBeNull();
  const workspaces = await desk.core.call('workspaces.list', {});
  // The keys of this platform have no environment, and so no policy.
  const orchard = workspaces.find(({ slug }) => slug === 'orchard-labs');
  asked = [];
  expect(await save(orchard?.id ?? '')).toBe('empty');
  expect(asked).toEqual([]);
});

it('says why it could not be written', async () => {
  chosen = join(desk.profile, 'gone', 'rotations.ics');
  await expect(save(null)).rejects.toMatchObject({
    error: {
      code: 'file',
      message: 'The calendar was not saved. The folder “gone” is not there any more.',
      hint: 'Choose another folder.',
    },
  });
});
