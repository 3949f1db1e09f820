/** Rotation: the board by keys alone. */
import type { Locator, Page } from '@playwright/test';
import type {} from '../../src/renderer/lib/bridge.ts';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { countOf, setEnvironment } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

const column = (page: Page, name: string) => page.getByRole('listbox', { name, exact: true });

/** The card of a list that the keyboard is on. */
async function cardOf(page: Page, list: Locator): Promise<Locator> {
  const id = await list.getAttribute('aria-activedescendant');
  return page.locator(`[id="${id}"]`);
}

test('the board is walked, opened and filtered by keys alone', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const walk = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await setEnvironment(page, 'ws:acme created:<100d', 'production');
  const overdue = await setEnvironment(page, 'ws:orchard', 'staging');
  const soon = await countOf(page, 'status:due-soon');
  expect(Math.min(overdue, soon)).toBeGreaterThan(3);

  const late = column(page, 'Overdue');
  const due = column(page, 'Due');

  await test.step('the sidebar says how many there are, and leads there', async () => {
    const views = page.getByRole('navigation', { name: 'Views' });
    await expect(views.getByRole('button', { name: /^Rotation/ })).toHaveAccessibleName(
      `Rotation ${overdue + soon} to rotate, ${overdue} of them overdue`,
    );
    await walk.goTo('Rotation');
    await expect(late).toBeFocused();
    await expect(late.getByRole('option').first()).toHaveAttribute('aria-setsize', String(overdue));
    await expect(due.getByRole('option').first()).toHaveAttribute('aria-setsize', String(soon));
    await expect(await cardOf(page, late)).toContainText(/\d+ days? overdue/);
    await expectNoViolations(page, 'board');
  });

  await test.step('arrows go from card to card and from column to column', async () => {
    await walk.press('ArrowDown');
    await expect(await cardOf(page, late)).toHaveAttribute('aria-posinset', '2');
    await walk.press('ArrowRight');
    await expect(due).toBeFocused();
    await expect(await cardOf(page, due)).toHaveAttribute('aria-posinset', '1');
    await walk.press('End');
    await expect(await cardOf(page, due)).toHaveAttribute('aria-posinset', String(soon));
    await expect(await cardOf(page, due)).toBeInViewport();
    await walk.press('ArrowLeft');
    await expect(late).toBeFocused();
    await expect(await cardOf(page, late)).toHaveAttribute('aria-posinset', '2');
  });

  await test.step('Enter opens the key, Escape goes back to its card', async () => {
    const [name = ''] = (await (await cardOf(page, late)).innerText()).split('\n');
    await expect(at.details).toBeHidden();
    await walk.press('Enter');
    await expect(at.details).toBeFocused();
    await expect(at.details.getByRole('heading', { level: 2 })).toHaveText(name);
    await walk.press('Escape');
    await expect(at.details).toBeHidden();
    await expect(late).toBeFocused();
  });

  await test.step('a card that leaves does not take the keyboard with it', async () => {
    const left = await cardOf(page, late);
    const [gone = ''] = (await left.innerText()).split('\n');
    const next = late.getByRole('option').nth(2);
    const [stays = ''] = (await next.innerText()).split('\n');
    await page.evaluate(async (search) => {
      const query = { search, workspaceId: null, sort: { column: 'name', direction: 'ascending' } } as const;
      const found = await window.latchkey.inventoryRows({ query, offset: 0, limit: 1 });
      if (!found.ok) throw new Error(found.error.message);
      const keyIds = found.value.rows.map(({ id }) => id);
      await window.latchkey.annotationsSet({ keyIds, patch: { environment: 'development' } });
    }, `"${gone}" status:overdue`);
    await expect(late.getByRole('option').first()).toHaveAttribute('aria-setsize', String(overdue - 1));
    await expect(late).toBeFocused();
    await expect(await cardOf(page, late)).toContainText(stays);
  });

  await test.step('a search leaves the cards that it finds', async () => {
    const [name = ''] = (await (await cardOf(page, late)).innerText()).split('\n');
    await walk.press('/');
    await expect(at.search).toBeFocused();
    await walk.type(`"${name}"`);
    await expect(due.getByRole('option')).toHaveCount(0);
    await expect(late.getByRole('option')).toHaveCount(await countOf(page, `"${name}" status:overdue`));
    await walk.press('Enter');
    await expect(late).toBeFocused();
    await walk.press('/');
    await walk.press('Escape');
    await expect(late.getByRole('option').first()).toHaveAttribute('aria-setsize', String(overdue - 1));
  });
});
