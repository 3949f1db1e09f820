/** A Datature Vi organization whose plan has no access and permission settings: the scope is read-only, with the reason. */
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/server.ts';
import { demoWithoutPickers, withoutPickers } from '../support/without-pickers.ts';
import { test as base, expect, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';

const test = base.extend({
  sandbox: async ({ folder }, use) => {
    const sandbox = await startSandbox({
      profile: demoWithoutPickers(),
      port: 0,
      dataDir: join(folder, 'sandbox'),
    });
    await use(sandbox);
    await sandbox.close();
  },
});

const reason =
  /This organization has no access and permission settings for its keys: every key has full access\./;

test('details, Edit scope and New key say why the scope cannot be chosen', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = keyboardOf(page);
  await at.connect(signInTo(sandbox, withoutPickers));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '2');
  await at.select('latchkey-admin');
  const edit = at.button('Edit scope', at.details);
  await expect(edit).toHaveAttribute('aria-disabled', 'true');
  await expect(edit).toHaveAccessibleDescription(reason);
  await keys.tabTo(edit);
  await expect(page.getByText(reason).filter({ visible: true }).first()).toBeVisible();
  await expectNoViolations(page, 'details in an organization without pickers');
  await keys.press('Enter');
  await expect(page.locator('dialog[open]')).toHaveCount(0);

  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  const scope = form.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText('Full access');
  await expect(scope).toContainText(reason);
  await expect(form.getByRole('checkbox', { name: 'Dataset' })).toHaveCount(0);
  await expectNoViolations(page, 'New key in an organization without pickers');
  await keys.fill(form.getByLabel('Name'), 'quay-reader');
  await keys.activate(at.button('Generate key', form));
  const store = at.dialog('Store this secret');
  await keys.activate(at.button('I don’t need it', store));
  await keys.activate(at.button('Discard it', store));
  await expect(store).toBeHidden();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '3');
});
