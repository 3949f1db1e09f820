/** What a person does with Latchkey without a mouse, in words a test can read; the keys alone do it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { platforms } from '../../../src/shared/domain/platform.ts';
import { desk, type SignIn } from './desk.ts';
import { keyboardOf } from './keyboard.ts';

export function walkOn(page: Page) {
  const keys = keyboardOf(page);
  const at = desk(page);
  const { grid, details, dialog, button } = at;

  /** What is typed while a dialog is just closing goes nowhere: nothing behind it takes the focus yet. */
  const noDialog = () => expect(page.locator('dialog[open]')).toHaveCount(0);

  const walk = {
    ...keys,

    /** Finds something in the command palette and takes it. */
    async command(typed: string, choice: string | RegExp): Promise<void> {
      await noDialog();
      const palette = dialog('Command palette');
      await keys.press('ControlOrMeta+K');
      await expect(palette.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
      await keys.type(typed);
      const option = palette.getByRole('option', { name: choice });
      await expect(option).toHaveAttribute('aria-selected', 'true');
      const id = (await option.getAttribute('id')) ?? '';
      await expect(palette.getByRole('combobox')).toHaveAttribute('aria-activedescendant', id);
      await keys.press('Enter');
      await expect(palette).toBeHidden();
    },

    goTo: (screen: string) => walk.command(`go to ${screen.toLowerCase()}`, `Go to ${screen}`),

    /** Fills the connect form and sends it; what comes of it is the test's business. */
    async fillConnect({ platform, baseUrl, credential, workspaces }: SignIn): Promise<Locator> {
      await noDialog();
      await keys.activate(button('Connect a workspace'));
      const form = dialog('Connect a workspace');
      const { label, credentialLabel, needsOrganizationId } = platforms[platform as keyof typeof platforms];
      await keys.choose(form.getByLabel('Platform'), label);
      await keys.fill(form.getByLabel('Base URL'), baseUrl);
      if (needsOrganizationId)
        await keys.fill(form.getByLabel('Organization ID'), workspaces?.[0]?.slug ?? '');
      await keys.fill(form.getByLabel(credentialLabel), credential);
      await keys.press('Enter');
      return form;
    },

    async connect(signIn: SignIn): Promise<void> {
      await expect(await walk.fillConnect(signIn)).toBeHidden();
    },

    /** Types a search in place of the one before; the box keeps the focus. */
    async searchFor(text: string, expectedRows: number): Promise<void> {
      await noDialog();
      await keys.press('ControlOrMeta+F');
      await expect(at.search).toBeFocused();
      await keys.press('ControlOrMeta+A');
      if (text === '') await keys.press('Delete');
      else await keys.type(text);
      await expect(grid).toHaveAttribute('aria-rowcount', String(expectedRows + 1));
      await at.rowsSettled();
    },

    /** From the search box into the table, to its first row; the inspector shows it. */
    async selectFirst(name: string): Promise<void> {
      await expect(at.search).toBeFocused();
      await keys.press('Enter');
      await expect(grid).toBeFocused();
      await keys.press('Home');
      await expect(details.getByRole('heading', { name, exact: true })).toBeVisible();
    },

    /** Shows a key in the inspector, wherever it is listed. */
    async inspect(name: string): Promise<void> {
      await walk.command(name, new RegExp(`^${name}`));
      await expect(details.getByRole('heading', { name })).toBeVisible();
    },

    /** A key with the scope of that name, up to the secret that waits to be stored. */
    async newKey({
      name,
      workspace,
      preset = 'Inference',
    }: {
      name: string;
      workspace: string;
      preset?: 'Project' | 'Inference' | 'Full access';
    }): Promise<Locator> {
      await noDialog();
      await keys.press('ControlOrMeta+N');
      const form = dialog('New key');
      await keys.fill(form.getByLabel('Name'), name);
      await keys.choose(form.getByLabel('Workspace'), workspace);
      await keys.choose(form.getByLabel('Environment'), 'Staging');
      const scope = form.getByRole('group', { name: 'Scope' });
      await keys.pick(scope, scope.getByRole('radio', { name: preset, exact: true }));
      await keys.activate(button('Generate key', form));
      const store = dialog('Store this secret');
      await expect(store).toBeVisible();
      return store;
    },

    /** Hands the secret over by the clipboard, and goes on. */
    async copyAndClose(store: Locator): Promise<void> {
      await keys.activate(button('Copy secret', store));
      await expect(store).toContainText('Copied');
      await keys.activate(button('Done', store));
      await expect(store).toBeHidden();
    },

    /** A key whose secret lies on the clipboard. */
    async makeKey(name: string, workspace: string): Promise<void> {
      await walk.copyAndClose(await walk.newKey({ name, workspace }));
    },

    /** Presses what the latest message offers to take back, the way F6 leads to it. */
    async undo(): Promise<void> {
      const undo = page.getByRole('button', { name: 'Undo', exact: true });
      await expect(undo).toHaveCount(1);
      await keys.press('F6');
      await keys.activate(undo);
    },

    async signInAgain(form: Locator, credential: string): Promise<void> {
      await keys.fill(form.getByLabel(/^(API key|Token|Secret key)$/), credential);
      await keys.press('Enter');
      await expect(form).toBeHidden();
    },
  };
  return walk;
}

export type Walk = ReturnType<typeof walkOn>;
