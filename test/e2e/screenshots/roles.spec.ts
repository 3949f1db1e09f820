/** The pictures of a member's desk: the key's buttons, the palette, and New key, each with its reason. */
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { demoWithMembers, memberCredentials } from '../../support/member-world.ts';
import { test as base, expect, signInTo } from '../support/app.ts';
import { pictures, wide } from './pictures.ts';

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

test('a member', async ({ host, at, sandbox }) => {
  const { page } = host;
  await page.setViewportSize(wide);
  await at.connect({ ...signInTo(sandbox, 'orchard-labs'), credential: memberCredentials['workspace-keys'] });
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(54 + 22 + 1));
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await at.workspaces.getByRole('button', { name: /^Orchard Labs/ }).click();
  await at.select('annotator-portal');
  await page.mouse.move(0, 0);
  await pictures(page, 'role-member');
  await page.keyboard.press('Control+k');
  await expect(at.dialog('Command palette')).toBeVisible();
  await page.keyboard.type('edit');
  await pictures(page, 'role-member-palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+n');
  await expect(at.dialog('New key')).toBeVisible();
  await pictures(page, 'role-member-new-key');
});
