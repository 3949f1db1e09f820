/** What a person without a mouse does with Latchkey: the words of `desk.ts`, by keys alone, and a few of their own. */
import { expect, type Locator, type Page } from '@playwright/test';
import { platforms } from '../../../src/shared/domain/platform.ts';
import { desk, type SignIn } from './desk.ts';
import { keyboardOf } from './keyboard.ts';

export function deskByKeys(page: Page) {
  const keys = keyboardOf(page);
  const at = desk(page);
  const { button } = at;

  return {
    ...keys,

    /** Fills the connect form and presses Enter in it; what comes of it is the test's business. */
    async fillConnect({ platform, baseUrl, credential, workspaces }: SignIn): Promise<Locator> {
      await keys.activate(button('Connect a workspace'));
      const form = at.dialog('Connect a workspace');
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
      await expect(await this.fillConnect(signIn)).toBeHidden();
      await expect(at.grid).toBeVisible();
    },

    /** Opens the palette, types, waits until the entry is the current one, and takes it. */
    async palette(words: string, entry: string | RegExp): Promise<void> {
      const palette = at.dialog('Command palette');
      await expect(page.locator('dialog[open]')).toHaveCount(0);
      await keys.press('ControlOrMeta+K');
      await expect(palette.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
      await keys.type(words);
      const option = palette.getByRole('option', { name: entry });
      await expect(option).toHaveAttribute('aria-selected', 'true');
      // What a screen reader follows is the field's word for it, and not the look.
      const id = (await option.getAttribute('id')) ?? '';
      await expect(palette.getByRole('combobox')).toHaveAttribute('aria-activedescendant', id);
      await keys.press('Enter');
      await expect(palette).toBeHidden();
    },

    /** Types a search in place of the one before; the box keeps the focus. */
    async searchFor(text: string, expectedRows: number): Promise<void> {
      await expect(page.locator('dialog[open]')).toHaveCount(0);
      await keys.press('ControlOrMeta+F');
      await expect(at.search).toBeFocused();
      await keys.press('ControlOrMeta+A');
      if (text === '') await keys.press('Delete');
      else await keys.type(text);
      await expect(at.grid).toHaveAttribute('aria-rowcount', String(expectedRows + 1));
      await at.rowsSettled();
    },

    /** From the search box into the table, to its first row; the inspector shows it. */
    async selectFirst(name: string): Promise<void> {
      await expect(at.search).toBeFocused();
      await keys.press('Enter');
      await expect(at.grid).toBeFocused();
      await keys.press('Home');
      await expect(at.details.getByRole('heading', { name, exact: true })).toBeVisible();
    },

    /** A key with the scope of that name; answers the dialog that hands its secret over. */
    async newKey({
      name,
      workspace,
      preset = 'Inference',
    }: {
      name: string;
      workspace: string;
      preset?: 'Project' | 'Inference' | 'Full access';
    }): Promise<Locator> {
      await keys.press('ControlOrMeta+N');
      const form = at.dialog('New key');
      await expect(form.getByLabel('Name')).toBeFocused();
      await keys.type(name);
      await keys.choose(form.getByLabel('Workspace'), workspace);
      await keys.choose(form.getByLabel('Environment'), 'Staging');
      const scope = form.getByRole('group', { name: 'Scope' });
      await keys.pick(scope, scope.getByRole('radio', { name: preset, exact: true }));
      await keys.activate(button('Generate key', form));
      const store = at.dialog('Store this secret');
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

    /** From wherever the focus is to the Undo of the message on screen, and presses it. */
    async undo(): Promise<void> {
      const undo = page.getByRole('button', { name: 'Undo' });
      // The message before it may still be fading.
      await expect(undo).toHaveCount(1);
      await keys.press('F6');
      await keys.activate(undo);
    },
  };
}

export type DeskByKeys = ReturnType<typeof deskByKeys>;
