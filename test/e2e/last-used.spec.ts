/** How keys are used: a new one until it is seen in use, one that fell silent and one that woke; by keyboard alone. */
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/server.ts';
import { test as base, expect, openLatchkey, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { demoWithUses, hour, night, nights, rememberUses } from './support/use-history.ts';
import { walkOn } from './support/walk.ts';

const harbour = 'org_7fh2kq9m';
const histories = [
  { key: 'container-codes-export', uses: nights(40, 3) },
  { key: 'handover-2024', uses: [night(150)], createdAt: night(600), usedSince: Date.now() - hour },
  { key: 'quay-backend', uses: nights(30, 1) },
];
/** Two nights after its last use. */
const silentFrom = Math.max(...nights(40, 3)) + 48 * hour;

const test = base.extend({
  sandbox: async ({ folder }, use) => {
    const sandbox = await startSandbox({
      profile: demoWithUses(histories),
      port: 0,
      dataDir: join(folder, 'sandbox'),
    });
    await use(sandbox);
    await sandbox.close();
  },
});

test('a key made here waits as not yet seen in use until somebody uses it', async ({ host, at, sandbox }) => {
  const { page } = host;
  const keys = walkOn(page);
  // Wide enough for the column of last uses.
  await page.setViewportSize({ width: 1600, height: 900 });
  const signIn = signInTo(sandbox, harbour);
  await keys.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  await keys.press('ControlOrMeta+N');
  const form = at.dialog('New key');
  await keys.fill(form.getByLabel('Name'), 'crane-9-inference');
  const deployment = form.getByRole('checkbox', { name: 'Deployment' });
  await keys.tabTo(deployment);
  if (!(await deployment.isChecked())) await keys.press('Space');
  await keys.activate(at.button('Generate key', form));
  await keys.copyAndClose(at.dialog('Store this secret'));
  const secret = await host.evalMain(({ clipboard }) => clipboard.readText());

  await keys.searchFor('is:awaiting-use', 1);
  await expect(at.grid.getByRole('row').nth(1)).toContainText('Not yet seen in use');
  await keys.selectFirst('crane-9-inference');
  await expect(at.details).toContainText('Made here, and not yet seen in use, as of just now.');
  await expect(at.details.getByRole('list', { name: 'Use by week' })).toContainText('not made yet');
  await expectNoViolations(page, 'a key that waits for its first use');

  const used = await fetch(`${signIn.baseUrl}/vi/v1/organizations/${harbour}/predict`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(used.status).toBe(200);
  await keys.command('sync now', /^Sync now/);
  await expect(at.details).toContainText('First used within an hour after it was made.');
  await expect(at.details).not.toContainText('Not yet seen in use');
  await expect(at.grid).toHaveAttribute('aria-rowcount', '1');

  // A platform that tells no use has nothing to wait for, and no strip.
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await keys.makeKey('line-9-uploader', 'Acme Vision');
  await expect(at.details).toContainText('Roboflow does not report when a key was last used.');
  await expect(at.details.getByRole('list', { name: 'Use by week' })).toHaveCount(0);
  await keys.searchFor('is:awaiting-use', 0);
});

test('keys that fell silent or woke are told, found and explained', async ({ host, at, sandbox, folder }) => {
  const signIn = signInTo(sandbox, harbour);
  await at.connect(signIn);
  await expect(at.grid).toHaveAttribute('aria-rowcount', '25');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await host.close();
  // The last sync was before the key was silent for two nights, and before the other one was used again.
  rememberUses(join(folder, 'profile', 'latchkey.db'), histories, silentFrom - 2 * hour);

  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const [then, keys] = [desk(page), walkOn(page)];
  await expect(then.grid).toHaveAttribute('aria-rowcount', '25');
  await keys.searchFor('is:silent,woke', 0);
  await keys.activate(page.getByRole('button', { name: /^Sign in again/ }).first());
  await keys.signInAgain(then.dialog('Sign in again'), signIn.credential);
  await expect(then.grid).toHaveAttribute('aria-rowcount', '3');

  await keys.command('since your', /Since your last visit/);
  const changes = page.getByRole('grid', { name: 'Changes' });
  await expect(changes.getByRole('row').filter({ hasText: 'container-codes-export' })).toContainText(
    /Silent.*Used regularly until .*, and not since\./,
  );
  await expect(changes.getByRole('row').filter({ hasText: 'handover-2024' })).toContainText(
    /Woke.*Used again after 1\d\d days without any use\./,
  );

  await keys.goTo('Inventory');
  await keys.searchFor('is:silent', 1);
  await keys.selectFirst('container-codes-export');
  await expect(then.details).toContainText(/Was used nightly about 02:00, and not since \d+\s\w+\./);
  await expect(then.details).toContainText('Went silent');
  await expect(then.details).not.toContainText('elsewhere');
  await expect(then.details.getByRole('list', { name: 'Use by week' })).toContainText('used on 7 days');
  await expectNoViolations(page, 'a key that went silent');
  await keys.searchFor('is:woke', 1);
  await keys.selectFirst('handover-2024');
  await expect(then.details).toContainText(/Used again after 1\d\d days without any use, seen just now\./);
  await keys.searchFor('quay-backend', 1);
  await keys.selectFirst('quay-backend');
  await expect(then.details).toContainText('Used nightly about 02:00.');
  await again.close();
});
