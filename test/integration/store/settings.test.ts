import { expect, it } from 'vitest';
import { defaultSettings } from '#shared/ipc/settings.ts';
import { createSettings } from '../../../src/main/settings/service.ts';
import { openStore } from '../../../src/main/store/client.ts';
import { repairStore } from '../../../src/main/store/repair-thread.ts';
import { openOperations, temporaryFolder } from '../../support/store.ts';
import { threadScript } from '../../support/threads.ts';

const workerUrl = threadScript('store');

const columns = [
  { id: 'name', shown: true, width: 240 },
  { id: 'a column of a later version', shown: true, width: null },
];

async function withSettings<Answer>(
  file: string,
  use: (settings: ReturnType<typeof createSettings>) => Promise<Answer>,
): Promise<Answer> {
  const store = await openStore({ file, workerUrl });
  try {
    return await use(createSettings(store));
  } finally {
    await store.close();
  }
}

it('has its defaults until something was set', async () => {
  using folder = temporaryFolder();
  expect(await withSettings(folder.file, (settings) => settings.read())).toEqual(defaultSettings);
});

it('keeps what was set over a restart, and leaves the others alone', async () => {
  using folder = temporaryFolder();
  const inventorySort = { column: 'createdAt', direction: 'descending' } as const;
  await withSettings(folder.file, async (settings) => {
    await settings.write({ inventorySort });
    await settings.write({ inventoryColumns: columns, inventorySort: undefined });
  });
  const kept = await withSettings(folder.file, (settings) => settings.read());
  expect(kept).toEqual({ ...defaultSettings, inventoryColumns: columns, inventorySort });
});

it.each([
  ['no JSON', '{"column":'],
  ['another shape', '{"column":"name"}'],
  ['a value there never was', '{"column":"colour","direction":"ascending"}'],
  ['nothing', ''],
])('takes %s for not set, and keeps the rest', async (_name, damaged) => {
  using folder = temporaryFolder();
  {
    using store = openOperations(folder.file);
    store.operations.writeSettings([
      { name: 'inventorySort', value: damaged },
      { name: 'inventoryColumns', value: JSON.stringify(columns) },
      { name: 'a setting of a later version', value: '1' },
    ]);
  }
  const settings = await withSettings(folder.file, (read) => read.read());
  expect(settings).toEqual({ ...defaultSettings, inventoryColumns: columns });
});

it('brings settings through a repair', async () => {
  using folder = temporaryFolder();
  await withSettings(folder.file, (settings) => settings.write({ inventoryColumns: columns }));
  const { salvaged } = await repairStore(folder.file, workerUrl, new Date('2026-09-01T08:00:00Z'));
  expect(salvaged).toContainEqual({ table: 'settings', count: 1, whole: true });
  const kept = await withSettings(folder.file, (settings) => settings.read());
  expect(kept.inventoryColumns).toEqual(columns);
});
