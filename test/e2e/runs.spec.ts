/** Rotation runs by keys alone: one from its start to the proof, steps taken back, a secret that was lost, two keys together. */
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { roboflowTrial } from './support/trial.ts';
import { type Walk, walkOn } from './support/walk.ts';

type Desk = ReturnType<typeof desk>;

const runDialog = (at: Desk): Locator => at.dialog('Rotate key');

/** The heading of the step where it stands. */
async function standsAt(at: Desk, heading: string | RegExp): Promise<void> {
  await expect(runDialog(at).getByRole('heading', { level: 3 }).first()).toHaveText(heading);
}

/** A key that three programs use, as somebody noted. */
async function usedKey(page: Page, keys: Walk, at: Desk, name: string): Promise<void> {
  await keys.makeKey(name, 'Acme Vision');
  await keys.inspect(name);
  await keys.activate(at.button('Edit details', at.details));
  const form = at.dialog('Edit details');
  await keys.fill(form.getByLabel('Used by'), 'line 4 camera, nightly export');
  await keys.activate(at.button('Save', form));
  await expect(form).toBeHidden();
  await expect(page.locator('dialog[open]')).toHaveCount(0);
}

/** Up to the twin's secret on the clipboard; the run is on screen again afterwards. */
async function begin(keys: Walk, at: Desk, axe: (where: string) => Promise<void>): Promise<void> {
  await keys.press('r');
  await expect(at.button('Make the twin', runDialog(at))).toBeFocused();
  await axe('start of a rotation');
  await keys.press('Enter');
  await standsAt(at, 'Step 2 of 7: Hand over');
  await expect(at.button('Hand over…', runDialog(at))).toBeFocused();
}

async function handOver(keys: Walk, at: Desk): Promise<void> {
  await keys.activate(at.button('Hand over…', runDialog(at)));
  await keys.copyAndClose(at.dialog('Store this secret'));
  await standsAt(at, 'Step 3 of 7: Consumers');
}

test('by keyboard: one whole run, with steps taken back on the way', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const axe = (where: string) => expectNoViolations(page, where);
  const clipboard = () => host.evalMain(({ clipboard: board }) => board.readText());
  const name = 'line4-rotation';
  await usedKey(page, keys, at, name);
  const oldSecret = await clipboard();
  const use = { baseUrl: signInTo(sandbox, 'acme-vision').baseUrl, workspace: 'acme-vision' };
  const works = (secret: string) => roboflowTrial.predict({ ...use, secret });
  const dialog = runDialog(at);

  await test.step('from the menu of its row, and not yet', async () => {
    await keys.tabTo(at.grid);
    await keys.press('Shift+F10');
    const menu = page.getByRole('menu', { name: `Actions for ${name}` });
    await expect(menu.getByRole('menuitem', { name: 'Rotate…' })).toBeVisible();
    await axe('the menu of a row');
    await keys.press('Escape');
    await expect(menu).toBeHidden();
    await expect(at.grid).toBeFocused();
    await keys.press('Shift+F10');
    await expect(menu.getByRole('menuitem', { name: 'Rotate…' })).toBeVisible();
    await keys.press('Home');
    await keys.press('Enter');
    await expect(at.button('Make the twin', dialog)).toBeFocused();
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(at.grid).toBeFocused();
  });

  await test.step('the twin, and its secret', async () => {
    await begin(keys, at, axe);
    await axe('a run: hand over');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    // Closing lost nothing: the inspector says where it stands, and leads back.
    await expect(at.details).toContainText('Being rotated: step 2 of 7');
    await expect(at.grid.getByRole('row', { name: new RegExp(name) }).first()).toContainText('step 2 of 7');
    await axe('a key that is being rotated');
    await keys.press('r');
    await standsAt(at, 'Step 2 of 7: Hand over');
    await handOver(keys, at);
  });
  const newSecret = await clipboard();
  expect(newSecret).not.toBe(oldSecret);
  expect([await works(oldSecret), await works(newSecret)]).toEqual([200, 200]);

  await test.step('consumers, ticked one by one; the last tick taken back', async () => {
    await expect(dialog).toContainText('0 of 2 consumers have switched');
    await axe('a run: consumers');
    await keys.activate(dialog.getByRole('checkbox', { name: 'line 4 camera' }), 'Space');
    await expect(dialog).toContainText('1 of 2 consumers have switched');
    await keys.activate(dialog.getByRole('checkbox', { name: 'nightly export' }), 'Space');
    await standsAt(at, 'Step 4 of 7: Quiet');
    await axe('a run: quiet');
    await keys.activate(at.button('Undo…', dialog));
    const undo = at.dialog('Undo consumers');
    await expect(at.button('Go back', undo)).toBeFocused();
    await axe('undo of a step');
    await keys.activate(at.button('Undo', undo));
    await standsAt(at, 'Step 3 of 7: Consumers');
    await expect(dialog).toContainText('1 of 2 consumers have switched');
    await keys.activate(at.button('All have switched', dialog));
    await standsAt(at, 'Step 4 of 7: Quiet');
  });

  await test.step('disabled, enabled again, and disabled', async () => {
    // Whoever stood on the button of a step does not stand on that of the next.
    await expect(at.button('Close', dialog)).toBeFocused();
    await keys.activate(at.button('It is quiet', dialog));
    await standsAt(at, 'Step 6 of 7: Delete');
    await expect(dialog).toContainText('in quarantine until');
    expect([await works(oldSecret), await works(newSecret)]).toEqual([401, 200]);
    await axe('a run: in quarantine');
    await keys.activate(at.button('Undo…', dialog));
    await keys.activate(at.button('Undo', at.dialog('Undo disable')));
    await standsAt(at, 'Step 5 of 7: Disable');
    expect(await works(oldSecret)).toBe(200);
    await axe('a run: disable');
    await keys.activate(at.button('Disable the old key', dialog));
    await standsAt(at, 'Step 6 of 7: Delete');
    expect(await works(oldSecret)).toBe(401);
  });

  await test.step('deleted now, and proved', async () => {
    await keys.activate(at.button('Delete now…', dialog));
    const question = at.dialog('Delete old key');
    await expect(at.button('Cancel', question)).toBeFocused();
    await axe('delete the old key of a run');
    await keys.press('Enter');
    await standsAt(at, 'Step 6 of 7: Delete');
    await keys.activate(at.button('Delete now…', dialog));
    await keys.activate(at.button('Delete now', question));
    await standsAt(at, 'Done: the old key is gone');
    expect([await works(oldSecret), await works(newSecret)]).toEqual([401, 200]);
    await axe('a run that is done');
    await keys.activate(dialog.getByRole('button', { name: /^Show twin/ }));
    await expect(dialog).toBeHidden();
    await expect(at.details).toContainText('Rotated on');
  });
});

test('by keyboard: a secret that was lost with a quit, another twin, and the whole rotation cancelled', async ({
  folder,
  host,
  at,
}) => {
  const profile = join(folder, 'profile');
  const first = walkOn(host.page);
  await first.activate(at.button('Explore the sandbox'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const name = 'loses-its-secret';
  await first.makeKey(name, 'Acme Vision');
  await first.inspect(name);
  await begin(first, at, async () => {});
  await host.close();

  const again = await openLatchkey(profile);
  const { page } = again;
  const after = desk(page);
  const keys = walkOn(page);
  await expect(after.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await keys.command(`rotation of ${name}`, new RegExp(`^Rotation of ${name}`));
  const dialog = runDialog(after);
  await expect(dialog).toContainText('The secret of the twin is not in memory any more.');
  await expect(after.button('It was handed over', dialog)).toBeVisible();
  await expectNoViolations(page, 'a run whose secret was lost');
  await keys.activate(after.button('Make another twin…', dialog));
  const question = after.dialog('Make another twin');
  await expect(after.button('Cancel', question)).toBeFocused();
  await keys.activate(after.button('Make another twin', question));
  await expect(after.button('Hand over…', dialog)).toBeVisible();
  await handOver(keys, after);
  await expect(dialog).toContainText('Nobody noted who uses this key.');

  await keys.activate(after.button('Cancel rotation…', dialog));
  const cancel = after.dialog('Cancel rotation');
  await expect(after.button('Keep rotating', cancel)).toBeFocused();
  await expectNoViolations(page, 'cancelling a rotation');
  await keys.activate(after.button('Cancel rotation', cancel));
  await standsAt(after, 'Taken back: nothing was rotated');
  await keys.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(after.grid).toHaveAttribute('aria-rowcount', '689');
  await keys.inspect(name);
  await expect(after.button('Rotate…', after.details)).toBeVisible();
  await again.close();
});

test('by keyboard: two keys of one consumer together, from the table to their deletion', async ({
  host,
  at,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  for (const name of ['twosome-a', 'twosome-b']) await usedKey(page, keys, at, name);
  await keys.searchFor('twosome', 2);
  await keys.press('Enter');
  await keys.press('Home');
  await keys.press(' ');
  await keys.press('Shift+ArrowDown');
  await expect(page.getByRole('region', { name: 'Selected keys' })).toContainText('2 keys selected');
  await keys.press('r');
  const start = at.dialog('Rotate keys');
  await expect(at.button('Make 2 twins', start)).toBeFocused();
  await expectNoViolations(page, 'start of two rotations');
  await keys.press('Enter');
  const together = at.dialog('Rotate keys');
  const store = at.dialog('Store this secret');
  await expect(together).toContainText('Hand over: 2 keys');
  await expectNoViolations(page, 'two runs together');
  await keys.activate(at.button('Hand over the next…', together));
  await keys.copyAndClose(store);
  await expect(together).toContainText('Hand over: 1 key');
  await keys.activate(at.button('Hand over…', together));
  await keys.copyAndClose(store);

  await expect(together).toContainText('Consumers: 2 keys');
  await keys.activate(together.getByRole('checkbox', { name: 'line 4 camera' }), 'Space');
  await expect(together).toContainText('in 2 of 2 keys');
  await keys.activate(at.button('All have switched: all 2', together));
  await expect(together).toContainText('Quiet: 2 keys');
  await keys.activate(at.button('It is quiet: all 2', together));
  await expect(together).toContainText('Delete: 2 keys');
  await keys.activate(at.button('Delete 2 now…', together));
  const question = at.dialog('Delete old keys');
  await expect(at.button('Cancel', question)).toBeFocused();
  await expect(at.button('Delete 2 keys now', question)).toBeDisabled();
  await expectNoViolations(page, 'delete the old keys of two runs');
  await keys.fill(question.getByRole('textbox'), 'acme-vision');
  await keys.press('Enter');
  await expect(together).toContainText('Ended: 2 keys');
  await keys.press('Escape');
  await expect(together).toBeHidden();
});
