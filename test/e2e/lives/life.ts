/** The steps in the life of a key that are the same on every platform, on one desk. Each state is read with axe. */
import type { Locator } from '@playwright/test';
import { expect } from '../support/app.ts';
import { expectNoViolations } from '../support/axe.ts';
import type { Desk } from '../support/desk.ts';
import type { Host } from '../support/host.ts';

/** The same request as an application that has the secret would send; answers the status. */
export async function ask(
  url: string,
  secret: string,
  method: 'GET' | 'POST' = 'POST',
  body: unknown = {},
): Promise<number> {
  const response = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

export function lifeOn({ page, evalMain }: Host, at: Desk) {
  const form = at.dialog('New key');

  return {
    /** Begins a new key with a name; what it may do is the platform's. */
    async begin(name: string): Promise<Locator> {
      await at.button('New key').click();
      await form.getByLabel('Name').fill(name);
      return form;
    },

    /** Generates what was begun, takes its secret off the clipboard, and looks at the key. */
    async generate(name: string): Promise<string> {
      await expectNoViolations(page, 'a new key');
      await at.button('Generate key', form).click();
      const store = at.dialog('Store this secret');
      await expect(store).toBeVisible();
      await expectNoViolations(page, 'a secret to be stored');
      await at.button('Copy secret', store).click();
      await expect(store).toContainText('Copied');
      const secret = await evalMain(({ clipboard }) => clipboard.readText());
      await at.button('Done', store).click();
      await expect(store).toBeHidden();
      await at.searchFor(name, 1);
      await at.select(name);
      await expectNoViolations(page, 'a key of its own');
      return secret;
    },

    /** Opens the scope editor, lets `choose` work in it, and saves. */
    async edit(choose: (editor: Locator) => Promise<void>): Promise<void> {
      await at.button('Edit scope', at.details).click();
      const editor = at.dialog('Edit scope');
      await choose(editor);
      await expectNoViolations(page, 'a scope with its changes');
      await at.button('Save', editor).click();
      await expect(editor).toBeHidden();
    },

    /** Tries another name, which the platform refuses with this sentence; the key keeps its own. */
    async refuseName(name: string, sentence: string): Promise<void> {
      await at.button('Rename', at.details).click();
      const dialog = at.dialog('Rename key');
      await dialog.getByLabel('Name').fill(name);
      await at.button('Save', dialog).click();
      await expect(dialog).toContainText(sentence);
      await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
      await expectNoViolations(page, 'a name that was refused');
      await at.button('Cancel', dialog).click();
      await expect(dialog).toBeHidden();
    },

    /** Deletes the selected key, which is the only one in view. */
    async end(): Promise<void> {
      await at.button('Delete…', at.details).click();
      const dialog = at.dialog('Delete key');
      await expect(dialog).toContainText(/immediate and final/);
      await expectNoViolations(page, 'a key to be deleted');
      await at.button('Delete', dialog).click();
      await expect(dialog).toBeHidden();
      await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
    },
  };
}
