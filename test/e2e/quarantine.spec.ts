/** Quarantine by keyboard alone: into it, out of it, and what became of it while the computer was off. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { roboflowTrial } from './support/trial.ts';
import { type Walk, walkOn } from './support/walk.ts';

type Desk = ReturnType<typeof desk>;

async function newKey(keys: Walk, name: string): Promise<void> {
  await keys.makeKey(name, 'Acme Vision');
  await keys.inspect(name);
}

/** Opens the delete dialog of the selected key and takes what it offers first. */
async function quarantine(keys: Walk, at: Desk): Promise<void> {
  await keys.command('delete', 'Delete…');
  const dialog = at.dialog('Delete key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await keys.press('Tab');
  await keys.press('Tab');
  await expect(at.button('Quarantine', dialog)).toBeFocused();
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
}

const bin = (page: Page) => page.getByRole('grid', { name: 'Keys in quarantine' });
const countInSidebar = (page: Page) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: /^Quarantine/ });

test('by keyboard: into quarantine, undone; again, planned anew, enabled and undone, and restored from its screen', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const name = 'quarantine-trial';
  await newKey(keys, name);
  const secret = await host.evalMain(({ clipboard }) => clipboard.readText());
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision', secret };

  await keys.command('delete', 'Delete…');
  await expect(at.dialog('Delete key')).toContainText('To be deleted on');
  await expectNoViolations(page, 'delete dialog with quarantine');
  await keys.press('Escape');

  await test.step('undone at once', async () => {
    await quarantine(keys, at);
    await expect(at.details).toContainText('Quarantined: will be deleted on');
    expect(await roboflowTrial.predict(use)).toBe(401);
    await keys.undo();
    await expect(page.getByText(`Restored ${name}`)).toBeVisible();
    await expect(at.details).not.toContainText('Quarantined');
    expect(await roboflowTrial.predict(use)).toBe(200);
  });

  await test.step('from the inspector, and on to its screen', async () => {
    await keys.activate(at.button('Delete…', at.details));
    const dialog = at.dialog('Delete key');
    await expect(at.button('Cancel', dialog)).toBeFocused();
    await keys.activate(at.button('Quarantine', dialog));
    await expect(at.details).toContainText('in 14 days');
    await keys.goTo('Quarantine');
    await expect(bin(page)).toBeFocused();
    await expect(bin(page)).toHaveAttribute('aria-rowcount', '2');
    await expect(countInSidebar(page)).toContainText('1 keys');
    await keys.press('ArrowDown');
    await expect(bin(page).getByRole('row', { name })).toHaveAttribute('aria-selected', 'true');
    await expectNoViolations(page, 'quarantine with a key');
  });

  await test.step('planned anew', async () => {
    await keys.press('Enter');
    await expect(at.details).toBeFocused();
    await keys.activate(at.button('Change date…', at.details));
    const plan = at.dialog('Change date');
    await expect(at.button('Cancel', plan)).toBeFocused();
    await expectNoViolations(page, 'change date');
    await keys.pick(
      plan.getByRole('group', { name: 'Days in quarantine' }),
      plan.getByRole('radio', { name: 'Other' }),
    );
    await keys.fill(plan.getByRole('textbox', { name: 'Number of days' }), 'none');
    await expect(plan).toContainText('Type a number from 1 to 365.');
    await expect(at.button('Change date', plan)).toBeDisabled();
    await expectNoViolations(page, 'change date with an error');
    await keys.fill(plan.getByRole('textbox', { name: 'Number of days' }), '45');
    await expect(plan).toContainText('in 45 days');
    await keys.activate(at.button('Change date', plan));
    await expect(plan).toBeHidden();
    await expect(at.button('Change date…', at.details)).toBeFocused();
    await expect(bin(page)).toContainText('in 45 days');
    await expect(at.details).toContainText('Its quarantine was planned anew, to be deleted on');
  });

  await test.step('enabled and undone: back in quarantine, until the same day', async () => {
    await keys.activate(at.button('Enable', at.details));
    await expect(page.getByText('No key is in quarantine.')).toBeVisible();
    expect(await roboflowTrial.predict(use)).toBe(200);
    await keys.undo();
    await expect(page.getByText(`Put ${name} back in quarantine`)).toBeVisible();
    await expect(bin(page)).toContainText('in 45 days');
    expect(await roboflowTrial.predict(use)).toBe(401);
  });

  await test.step('asked to delete it now, and not done', async () => {
    await keys.tabTo(bin(page));
    await keys.press('Delete');
    const dialog = at.dialog('Delete key');
    await expect(dialog).toContainText('It is in quarantine');
    await expect(at.button('Quarantine', dialog)).toBeHidden();
    await expectNoViolations(page, 'delete dialog of a key in quarantine');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(bin(page)).toBeFocused();
  });

  await test.step('restored', async () => {
    await keys.press('Enter');
    await expect(at.details).toBeFocused();
    await keys.activate(at.button('Restore', at.details));
    await expect(page.getByText('No key is in quarantine.')).toBeVisible();
    await expect(at.button('Disable', at.details)).toBeVisible();
    expect(await roboflowTrial.predict(use)).toBe(200);
    await expectNoViolations(page, 'empty quarantine');
  });
});

test('by keyboard: deleted before its day, from the screen of quarantine', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await newKey(keys, 'goes-at-once');
  await quarantine(keys, at);
  await keys.goTo('Quarantine');
  await expect(bin(page)).toHaveAttribute('aria-rowcount', '2');
  await keys.press('ArrowDown');
  await expect(at.details.getByRole('heading', { name: 'goes-at-once' })).toBeVisible();
  await keys.press('Delete');
  const dialog = at.dialog('Delete key');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await keys.activate(at.button('Delete', dialog));
  await expect(page.getByText('No key is in quarantine.')).toBeVisible();
  await expect(bin(page)).toBeFocused();
});

test('by keyboard: where a platform cannot disable, the dialog says why there is no quarantine', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.activate(at.workspaces.getByRole('button', { name: /^Orchard Labs/ }));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '55');
  await keys.tabTo(at.grid);
  await keys.press('Home');
  await keys.command('delete', 'Delete…');
  const dialog = at.dialog('Delete key');
  await expect(dialog).toContainText(
    'There is no quarantine for this key. This platform cannot disable a key.',
  );
  await expect(dialog).toContainText('immediate and final');
  await expect(at.button('Cancel', dialog)).toBeFocused();
  await expect(at.button('Quarantine', dialog)).toHaveCount(0);
  await expectNoViolations(page, 'delete dialog without quarantine');
});

test('by keyboard: on a plan that cannot disable, the dialog learns it and says so', async ({
  host,
  at,
  starter,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  await keys.connect(starter.signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '11');
  await keys.inspect('camera-1');
  await quarantineRefused();
  await keys.press('Escape');
  await expect(at.dialog('Delete key')).toBeHidden();
  // Known from now on: the next key is not offered what cannot be.
  await keys.command('delete', 'Delete…');
  await expect(at.dialog('Delete key')).toContainText('There is no quarantine for this key.');
  await expect(at.button('Quarantine', at.dialog('Delete key'))).toHaveCount(0);

  async function quarantineRefused(): Promise<void> {
    await keys.command('delete', 'Delete…');
    const dialog = at.dialog('Delete key');
    await keys.activate(at.button('Quarantine', dialog));
    await expect(dialog.getByRole('alert')).toContainText('Advanced API Keys');
    await expect(dialog).toContainText('There is no quarantine for this key.');
    await expect(at.button('Quarantine', dialog)).toHaveCount(0);
    await expectNoViolations(page, 'delete dialog, quarantine refused');
  }
});

test('by keyboard: what fell due while the computer was off is told at the next start, and what was held back is decided', async ({
  folder,
  host,
  at,
}) => {
  const profile = join(folder, 'profile');
  const first = walkOn(host.page);
  await first.activate(at.button('Explore the sandbox'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  for (const name of ['goes-as-planned', 'is-held-back', 'is-wanted-again']) {
    await newKey(first, name);
    await quarantine(first, at);
    await expect(at.details).toContainText('Quarantined: will be deleted on');
  }
  await host.close();

  // Three weeks pass; and two keys were not as they are now when they were put there.
  const database = new SqliteDatabase(join(profile, 'latchkey.db'));
  const back = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  database.prepare('UPDATE quarantine SET since = ?, due = ?').run(back(21), back(7));
  database
    .prepare(
      "UPDATE quarantine SET baseline = json_set(baseline, '$.name', 'had-another-name') WHERE key_name LIKE 'is-%'",
    )
    .run();
  database.close();

  const again = await openLatchkey(profile);
  const { page } = again;
  const after = desk(page);
  const keys = walkOn(page);
  await expect(page.getByText(/1 key \(goes-as-planned\) was deleted as planned/)).toBeVisible();
  await expect(page.getByText(/2 keys .*were due and were not deleted/)).toBeVisible();
  await expect(countInSidebar(page)).toContainText('2 held back of 2');
  await expectNoViolations(page, 'news of quarantine');
  await keys.activate(after.button('Show quarantine'));
  await expect(bin(page)).toContainText('Held back');
  await keys.activate(after.button('Dismiss'));
  await expect(page.getByText(/was deleted as planned/)).toBeHidden();
  // The button went with its message, and the keyboard stands at the list.
  await expect(bin(page)).toBeFocused();

  await keys.press('End');
  await expect(after.details).toContainText('renamed from had-another-name to is-');
  await expectNoViolations(page, 'quarantine with keys held back');
  await keys.inspect('is-held-back');
  await keys.activate(after.button('Change date…', after.details));
  const plan = after.dialog('Change date');
  await expect(after.button('Cancel', plan)).toBeFocused();
  await keys.activate(after.button('Change date', plan));
  await expect(plan).toBeHidden();
  await expect(after.details).toContainText('in 14 days');
  await keys.inspect('is-wanted-again');
  await keys.activate(after.button('Restore', after.details));
  await expect(after.details).not.toContainText('held back');
  await expect(countInSidebar(page)).toContainText('1 keys');
  await again.close();
});
