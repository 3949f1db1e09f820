/**
 * Twelve workspaces with similar names, and a credential that is redirected to another one on its way: whatever would
 * take something away is refused before it is sent, names both workspaces, and works again once the credential is right.
 */
import { openWire } from '../support/lossy-wire.ts';
import { slugOf, twelve, twelveKeyNames, twelveNames } from '../support/twelve-workspaces.ts';
import { test as base, expect, signInTo } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { walkOn } from './support/walk.ts';

type Names = (typeof twelveNames)[number];
/** Those to sign in with are keys too. */
const keysOfEach = twelveKeyNames.length + 1;

const test = base.extend<{ wire: Awaited<ReturnType<typeof openWire>> }>({
  sandbox: async ({ browserName: _ }, use) => {
    const { startSandbox } = await import('../../src/sandbox/server.ts');
    const sandbox = await startSandbox({ profile: twelve, port: 0, requestsPerMinute: 100_000 });
    await use(sandbox);
    await sandbox.close();
  },
  wire: async ({ sandbox }, use) => {
    const wire = await openWire(sandbox.url);
    await use(wire);
    await wire.close();
  },
  /** All twelve, through the wire. */
  signedIn: async ({ sandbox, wire, host, at }, use) => {
    for (const name of twelveNames) {
      const { platform, baseUrl, credential } = signInTo(sandbox, slugOf(name));
      const through = { platform, credential, baseUrl: baseUrl.replace(sandbox.url, wire.url) };
      const refused = await host.page.evaluate(async (input) => {
        const result = await window.latchkey.connectionsConnect(input as never);
        return result.ok ? null : result.error.message;
      }, through);
      expect(refused).toBeNull();
    }
    await expect(at.workspaces.getByRole('listitem')).toHaveCount(twelveNames.length + 1);
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(twelveNames.length * keysOfEach + 1));
    await use(undefined);
  },
});

test('nothing destructive is sent in the wrong one, by keyboard', async ({
  host,
  at,
  sandbox,
  wire,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const credentialOf = (name: Names) => signInTo(sandbox, slugOf(name)).credential;
  const changes = () => wire.requests.filter((request) => !request.startsWith('GET '));
  const redirect = (from: Names, to: Names) => wire.redirectCredential(credentialOf(from), credentialOf(to));

  /** What the platform itself has: the keys of a workspace that work, by name. */
  async function alive(name: Names): Promise<string[]> {
    const { baseUrl, credential } = signInTo(sandbox, slugOf(name));
    const response = await fetch(`${baseUrl}/${slugOf(name)}/api-keys?includeDisabled=true`, {
      headers: { authorization: `Bearer ${credential}` },
    });
    const { apiKeys } = (await response.json()) as { apiKeys: { name: string; disabled: boolean }[] };
    return apiKeys.filter(({ disabled }) => !disabled).map((key) => key.name);
  }

  const inSidebar = (name: Names) =>
    at.workspaces.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });

  async function lookAt(name: Names, key: string): Promise<void> {
    await keys.activate(inSidebar(name).getByRole('button'));
    // Each of the twelve has as many keys with the same names: the number alone says nothing.
    await expect(inSidebar(name).getByRole('button')).toHaveAttribute('aria-current', 'true');
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(keysOfEach + 1));
    await at.rowsSettled();
    const row = at.grid.getByRole('row').filter({ hasText: key });
    await keys.tabTo(at.grid);
    await keys.press('Home');
    // The header is row 1, and *Home* is in row 2.
    for (let index = Number(await row.getAttribute('aria-rowindex')); index > 2; index -= 1)
      await keys.press('ArrowDown');
    await expect(at.details.getByRole('heading', { name: key })).toBeVisible();
    await expect(at.details.getByText(name, { exact: true })).toBeVisible();
  }

  await lookAt('Acme Vision EU', 'line-4-uploader');
  redirect('Acme Vision EU', 'Acme Vision');
  await keys.activate(at.button('Delete…', at.details));
  const dialog = at.dialog('Delete key');
  await expect(dialog).toContainText('in Acme Vision EU');
  for (const act of ['Delete', 'Quarantine']) {
    await keys.activate(at.button(act, dialog));
    await expect(dialog.getByRole('alert')).toContainText(
      'does not answer for Acme Vision EU (acme-vision-eu) but for Acme Vision (acme-vision). Nothing was sent.',
    );
    await expectNoViolations(page, 'refused in the wrong organization');
    // Marked now, and not later: what follows waits for the mark to go.
    await expect(inSidebar('Acme Vision EU')).toContainText('Sign in');
    // The next press is a new question, with a new answer.
    await keys.press('Escape');
    await expect(dialog).toBeHidden();
    if (act === 'Quarantine') break;
    wire.redirectCredential(credentialOf('Acme Vision EU'), null);
    await keys.activate(at.button('Sync now'));
    await expect(inSidebar('Acme Vision EU')).not.toContainText('Sign in');
    redirect('Acme Vision EU', 'Acme Vision');
    await keys.activate(at.button('Delete…', at.details));
  }
  await expect(inSidebar('Acme Vision')).not.toContainText('Sign in');

  await lookAt('Acme Vison', 'nightly-export');
  redirect('Acme Vison', 'Acme Visions');
  await keys.activate(at.button('Disable', at.details));
  await expect(at.details.getByRole('alert')).toContainText(
    'does not answer for Acme Vison (acme-vison) but for Acme Visions (acme-visions). Nothing was sent.',
  );
  await expect(inSidebar('Acme Vison')).toContainText('Sign in');

  expect(changes()).toEqual([]);
  const all = ['latchkey-admin', ...twelveKeyNames].sort();
  for (const name of twelveNames) expect((await alive(name)).sort(), name).toEqual(all);

  // Put right: the same key can be deleted, and no other one goes with it.
  wire.redirectCredential(credentialOf('Acme Vision EU'), null);
  await lookAt('Acme Vision EU', 'line-4-uploader');
  await keys.activate(at.button('Sync now'));
  await expect(inSidebar('Acme Vision EU')).not.toContainText('Sign in');
  await keys.activate(at.button('Delete…', at.details));
  await keys.activate(at.button('Delete', dialog));
  await expect(dialog).toBeHidden();
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(keysOfEach));
  expect(changes()).toEqual([expect.stringMatching(/^DELETE .*\/acme-vision-eu\/api-keys\//)]);
  for (const name of twelveNames) {
    const expected = name === 'Acme Vision EU' ? all.filter((key) => key !== 'line-4-uploader') : all;
    expect((await alive(name)).sort(), name).toEqual(expected);
  }
});
