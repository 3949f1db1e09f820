/** What a person does with Latchkey, in words a test can read; everything is found by role and accessible name. */
import { expect, type Locator, type Page } from '@playwright/test';

/** `workspaces`: where the platform asks for the organization too, the first one's slug is its id. */
export type SignIn = {
  platform: string;
  baseUrl: string;
  credential: string;
  workspaces?: readonly { slug: string }[];
};

/** How the credential field is called, by platform. */
const credentialLabels: Readonly<Record<string, string>> = {
  roboflow: 'API key',
  'datature-vi': 'Secret key',
  'workspace-keys': 'Token',
};

export function desk(page: Page) {
  const grid = page.getByRole('grid', { name: 'Keys' });
  const details = page.getByRole('region', { name: 'Key details' });
  const dialog = (name: string) => page.getByRole('dialog', { name });
  const button = (name: string, within: Page | Locator = page) =>
    within.getByRole('button', { name, exact: true });

  return {
    grid,
    details,
    dialog,
    button,
    search: page.getByRole('searchbox', { name: 'Search keys' }),
    syncStatus: page.getByRole('status', { name: 'Sync status' }),
    workspaces: page.getByRole('navigation', { name: 'Workspaces' }),

    /** Fills the connect form and presses Connect; what comes of it is the test's business. */
    async fillConnect({ platform, baseUrl, credential, workspaces }: SignIn): Promise<Locator> {
      await button('Connect a workspace').click();
      const form = dialog('Connect a workspace');
      await form.getByLabel('Platform').selectOption(platform);
      await form.getByLabel('Base URL').fill(baseUrl);
      if (platform === 'datature-vi') {
        await form.getByLabel('Organization ID').fill(workspaces?.[0]?.slug ?? '');
      }
      await form.getByLabel(credentialLabels[platform] ?? '').fill(credential);
      await button('Connect', form).click();
      return form;
    },

    async connect(signIn: SignIn): Promise<void> {
      const form = await this.fillConnect(signIn);
      await expect(form).toBeHidden();
      await expect(grid).toBeVisible();
    },

    /** The same on a screen that is not the inventory. */
    async connectHere(signIn: SignIn): Promise<void> {
      const form = await this.fillConnect(signIn);
      await expect(form).toBeHidden();
    },

    /** Matching rows, as the grid tells assistive technology; the header does not count. */
    async rowCount(): Promise<number> {
      return Number(await grid.getAttribute('aria-rowcount')) - 1;
    },

    async searchFor(text: string, expectedRows: number): Promise<void> {
      // What is typed while a dialog is just closing goes nowhere: the box behind it takes no focus yet.
      await expect(page.locator('dialog[open]')).toHaveCount(0);
      await page.getByRole('searchbox', { name: 'Search keys' }).fill(text);
      await expect(grid).toHaveAttribute('aria-rowcount', String(expectedRows + 1));
      await this.rowsSettled();
    },

    /** Until the rows are those of what was asked for last: those before take no press, also where they look the same. */
    async rowsSettled(): Promise<void> {
      await expect(grid).toHaveAttribute('aria-busy', 'false');
    },

    /** Selects the row of a key, which must be in view; the inspector shows it. */
    async select(name: string): Promise<void> {
      await this.rowsSettled();
      await grid.getByRole('row').filter({ hasText: name }).first().click();
      await expect(details.getByRole('heading', { name })).toBeVisible();
    },

    async createInferenceKey(name: string, workspace: string): Promise<Locator> {
      await button('New key').click();
      const form = dialog('New key');
      await form.getByLabel('Name').fill(name);
      await form.getByLabel('Workspace').selectOption({ label: workspace });
      await form.getByLabel('Environment').selectOption({ label: 'Staging' });
      await form.getByRole('radio', { name: 'Inference', exact: true }).check();
      await button('Generate key', form).click();
      const store = dialog('Store this secret');
      await expect(store).toBeVisible();
      return store;
    },

    async editScope(preset: 'Project' | 'Inference' | 'Full access'): Promise<void> {
      await button('Edit scope', details).click();
      const form = dialog('Edit scope');
      await form.getByRole('radio', { name: preset, exact: true }).check();
      await button('Save', form).click();
      await expect(form).toBeHidden();
    },
  };
}

export type Desk = ReturnType<typeof desk>;
