/** The pictures of damaged data: the screen of a file that cannot be read, and the report of its repair. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, openLatchkey, test } from '../support/app.ts';
import { desk } from '../support/desk.ts';

const pictures = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

async function picture(page: Page, name: string): Promise<void> {
  for (const [suffix, width, height] of [
    ['', 1360, 850],
    ['-1024', 1024, 700],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.screenshot({
        path: `${pictures}${name}${suffix}-${colorScheme}.png`,
        animations: 'disabled',
        caret: 'hide',
      });
    }
  }
}

test('damaged data and its repair', async ({ folder }) => {
  const profile = join(folder, 'profile');
  await mkdir(profile);
  await writeFile(join(profile, 'latchkey.db'), 'Dear diary, this is not a database.\n'.repeat(300));
  const host = await openLatchkey(profile);
  const at = desk(host.page);
  await expect(at.button('Try again')).toBeVisible();
  await picture(host.page, 'damaged-data');
  await at.button('Move it aside and start fresh').click();
  await expect(at.button('Open Latchkey')).toBeVisible();
  await picture(host.page, 'damaged-data-repaired');
  await host.close();
});
