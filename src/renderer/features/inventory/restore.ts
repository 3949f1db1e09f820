/** Sets the table up as it was the last time, and only then reads its first rows. */
import { readSettings } from '../settings/kept.ts';
import { restoreLayout } from './grid/layout-store.ts';
import { beginReading } from './rows-store.ts';
import { restoreSort } from './view-store.ts';

export async function restoreInventory(): Promise<void> {
  const { inventoryColumns, inventorySort } = await readSettings();
  restoreLayout(inventoryColumns);
  restoreSort(inventorySort);
  beginReading();
}
