/** The pictures of *Since your last visit*, of a sync that runs, and of one that was stopped. */
import { join } from 'node:path';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { openWire } from '../../support/lossy-wire.ts';
import { expect, signInTo, test } from '../support/app.ts';
import { otherAdministrator } from '../support/other-administrator.ts';
import { pictures } from './pictures.ts';

test('since your last visit', async ({ host, at, sandbox, signedIn: _ }) => {
  const { page } = host;
  const entry = page.getByRole('button', { name: /^Since your last visit/ });
  await entry.click();
  await expect(page.getByText(/^Nothing changed since /)).toBeVisible();
  await pictures(page, 'changes-empty');

  await at.workspaces.getByRole('button', { name: /^All workspaces/ }).click();
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const other = otherAdministrator(signInTo(sandbox, 'acme-vision'));
  const nightly = await other.idOf('nightly-export');
  await other.change(nightly, { scopes: ['version:read', 'project:read', 'image:read', 'folder:delete'] });
  await other.change(await other.idOf('qa-regression'), { name: 'qa-regression-2' });
  await other.change(await other.idOf('line2-uploader'), { disabled: true });
  await other.create('vendor-upload-trial', ['image:create', 'image:tag']);
  const [wide, gone] = (await other.list()).filter(({ name }) => /-\d+$/.test(name));
  await other.change(wide?.keyId ?? '', { scopes: null });
  await other.remove(gone?.keyId ?? '');
  const orchard = signInTo(sandbox, 'orchard-labs');
  const keys = `${orchard.baseUrl}/api/v1/workspaces/orchard-labs/keys`;
  const headers = { authorization: `Bearer ${orchard.credential}`, 'content-type': 'application/json' };
  const listed = (await (await fetch(keys, { headers })).json()) as { keys: { id: string }[] };
  const id = listed.keys[3]?.id ?? '';
  const renamed = await fetch(`${keys}/${id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify({ name: 'kiosk-trial' }),
  });
  expect(renamed.ok).toBe(true);
  await at.button('Sync now').click();
  const changes = page.getByRole('grid', { name: 'Changes' });
  await expect(changes).toHaveAttribute('aria-rowcount', '9');
  await changes.getByRole('row').filter({ hasText: 'nightly-export' }).click();
  await expect(at.details.getByRole('heading', { name: 'nightly-export' })).toBeVisible();
  await pictures(page, 'changes');
  await pictures(page, 'time-machine', at.details.getByText('First seen by Latchkey'));
});

test('a platform whose clock is twelve minutes off', async ({ host, at, folder: profile }) => {
  const clock = { now: () => new Date(Date.now() + 12 * 60_000) };
  const late = await startSandbox({ profile: 'demo', port: 0, dataDir: join(profile, 'late'), clock });
  await at.connect(signInTo(late, 'acme-vision'));
  await expect(host.page.getByText(/^This computer’s clock is 12 minutes behind/)).toBeVisible();
  await expect(at.grid).toHaveAttribute('aria-rowcount', '349');
  await pictures(host.page, 'clock');
  await late.close();
});

test('a sync that runs, and one that was stopped', async ({ host, at, sandbox }) => {
  const { page } = host;
  const wire = await openWire(sandbox.url);
  const { baseUrl, ...signIn } = signInTo(sandbox, 'orchard-labs');
  await at.connect({ ...signIn, baseUrl: baseUrl.replace(sandbox.url, wire.url) });
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '425');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  wire.hang();
  await at.button('Sync now').click();
  await expect(at.syncStatus).toContainText('Syncing 1 of 3');
  await expect(at.button('Stop syncing')).toBeVisible();
  await pictures(page, 'sync-running');
  await at.button('Stop syncing').click();
  await expect(at.syncStatus).toContainText('Stopped after 1 of 3');
  await pictures(page, 'sync-stopped');
  await wire.close();
});
