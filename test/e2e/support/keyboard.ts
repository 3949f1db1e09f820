/** A person without a mouse: nothing here clicks, and nothing is focused but by keys. */
import { type ElementHandle, expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has; a search that takes as many goes in circles. */
const mostStops = 120;

export function keyboardOf(page: Page) {
  const { keyboard } = page;
  const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);
  /** The same of an element that was found before; `gone` where it is no longer on screen. */
  const isStill = (found: ElementHandle<Node>) =>
    found
      .evaluate((node) => (node.isConnected ? node === document.activeElement : 'gone'))
      .catch(() => 'gone' as const);

  return {
    press: (key: string) => keyboard.press(key),
    type: (text: string) => keyboard.type(text),

    /** Goes on with Tab until the target has the focus; fails where Tab never gets there. */
    async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
      await expect(target).toBeVisible();
      // To look for a role and a name through the whole window takes longer than a stop: only on arrival, and anew
      // where the screen has put another element in its place.
      let found = await target.elementHandle();
      for (let stop = 0; stop <= mostStops; stop += 1) {
        const focused = found === null ? 'gone' : await isStill(found);
        if (focused !== false) {
          if (await isFocused(target)) return;
          found = await target.elementHandle();
        }
        await keyboard.press(key);
      }
      throw new Error(`${key} never reached ${target}.`);
    },

    /** Goes to a button and presses it. */
    async activate(target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
      await this.tabTo(target);
      await keyboard.press(key);
    },

    /** Replaces what stands in a field. */
    async fill(field: Locator, text: string): Promise<void> {
      await this.tabTo(field);
      await keyboard.press('ControlOrMeta+A');
      await keyboard.type(text);
    },

    /** Chooses in a list by typing the beginning of what is wanted, as lists let one do. */
    async choose(list: Locator, label: string): Promise<void> {
      await this.tabTo(list);
      // A list forgets what was typed after a second, which on a busy machine can pass between two letters.
      await expect(async () => {
        await keyboard.type(label);
        await expect(list.locator('option:checked')).toHaveText(label, { timeout: 2_000 });
      }).toPass();
    },

    /** Goes through a group of radio buttons with the arrows, from the one that is chosen. */
    async pick(group: Locator, radio: Locator): Promise<void> {
      const checked = group.getByRole('radio', { checked: true });
      await this.tabTo((await checked.count()) > 0 ? checked : group.getByRole('radio').first());
      for (let step = 0; step <= mostStops && !(await radio.isChecked()); step += 1) {
        await keyboard.press('ArrowDown');
      }
      await expect(radio).toBeChecked();
    },
  };
}
