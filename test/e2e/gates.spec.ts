/** What a plan, a platform or a protection does not allow: not offered, explained where it would be, and never sent. */
import type { Page } from '@playwright/test';
import { openToll } from '../support/toll.ts';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import type { Desk } from './support/desk.ts';
import { otherAdministrator } from './support/other-administrator.ts';

const plan =
  /^The plan of this workspace does not include Advanced API Keys, as Roboflow said when it was last tried/;
const guarded =
  /^Protected: only Roboflow’s dashboard can lift that, and then it can be disabled, rolled or deleted/;

/** Somebody sits at the wire and writes down what would change something. */
async function watched<SignIn extends { baseUrl: string }>(signIn: SignIn) {
  const { origin } = new URL(signIn.baseUrl);
  const toll = await openToll(origin);
  return { toll, signIn: { ...signIn, baseUrl: signIn.baseUrl.replace(origin, toll.url) } };
}

/** A button that keeps its place and the focus, says why it does nothing, and does nothing. */
async function expectGated(at: Desk, name: string, reason: RegExp): Promise<void> {
  const button = at.button(name, at.details);
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(button).toHaveAccessibleDescription(reason);
  await button.focus();
  await expect(button).toBeFocused();
  await button.press('Enter');
  await button.click({ force: true });
  await expect(at.details.page().getByRole('dialog')).toHaveCount(0);
}

/** The actions that the palette offers for the key that is looked at. */
async function actionsInPalette(page: Page, at: Desk, key: string): Promise<string[]> {
  const palette = at.dialog('Command palette');
  await page.keyboard.press('Control+k');
  await expect(palette.getByRole('combobox')).toBeFocused();
  const group = palette.getByRole('group', { name: new RegExp(key) });
  await expect(group).toBeVisible();
  const names = await group.getByRole('option').allTextContents();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  return names;
}

const chosen = (page: Page) => page.getByRole('region', { name: 'Selected keys' });

test('a plan without Advanced API Keys: disabling is refused once, and not offered again', async ({
  host,
  at,
  starter,
}) => {
  const { page } = host;
  const { toll, signIn } = await watched(starter.signIn);
  await at.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '11');
  await at.searchFor('camera-1', 1);
  await at.select('camera-1');

  // No platform tells its plan: the first time is found out by asking.
  await at.button('Disable', at.details).click();
  await expect(at.details.getByRole('alert')).toContainText(
    'The plan of this workspace does not include Advanced API Keys, which disabling a key needs.',
  );
  await expectGated(at, 'Disable', plan);
  await expect(at.details.getByText(plan)).toBeVisible();
  await expectNoViolations(page, 'a plan that refused');
  const asked = toll.writes.length;
  expect(asked).toBe(1);

  // What needs no plan is there as ever.
  for (const name of ['Edit scope', 'Rename', 'Protect', 'Roll…', 'Delete…'])
    await expect(at.button(name, at.details)).not.toHaveAttribute('aria-disabled', 'true');
  const actions = await actionsInPalette(page, at, 'camera-1');
  expect(actions.join()).not.toContain('Disable');
  expect(actions.join()).toContain('Roll…');

  await test.step('the next key of the workspace has no quarantine to offer', async () => {
    await at.searchFor('camera-2', 1);
    await at.select('camera-2');
    await expectGated(at, 'Disable', plan);
    await at.button('Delete…', at.details).click();
    const dialog = at.dialog('Delete key');
    await expect(dialog).toContainText('There is no quarantine for this key. The plan of this workspace');
    await expect(at.button('Quarantine', dialog)).toHaveCount(0);
    await expectNoViolations(page, 'a deletion without quarantine');
    await at.button('Cancel', dialog).click();
  });

  await test.step('of many keys none is sent', async () => {
    await at.searchFor('camera', 9);
    await at.grid.focus();
    await page.keyboard.press('Control+a');
    await at.button('Disable', chosen(page)).click();
    const dialog = at.dialog('Disable keys');
    await expect(dialog.getByRole('region', { name: 'Left alone' })).toContainText(
      'does not include Advanced API Keys, as Roboflow said',
    );
    await expect(dialog.getByRole('button', { name: /^Disable \d+ keys?$/ })).toHaveCount(0);
    await expectNoViolations(page, 'a dry run that leaves all alone');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
  expect(toll.writes).toHaveLength(asked);

  await test.step('whoever knows better may try, and is told again', async () => {
    await page.keyboard.press('Escape');
    await at.searchFor('camera-1', 1);
    await at.select('camera-1');
    await at.button('Try all the same', at.details).click();
    await expect(at.button('Disable', at.details)).not.toHaveAttribute('aria-disabled', 'true');
    await at.button('Disable', at.details).click();
    await expect(at.details.getByRole('alert')).toContainText('does not include Advanced API Keys');
    await expectGated(at, 'Disable', plan);
    expect(toll.writes).toHaveLength(asked + 1);
  });
});

test('a roll needs no plan', async ({ at, starter }) => {
  await at.connect(starter.signIn);
  await at.searchFor('camera-3', 1);
  await at.select('camera-3');
  await at.button('Roll…', at.details).click();
  await at.button('Roll key', at.dialog('Roll key')).click();
  const store = at.dialog('Store this secret');
  await at.button('Copy secret', store).click();
  await expect(store).toContainText('Copied');
  await at.button('Done', store).click();
  await expect(store).toBeHidden();
  // One that works, and one that was replaced: not a loss.
  await at.searchFor('camera-3', 2);
  await expect(at.grid.getByRole('row').filter({ hasText: 'Replaced' })).toHaveCount(1);
  await expect(at.grid.getByRole('row').filter({ hasText: 'Vanished' })).toHaveCount(0);
});

test('a protected key: what could end it is not offered, and protecting asks first', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const { toll, signIn } = await watched(signInTo(sandbox, 'acme-vision'));
  await at.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  await at.searchFor('plant-historian', 1);
  await at.select('plant-historian');

  await at.button('Protect', at.details).click();
  await expect(at.details).toContainText('Only Roboflow’s dashboard can lift it again.');
  await expectNoViolations(page, 'the question before protecting');
  expect(toll.writes).toEqual([]);
  await at.button('Protect key', at.details).click();
  await expect(at.details.getByText(guarded)).toBeVisible();
  expect(toll.writes).toHaveLength(1);

  for (const name of ['Disable', 'Roll…', 'Delete…']) await expectGated(at, name, guarded);
  await expectGated(at, 'Protect', /^Protected already\. Only Roboflow’s dashboard can lift it/);
  await expectNoViolations(page, 'a protected key');
  const actions = (await actionsInPalette(page, at, 'plant-historian')).join();
  for (const name of ['Disable', 'Roll…', 'Delete…', 'Protect']) expect(actions).not.toContain(name);
  expect(actions).toContain('Rename');

  await at.grid.focus();
  await page.keyboard.press('Control+a');
  for (const name of ['Disable', 'Delete…']) {
    const button = at.button(name, chosen(page));
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription(
      /^Protected: only the platform’s dashboard can lift that/,
    );
    await button.press('Enter');
  }
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Rolling many at once is not offered at all: each would be an outage, and its secret a person's to hand over.
  await expect(chosen(page).getByRole('button', { name: /roll/i })).toHaveCount(0);
  expect(toll.writes).toHaveLength(1);
  await page.keyboard.press('Escape');

  await test.step('what was protected elsewhere a moment ago is found out before anything is sent', async () => {
    const others = otherAdministrator(signInTo(sandbox, 'acme-vision'));
    await others.create('made-to-be-protected', ['model:infer']);
    await at.button('Sync now').click();
    await at.searchFor('made-to-be-protected', 1);
    await at.select('made-to-be-protected');
    await others.change(await others.idOf('made-to-be-protected'), { protected: true });
    await at.button('Roll…', at.details).click();
    await at.button('Roll key', at.dialog('Roll key')).click();
    await expect(at.dialog('Roll key').getByRole('alert')).toContainText(
      'made-to-be-protected is protected, so the platform refuses to roll it.',
    );
    expect(toll.writes).toHaveLength(1);
    await at.button('Cancel', at.dialog('Roll key')).click();
    await expectGated(at, 'Delete…', guarded);
  });
});

test('platforms without disabling, protecting and rolling say so, and an organization without pickers too', async ({
  host,
  at,
  starter,
}) => {
  const { toll, signIn } = await watched(starter.withoutPickers);
  await at.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '7');
  await at.select('survey-1');
  await expectGated(
    at,
    'Edit scope',
    /^This organization has no access and permission settings for its keys/,
  );
  await expectGated(at, 'Disable', /^Datature Vi cannot disable a key\. Delete it, or narrow its scope/);
  await expectGated(at, 'Protect', /^Datature Vi cannot protect a key/);
  await expectGated(at, 'Roll…', /^Datature Vi cannot roll a key in one step/);
  await expectNoViolations(host.page, 'an organization without pickers');
  const actions = await actionsInPalette(host.page, at, 'survey-1');
  expect(actions.map((each) => each.trim())).toEqual([
    'Rotate…R',
    'Rename',
    'Mark as compromised…X',
    'Delete…',
    'Edit details',
    'Rotation policy of the key…',
  ]);

  await at.button('New key').click();
  const form = at.dialog('New key');
  await expect(form).toContainText('every key has full access');
  await expect(form.getByRole('checkbox', { name: 'Dataset' })).toHaveCount(0);
  await expectNoViolations(host.page, 'a new key without pickers');
  expect(toll.writes).toEqual([]);
});
