/** Rotation policies, and keys that rest, by keys alone. */
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { countOf, setEnvironment } from './support/due-dates.ts';
import { walkOn } from './support/walk.ts';

test('keys rest for a while, one and many, and are woken again', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const walk = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const overdue = await setEnvironment(page, 'ws:orchard', 'staging');
  expect(overdue).toBeGreaterThan(2);
  const dialog = at.dialog('Snooze');

  await test.step('S snoozes the key in view, and asks for a reason', async () => {
    await walk.searchFor('status:overdue', overdue);
    await walk.press('Enter');
    await walk.press('Home');
    await expect(at.details).toContainText(/\d+ d late/);
    await walk.press('s');
    const reason = dialog.getByLabel('Reason');
    await expect(reason).toBeFocused();
    await walk.press('Enter');
    await expect(dialog).toContainText('Say why this can wait.');
    await expect(reason).toBeFocused();
    await expectNoViolations(page, 'snooze');
    await walk.type('The line stands still');
    await walk.pick(
      dialog.getByRole('group', { name: 'Rest for' }),
      dialog.getByRole('radio', { name: '14 days' }),
    );
    await walk.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(overdue));
    expect(await countOf(page, 'is:snoozed')).toBe(1);
  });

  await test.step('Undo wakes it', async () => {
    await walk.undo();
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(overdue + 1));
  });

  await test.step('and all that are selected at once', async () => {
    await walk.searchFor('ws:orchard', await countOf(page, 'ws:orchard'));
    await walk.searchFor('status:overdue', overdue);
    await walk.press('Enter');
    await expect(at.grid).toBeFocused();
    await walk.press('ControlOrMeta+A');
    await expect(page.getByRole('region', { name: 'Selected keys' })).toContainText(
      `${overdue} keys selected`,
    );
    await walk.press('s');
    await expect(dialog).toContainText(`${overdue} keys`);
    await walk.type('Holidays');
    await walk.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(`Snoozed ${overdue} keys until`)).toBeVisible();
    expect(await countOf(page, 'is:snoozed')).toBe(overdue);
    await walk.searchFor('is:snoozed', overdue);
  });

  await test.step('the inspector says until when and why, and ends it', async () => {
    await walk.press('Enter');
    await walk.press('Home');
    await expect(at.details).toContainText('Snoozed until');
    await expect(at.details).toContainText('“Holidays”');
    await walk.press('Enter');
    await expect(at.details).toBeFocused();
    await walk.activate(at.details.getByRole('button', { name: 'End snooze' }));
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(overdue));
    expect(await countOf(page, 'status:overdue')).toBe(1);
  });
});

test('policies are set for all workspaces, for one and for a key', async ({ host, at, signedIn: _ }) => {
  const { page } = host;
  const walk = walkOn(page);
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const overdue = await setEnvironment(page, 'ws:orchard', 'staging');
  const keys = await countOf(page, 'env:staging -status:vanished -status:disabled');
  const dialog = at.dialog('Rotation policies');
  const ownDays = 'Another number of days';

  await test.step('it says beforehand what that moves', async () => {
    await walk.command('rotation policies', 'Rotation policies');
    await expect(dialog.getByLabel('For')).toBeFocused();
    await walk.choose(dialog.getByLabel('Staging', { exact: true }), ownDays);
    await walk.fill(dialog.getByLabel('Staging: number of days'), '1');
    await expect(dialog.getByRole('status')).toContainText(`${keys} keys fall due earlier`);
    await expectNoViolations(page, 'policies');
    await walk.press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => countOf(page, 'status:overdue')).toBeGreaterThan(overdue);
  });

  await test.step('longer needs a reason, and Undo puts back what was', async () => {
    await walk.undo();
    await expect.poll(() => countOf(page, 'status:overdue')).toBe(overdue);
    await walk.command('rotation policies', 'Rotation policies');
    await expect(dialog).toContainText('every day to as usual');
    await walk.choose(dialog.getByLabel('For'), 'Orchard Labs');
    await walk.choose(dialog.getByLabel('Staging', { exact: true }), 'As needed, without a day');
    await walk.activate(dialog.getByRole('button', { name: 'Save' }));
    await expect(dialog).toContainText('Say why these keys may live longer than others.');
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await walk.type('Test bench only');
    await walk.press('Enter');
    await expect(dialog).toBeHidden();
    await expect.poll(() => countOf(page, 'ws:orchard status:overdue')).toBe(0);
  });

  await test.step('a key can have its own', async () => {
    const own = at.dialog('Rotation policy');
    await walk.searchFor('env:staging -status:disabled', await countOf(page, 'env:staging -status:disabled'));
    await walk.press('Enter');
    await walk.press('Home');
    await expect(at.details).toContainText('As needed, as Staging keys of this workspace');
    await walk.press('Enter');
    await walk.activate(at.details.getByRole('button', { name: 'Change…' }));
    await walk.choose(own.getByLabel('This key rotates', { exact: true }), ownDays);
    await walk.fill(own.getByLabel('This key rotates: number of days'), '30');
    await expect(own).toContainText('Then due on');
    await expectNoViolations(page, 'key policy');
    await walk.press('Enter');
    await expect(own).toBeHidden();
    await expect(at.details).toContainText('Every 30 days, by its own policy');
    await expect(at.details).toContainText('Rotation policy changed');
  });
});
