/** A login that is a member of one workspace and an admin of another, behind one token: everything is read, and what is off says why. */
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/server.ts';
import { demoWithMembers, memberCredentials } from '../support/member-world.ts';
import { test as base, expect, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { keyboardOf } from './support/keyboard.ts';

const test = base.extend({
  sandbox: async ({ folder }, use) => {
    const sandbox = await startSandbox({
      profile: demoWithMembers(),
      port: 0,
      dataDir: join(folder, 'sandbox'),
    });
    await use(sandbox);
    await sandbox.close();
  },
});

const reason =
  'This login is a member of Orchard Labs, and only owners and admins make and change keys there. Ask an owner or admin of Orchard Labs.';

test('a member reads all keys, and each button that is off says why and whom to ask', async ({
  host,
  at,
  sandbox,
}) => {
  const { page } = host;
  const keys = keyboardOf(page);
  const dialog = at.dialog('New key');
  await at.connect({ ...signInTo(sandbox, 'orchard-labs'), credential: memberCredentials['workspace-keys'] });
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(54 + 22 + 1));

  await test.step('the key’s own buttons', async () => {
    await at.searchFor('annotator-portal', 1);
    await at.select('annotator-portal');
    await expect(at.details).toContainText('Member');
    await expect(at.details.getByText(reason)).toBeVisible();
    for (const name of ['Edit scope', 'Rename', 'Delete…']) {
      const button = at.button(name, at.details);
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await expect(button).toHaveAccessibleDescription(reason);
    }
    await keys.activate(at.button('Delete…', at.details));
    await expect(page.locator('dialog[open]')).toHaveCount(0);
    await expectNoViolations(page, 'the details of a key that a member looks at');
  });

  await test.step('the palette', async () => {
    await keys.press('ControlOrMeta+K');
    const palette = at.dialog('Command palette');
    await expect(palette).toBeVisible();
    await keys.type('delete');
    const option = palette.getByRole('option', { name: /^Delete…/ });
    await expect(option).toHaveAttribute('aria-disabled', 'true');
    await expect(option).toContainText(reason);
    await expect(option).toHaveAttribute('aria-selected', 'true');
    await keys.press('Enter');
    await expect(palette).toBeVisible();
    await expectNoViolations(page, 'the palette with what a member may not do');
    await keys.press('Escape');
    await expect(palette).toBeHidden();
  });

  await test.step('a new key goes to the workspace where it may be made', async () => {
    await keys.press('ControlOrMeta+N');
    await expect(dialog.getByLabel('Workspace').locator('option:checked')).toHaveText('Pixel Foundry');
    await expect(dialog.getByRole('option', { name: 'Orchard Labs: you are a member' })).toBeDisabled();
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('and never from the one that is looked at to another', async () => {
    await keys.press('ControlOrMeta+1');
    await expect(at.button('New key')).toHaveAccessibleDescription(reason);
    await expect(at.button('New key')).toHaveAttribute('aria-disabled', 'true');
    await keys.press('ControlOrMeta+N');
    await expect(dialog).toContainText(reason);
    await expectNoViolations(page, 'New key for a member');
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    await keys.press('ControlOrMeta+2');
    await expect(at.button('New key')).not.toHaveAttribute('aria-disabled', 'true');
    await keys.press('ControlOrMeta+0');
  });

  await test.step('many at once: the dry run skips what a member may not do', async () => {
    await at.searchFor('', 54 + 22);
    await at.grid.focus();
    await keys.press('ControlOrMeta+A');
    const bar = page.getByRole('region', { name: 'Selected keys' });
    await keys.activate(at.button('Delete…', bar));
    const dry = at.dialog('Delete keys');
    await keys.pick(
      dry.getByRole('group', { name: 'How they end' }),
      dry.getByRole('radio', { name: 'Delete now' }),
    );
    await keys.activate(at.button('Show what would change', dry));
    await expect(dry.getByRole('radio', { name: 'Will change 22' })).toBeChecked();
    await keys.pick(
      dry.getByRole('group', { name: 'Keys to show' }),
      dry.getByRole('radio', { name: 'Left alone 54' }),
    );
    await expect(dry.getByText(reason).first()).toBeAttached();
    await expectNoViolations(page, 'the dry run with what a member may not do');
    await keys.press('Escape');
  });
});
