/** How pictures for docs/screenshots are taken: light and dark, wide and narrow. */
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
export const wide = { width: 1360, height: 850 };
const narrow = { width: 1024, height: 700 };

/**
 * Afterwards the window is wide again. `show`: what each picture has to have in view, or what brings it there again, since
 * a change of size takes away what hovers.
 */
export async function pictures(
  page: Page,
  name: string,
  show?: Locator | (() => Promise<void>),
): Promise<void> {
  for (const [look, colorScheme, size] of [
    ['light', 'light', wide],
    ['dark', 'dark', wide],
    ['1024', 'light', narrow],
    ['1024-dark', 'dark', narrow],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(size);
    await (typeof show === 'function' ? show() : show?.scrollIntoViewIfNeeded());
    await page.evaluate(() =>
      document.fonts.ready.then(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      ),
    );
    await page.screenshot({ path: `${folder}${name}-${look}.png`, animations: 'disabled', caret: 'hide' });
  }
  await page.setViewportSize(wide);
}
