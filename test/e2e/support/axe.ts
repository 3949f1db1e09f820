/** axe on what is on screen, as every test of a screen or a dialog asks it. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe judges by colours; only they change with the scheme, everything else stays the very same elements. */
const byColour = ['color-contrast', 'link-in-text-block'];

/** In light by every rule, in dark by those of colours. `where`: what is on screen, for the message of a failure. */
export async function expectNoViolations(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // Legacy mode stays in the page: the window may neither open others nor talk to anyone. Base UI's guards around
    // messages and popovers pass the focus on as soon as they get it; nobody ever stands on one.
    const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-base-ui-focus-guard]');
    const { violations } = await (colorScheme === 'light' ? axe : axe.withRules(byColour)).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
    );
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}
