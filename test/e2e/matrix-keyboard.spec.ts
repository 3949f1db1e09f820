/** Datature Vi without a mouse: signing in, making a key in the matrix, editing its permission, and changing many at once. */
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';

const harbour = 'org_7fh2kq9m';

test('the matrix is worked by keyboard alone', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = keyboardOf(page);
  const signIn = signInTo(sandbox, harbour);

  await test.step('signing in', async () => {
    await keys.activate(at.button('Connect a workspace'));
    const form = at.dialog('Connect a workspace');
    await keys.choose(form.getByLabel('Platform'), 'Datature Vi');
    await keys.fill(form.getByLabel('Base URL'), signIn.baseUrl);
    await keys.fill(form.getByLabel('Organization ID'), harbour);
    await keys.fill(form.getByLabel('Secret key'), signIn.credential);
    await keys.press('Enter');
    await expect(form).toBeHidden();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  });

  await test.step('a new key', async () => {
    await keys.press('ControlOrMeta+N');
    const form = at.dialog('New key');
    await keys.fill(form.getByLabel('Name'), 'made-without-a-mouse');
    const matrix = form.getByRole('table', { name: 'Access and permission' });
    await keys.pick(matrix, form.getByRole('radio', { name: 'Labeler Only' }));
    await keys.activate(form.getByRole('checkbox', { name: 'Dataset' }), 'Space');
    const deployment = form.getByRole('checkbox', { name: 'Deployment' });
    if (await deployment.isChecked()) await keys.activate(deployment, 'Space');
    await expect(form).toContainText('This key can create and modify annotations.');
    await expectNoViolations(page, 'matrix of a new key, by keyboard');
    await keys.activate(at.button('Generate key', form));
    const store = at.dialog('Store this secret');
    await keys.activate(at.button('Copy secret', store));
    await keys.activate(at.button('Done', store));
    await expect(store).toBeHidden();
    await expect(at.details.getByRole('heading', { name: 'made-without-a-mouse' })).toBeVisible();
  });

  await test.step('its permission', async () => {
    await keys.activate(at.button('Edit scope', at.details));
    const form = at.dialog('Edit scope');
    await keys.activate(form.getByRole('checkbox', { name: 'Training' }), 'Space');
    const matrix = form.getByRole('table', { name: 'Access and permission' });
    await keys.pick(matrix, form.getByRole('radio', { name: 'Read Only' }));
    await expect(form.getByRole('region', { name: 'Changes' })).toContainText('view workflows and runs');
    await expectNoViolations(page, 'matrix with its changes, by keyboard');
    await keys.press('Enter');
    await expect(form).toBeHidden();
    await expect(at.details).toContainText('Dataset, Training · Read Only');
    await expect(at.button('Edit scope', at.details)).toBeFocused();
  });

  await test.step('access for many at once, after a look at each', async () => {
    await keys.fill(at.search, 'made-without-a-mouse');
    await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
    await at.rowsSettled();
    await keys.tabTo(at.grid);
    await keys.press('ControlOrMeta+A');
    const bar = page.getByRole('region', { name: 'Selected keys' });
    await keys.activate(at.button('Scope…', bar));
    const form = at.dialog('Edit scope');
    await expect(at.button('Show what would change', form)).toBeDisabled();
    await keys.activate(form.getByRole('checkbox', { name: 'Deployment' }), 'Space');
    await keys.choose(form.getByLabel('Permission'), 'Full');
    await expectNoViolations(page, 'access for many');
    await keys.activate(at.button('Show what would change', form));
    const line = form.getByRole('listitem').nth(1);
    await expect(line).toContainText('Dataset, Training · Read Only');
    await expect(line).toContainText('Full access');
    await keys.activate(at.button('Edit 1 key', form));
    await expect(form.getByRole('alert')).toHaveText('1 key changed scope.');
    await keys.press('Escape');
    await expect(form).toBeHidden();
  });

  await test.step('access that is all there is cannot be taken away', async () => {
    await keys.fill(at.search, 'container-codes-export');
    await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
    await at.rowsSettled();
    await keys.tabTo(at.grid);
    await keys.press('ControlOrMeta+A');
    await keys.activate(at.button('Scope…', page.getByRole('region', { name: 'Selected keys' })));
    const form = at.dialog('Edit scope');
    const modes = form.getByRole('group', { name: 'How to change the scope' });
    await keys.pick(modes, form.getByRole('radio', { name: 'Remove scopes' }));
    await keys.activate(form.getByRole('checkbox', { name: 'Dataset' }), 'Space');
    await keys.activate(at.button('Show what would change', form));
    await expect(form.getByRole('region', { name: 'Left alone' })).toContainText('No access would be left');
    await keys.press('Escape');
    await expect(form).toBeHidden();
  });
});
