/** Saved searches through the application's core, as the window asks for them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, signInTo } from './desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let acme: string;
beforeAll(async () => {
  desk = await openDesk();
  const { workspaceIds } = await desk.core.call('connections.connect', signInTo(desk.sandbox, 'acme-vision'));
  [acme = ''] = workspaceIds;
  await desk.core.call('sync.now', { workspaceId: acme });
});
afterAll(() => desk.end());

const add = (name: string, search: string, workspaceId: string | null = null) =>
  desk.core.call('savedSearches.add', { name, search, workspaceId });
const list = () => desk.core.call('savedSearches.list', {});
const names = async () => (await list()).map(({ name }) => name);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ error }: { error: { code: string; message: string; field?: string } }) => error,
  );

it('keeps a search in its one spelling, with its workspace, and counts what it finds', async () => {
  const everywhere = await add('  Wide keys ', 'IS:full-access   "vision"');
  expect(everywhere).toMatchObject({ name: 'Wide keys', search: 'is:full-access "vision"' });
  const there = await add('Wide in Acme', 'is:full-access', acme);
  expect(await list()).toEqual([everywhere, there]);
  expect(desk.core.emitted).toContain('savedSearches.changed');

  const rows = await desk.core.call('inventory.rows', {
    query: {
      search: 'is:full-access',
      workspaceId: acme,
      sort: { column: 'name', direction: 'ascending' },
    },
    offset: 0,
    limit: 1,
  });
  expect(rows.total).toBeGreaterThan(0);
  const counts = await desk.core.call('savedSearches.counts', {});
  expect(counts.find(({ id }) => id === there.id)?.count).toBe(rows.total);
});

it('refuses in words what is there already, or cannot be a search', async () => {
  const [first] = await list();
  expect(await refusal(add('wide KEYS', 'unused:>90d'))).toMatchObject({
    code: 'duplicate-name',
    message: 'Another saved search is called “Wide keys”.',
    field: 'name',
  });
  expect(await refusal(add('Again', '  is:full-access  "vision"'))).toMatchObject({
    code: 'conflict',
    message: 'This search is saved already, as “Wide keys”.',
  });
  expect(await refusal(add('   ', 'unused:>90d'))).toMatchObject({ code: 'bad-input', field: 'name' });
  expect(await refusal(add('Wrong', 'statsu:overdue'))).toMatchObject({ code: 'bad-input' });
  expect(await refusal(add('Empty', '  '))).toMatchObject({ code: 'bad-input' });
  const rename = (name: string) => desk.core.call('savedSearches.rename', { id: first?.id ?? '', name });
  expect(await refusal(rename('WIDE in acme'))).toMatchObject({ code: 'duplicate-name', field: 'name' });
  // Its own name, written otherwise, is free.
  expect(await rename('WIDE keys')).toMatchObject({ name: 'WIDE keys' });
  expect(await names()).toEqual(['WIDE keys', 'Wide in Acme']);
});

it('moves, deletes, and puts back where it was', async () => {
  const { id } = await add('Idle', 'unused:>90d');
  await desk.core.call('savedSearches.move', { id, position: 1 });
  const before = await list();
  expect(before.map(({ name }) => name)).toEqual(['WIDE keys', 'Idle', 'Wide in Acme']);
  const gone = await desk.core.call('savedSearches.remove', { id });
  expect(gone.position).toBe(1);
  expect(await names()).toEqual(['WIDE keys', 'Wide in Acme']);
  await desk.core.call('savedSearches.restore', gone);
  await desk.core.call('savedSearches.restore', gone);
  expect(await list()).toEqual(before);

  await desk.core.call('savedSearches.remove', { id });
  await add('idle', 'unused:>30d');
  expect(await refusal(desk.core.call('savedSearches.restore', gone))).toMatchObject({
    code: 'duplicate-name',
  });
  expect(await refusal(desk.core.call('savedSearches.remove', { id }))).toMatchObject({ code: 'not-found' });
});
