/** The pictures of damaged data: the screen of a file that cannot be read whole, and the report of its repair. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, openLatchkey, test } from '../support/app.ts';
import { damageTable } from '../support/damage.ts';
import { desk } from '../support/desk.ts';
import { pictures, wide } from './pictures.ts';

test('damaged data and its repair', async ({ folder, host, at, signedIn: _ }) => {
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await host.close();
  const profile = join(folder, 'profile');
  const file = join(profile, 'latchkey.db');
  await damageTable(file, 'keys');
  // As a power cut leaves it: with a log that was not folded in.
  await writeFile(`${file}-wal`, 'torn log');

  const again = await openLatchkey(profile);
  const after = desk(again.page);
  await again.page.setViewportSize(wide);
  await expect(after.button('Try again')).toBeVisible();
  await pictures(again.page, 'damaged-data');
  await after.button('Move it aside and start fresh').click();
  await expect(after.button('Open Latchkey')).toBeVisible();
  await pictures(again.page, 'damaged-data-repaired');
  await again.close();
});
