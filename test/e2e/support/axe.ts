/** axe on what is on screen, as every test of a screen or a dialog asks it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axeCore from 'axe-core';

/** What axe judges by colours; only they change with the scheme, everything else stays the very same elements. */
const byColour = ['color-contrast', 'link-in-text-block'];

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Half a megabyte of script, once for each document: the window has one, may open no other, and holds no frames. */
async function bringAxe(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1);
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(await readFile(source, 'utf8'));
}

/** Until nothing fades or slides any more: a dialog that is half there has half its contrast. Spinners never end. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const ending = () =>
      document
        .getAnimations()
        .filter(
          ({ playState, effect }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
        );
    // What has just been put on screen starts to move in its second frame.
    do {
      await Promise.allSettled(ending().map(({ finished }) => finished));
      await frame();
      await frame();
    } while (ending().length > 0);
  });
}

/**
 * In light by every rule, in dark by those of colours.
 * @param where what is on screen, for the message of a failure
 * @param within a selector, where the rest of the window is not this test's concern
 */
export async function expectNoViolations(page: Page, where: string, within?: string): Promise<void> {
  await bringAxe(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    const found = await page.evaluate(
      async ({ include, rules }) => {
        const { axe } = window as unknown as { axe: typeof axeCore };
        // Base UI's guards around messages and popovers pass the focus on as soon as they get it; nobody ever stands on one.
        const context = { ...(include ? { include } : {}), exclude: '[data-base-ui-focus-guard]' };
        // Only violations are read, and describing what is in order takes longer than judging it.
        const { violations } = await axe.run(context, {
          resultTypes: ['violations'],
          ...(rules ? { runOnly: rules } : {}),
        });
        return violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
        );
      },
      { include: within, rules: colorScheme === 'dark' ? byColour : undefined },
    );
    expect(found, `${where}, ${colorScheme}`).toEqual([]);
  }
}
