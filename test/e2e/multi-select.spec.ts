/** Many keys at once: chosen by pointer and by keyboard, over rows that were never read, and kept while all else moves. */
import type { Page } from '@playwright/test';
import type {} from '../../src/renderer/lib/bridge.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { desk } from './support/desk.ts';
import { keyboardOf } from './support/keyboard.ts';

type Desk = ReturnType<typeof desk>;

const everyKey = 424;
const bar = (page: Page) => page.getByRole('region', { name: 'Selected keys' });
/** 1-based, so that the header is not counted. */
const rowOf = (at: Desk, position: number) => at.grid.getByRole('row').nth(position);
const boxOf = (at: Desk, position: number) => rowOf(at, position).getByRole('checkbox');

/** How far below the top of the table a row is, in pixels. */
async function placeOf(at: Desk, position: number): Promise<number> {
  const [row, table] = [await rowOf(at, position).boundingBox(), await at.grid.boundingBox()];
  return (row?.y ?? 0) - (table?.y ?? 0);
}

async function expectSelected(page: Page, words: string): Promise<void> {
  await expect(bar(page)).toContainText(new RegExp(`^${words}`));
}

test('by pointer', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const place = await placeOf(at, 8);

  await test.step('one, a range, one out of it', async () => {
    await boxOf(at, 2).click();
    await expectSelected(page, '1 key selected');
    await rowOf(at, 5).click({ modifiers: ['Shift'] });
    await expectSelected(page, '4 keys selected');
    await rowOf(at, 3).click({ modifiers: ['ControlOrMeta'] });
    await expectSelected(page, '3 keys selected');
    await expect(boxOf(at, 3)).not.toBeChecked();
    await expect(boxOf(at, 4)).toBeChecked();
    await expect(boxOf(at, 4)).toHaveAccessibleName(/^Select \S/);
  });

  await test.step('looking at a key is not choosing it', async () => {
    await rowOf(at, 7).click();
    await expect(rowOf(at, 7)).toHaveAttribute('aria-current', 'true');
    await expect(rowOf(at, 7)).toHaveAttribute('aria-selected', 'false');
    await expect(rowOf(at, 5)).toHaveAttribute('aria-selected', 'true');
    await expectSelected(page, '3 keys selected');
    // The bar came without moving a row.
    await expect.poll(() => placeOf(at, 8)).toBe(place);
  });

  await test.step('what cannot be done says why, what can asks first', async () => {
    const enable = at.button('Enable', bar(page));
    await expect(enable).toHaveAttribute('aria-disabled', 'true');
    await expect(enable).toHaveAccessibleDescription('None of these keys is disabled.');
    await expectNoViolations(page, 'selected keys');
    await at.button('Owner…', bar(page)).click();
    await expect(page.getByRole('dialog')).toContainText('3 keys');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('all on screen, all that match, all but one', async () => {
    await at.button('Clear', bar(page)).click();
    await expect(bar(page)).toBeHidden();
    await expect(at.grid).toBeFocused();
    const all = at.grid.getByRole('checkbox', { name: 'Select the keys on screen' });
    await all.click();
    await expect(all).toBeChecked();
    await at.button(`Select all ${everyKey} matching keys`, bar(page)).click();
    await expectSelected(page, `${everyKey} keys selected`);
    await boxOf(at, 4).click();
    await expectSelected(page, `${everyKey - 1} keys selected`);
    await expect(boxOf(at, 5)).toBeChecked();
  });

  await test.step('another view has another everything', async () => {
    await at.searchFor('orchard labs', 54);
    await expect(bar(page)).toBeHidden();
    await expect(page.getByText('Selection cleared: it was everything in the view before.')).toBeVisible();
  });
});

test('chosen keys stay chosen, until they are gone', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  const orchard = signInTo(sandbox, 'orchard-labs');
  await boxOf(at, 1).click();
  await at.searchFor('ws:orchard-labs', 54);
  await expectSelected(page, '1 key selected1 outside this view');
  const name = (await boxOf(at, 1).getAttribute('aria-label'))?.replace(/^Select /, '');
  await boxOf(at, 1).click();
  await boxOf(at, 2).click();
  await expectSelected(page, '3 keys selected1 outside this view');

  // Somebody else deletes one of them, at the platform.
  await deleteElsewhere(name);
  await at.button('Sync now').click();
  await expectSelected(page, '2 keys selected1 outside this view');
  await expect(boxOf(at, 1)).toBeDisabled();
  await expect(boxOf(at, 2)).toBeChecked();

  await at.searchFor('', everyKey);
  await expectSelected(page, '2 keys selected');
  await expect(bar(page)).not.toContainText('outside');

  // The last one goes while the focus is on what could have been done to it.
  await at.button('Clear', bar(page)).click();
  await at.searchFor('ws:orchard-labs', 54);
  await boxOf(at, 3).click();
  const last = (await boxOf(at, 3).getAttribute('aria-label'))?.replace(/^Select /, '');
  await at.button('Owner…', bar(page)).focus();
  await deleteElsewhere(last);
  await page.evaluate(() => window.latchkey.syncNow({ workspaceId: null }));
  await expect(bar(page)).toBeHidden();
  await expect(at.grid).toBeFocused();

  async function deleteElsewhere(name: string | undefined): Promise<void> {
    const keysUrl = `${orchard.baseUrl}/api/v1/workspaces/orchard-labs/keys`;
    const headers = { authorization: `Bearer ${orchard.credential}` };
    const found = await fetch(`${keysUrl}?limit=100`, { headers });
    const { keys } = (await found.json()) as { keys: { id: string; name: string }[] };
    const key = keys.find((each) => each.name === name);
    expect((await fetch(`${keysUrl}/${key?.id}`, { method: 'DELETE', headers })).status).toBe(204);
  }
});

test('by keyboard: one, ranges, all that match, all on screen, and all but one', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = keyboardOf(page);
  await keys.tabTo(at.grid);

  await test.step('one, a range, a smaller range', async () => {
    await keys.press('ArrowDown');
    await expect(rowOf(at, 1)).toHaveAttribute('aria-current', 'true');
    await keys.press('Space');
    await expectSelected(page, '1 key selected');
    for (let press = 0; press < 3; press += 1) await keys.press('Shift+ArrowDown');
    await expectSelected(page, '4 keys selected');
    await keys.press('Shift+ArrowUp');
    await expectSelected(page, '3 keys selected');
    await keys.press('ArrowDown');
    await keys.press('ArrowDown');
    await keys.press('Space');
    await expectSelected(page, '4 keys selected');
    await expect(rowOf(at, 4)).toHaveAttribute('aria-selected', 'false');
    await expect(rowOf(at, 5)).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('what cannot be done is reached, and says why', async () => {
    await keys.tabTo(at.button('Enable', bar(page)));
    await expect(page.getByText('None of these keys is disabled.').filter({ visible: true })).toBeVisible();
    await expectNoViolations(page, 'a reason');
    await keys.tabTo(at.grid, 'Shift+Tab');
  });

  await test.step('a range over rows that nobody has read', async () => {
    await keys.press('Home');
    await keys.press('Control+Shift+End');
    await expectSelected(page, `${everyKey} keys selected`);
    await keys.press('Escape');
    await expect(bar(page)).toBeHidden();
  });

  await test.step('all that match, and on to what to do with them', async () => {
    await keys.press('ControlOrMeta+a');
    await expectSelected(page, `${everyKey} keys selected`);
    await keys.activate(at.button('Environment…', bar(page)));
    await expect(page.getByRole('dialog')).toContainText(`${everyKey} keys`);
    await keys.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(at.button('Environment…', bar(page))).toBeFocused();
    await keys.press('Escape');
    await expect(bar(page)).toBeHidden();
    await expect(at.grid).toBeFocused();
  });

  await test.step('all on screen, from the header', async () => {
    await keys.press('Home');
    await keys.press('ArrowUp');
    await keys.press('ArrowLeft');
    await keys.press('Space');
    await expect(at.grid.getByRole('checkbox', { name: 'Select the keys on screen' })).toBeChecked();
    await keys.press('Space');
    await expect(bar(page)).toBeHidden();
  });

  await test.step('all that match from the bar, and all but one', async () => {
    await keys.press('Space');
    await keys.activate(at.button(`Select all ${everyKey} matching keys`, bar(page)));
    await expectSelected(page, `${everyKey} keys selected`);
    await keys.tabTo(at.grid, 'Shift+Tab');
    await keys.press('ArrowDown');
    await keys.press('Space');
    await expectSelected(page, `${everyKey - 1} keys selected`);
    await expectNoViolations(page, 'all but one');
    await keys.activate(at.button('Clear', bar(page)));
    await expect(bar(page)).toBeHidden();
    await expect(at.grid).toBeFocused();
  });
});
