/** The main job, on real input: keys made, used, widened, narrowed, disabled and deleted, and an inventory that outlives its platform. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scanForSecrets } from '../support/scan-for-secrets.ts';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { desk } from './support/desk.ts';
import { roboflowTrial, type TrialPlatform, workspaceKeysTrial } from './support/trial.ts';

/** Keys of Acme Vision, Orchard Labs and Pixel Foundry in the demo world: all that the two sign-ins reach. */
const everyKey = 348 + 54 + 22;

test('a key of each platform lives its whole life, and no secret stays behind', async ({
  folder,
  sandbox,
}) => {
  const profile = join(folder, 'profile');
  const acme = signInTo(sandbox, 'acme-vision');
  const orchard = signInTo(sandbox, 'orchard-labs');
  const used = [acme.credential, orchard.credential];

  let host = await openLatchkey(profile);
  await test.step('connect to both platforms and see one table', async () => {
    const at = desk(host.page);
    await at.connect({ platform: 'roboflow', baseUrl: acme.baseUrl, credential: acme.credential });
    await at.connect({
      platform: 'workspace-keys',
      baseUrl: orchard.baseUrl,
      credential: orchard.credential,
    });
    await expect(at.workspaces).toContainText('Acme Vision');
    await expect(at.workspaces).toContainText('Orchard Labs');
    await at.searchFor('', everyKey);
    await at.searchFor('orchard labs', 54);
    await at.searchFor('', everyKey);
  });

  for (const life of [
    {
      name: 'line-9-inference',
      workspace: 'Acme Vision',
      slug: 'acme-vision',
      connection: acme,
      trial: roboflowTrial,
      canDisable: true,
    },
    {
      name: 'kiosk-9-inference',
      workspace: 'Orchard Labs',
      slug: 'orchard-labs',
      connection: orchard,
      trial: workspaceKeysTrial,
      canDisable: false,
    },
  ]) {
    await test.step(`${life.workspace}: make, use, widen, narrow, switch off, delete`, async () => {
      used.push(await liveAndDie(life));
    });
  }

  await test.step('restart with the platform gone: the inventory is still here, with its age', async () => {
    await host.close();
    await sandbox.close();
    host = await openLatchkey(profile);
    const at = desk(host.page);
    await expect(at.grid).toHaveAttribute('aria-rowcount', String(everyKey + 1));
    await expect(at.syncStatus).toContainText(/copy from|synced/i);
    if (host.kind === 'standin') expect(await openByTray()).toEqual({ hasIcon: true, wasMinimized: true });
    await host.close();
  });

  await test.step('no secret or credential is left in any file', async () => {
    expect(await scanForSecrets([profile], used)).toEqual([]);
    // The same scan would have found one, had it been there.
    const planted = used[0] ?? '';
    await writeFile(join(profile, 'planted'), Buffer.from(`noise ${planted} noise`, 'utf16le'));
    expect(await scanForSecrets([profile], used)).not.toEqual([]);
  });

  /** Minimizes the window and brings it back with *Open Latchkey*; Electron's own tray lets no test press it. */
  function openByTray() {
    return host.evalMain(async (electron) => {
      const { standin } = electron as unknown as { standin: Records };
      const [window] = electron.BrowserWindow.getAllWindows();
      const last = (call: string) => standin.records.findLast((record) => record.call === call)?.args ?? [];
      const [, icon] = last('Tray') as [unknown, Electron.NativeImage];
      const [menu] = last('Tray.setContextMenu') as [Electron.Menu];
      window?.minimize();
      const wasMinimized = window?.isMinimized();
      const back = new Promise<void>((resolve) => window?.once('restore', () => resolve()));
      menu.items.find(({ label }) => label === 'Open Latchkey')?.click();
      await back;
      return { hasIcon: !icon.isEmpty(), wasMinimized };
    });
  }

  type Records = { records: { call: string; args: unknown[] }[] };
  type Life = {
    name: string;
    workspace: string;
    slug: string;
    connection: typeof acme;
    trial: TrialPlatform;
    canDisable: boolean;
  };

  async function liveAndDie({ name, workspace, slug, connection, trial, canDisable }: Life): Promise<string> {
    const at = desk(host.page);
    const store = await at.createInferenceKey(name, workspace);
    await at.button('Copy secret', store).click();
    await expect(store).toContainText('Copied');
    const secret = await host.evalMain(({ clipboard }) => clipboard.readText());
    await at.button('Done', store).click();
    await expect(store).toBeHidden();

    const use = { baseUrl: connection.baseUrl, workspace: slug, secret };
    expect(await trial.predict(use)).toBe(200);
    expect(await trial.manage(use)).toBe(trial.refused);

    await at.searchFor(name, 1);
    await at.select(name);
    await at.editScope('Project');
    expect(await trial.manage(use)).toBeLessThan(300);
    await at.editScope('Inference');
    expect(await trial.manage(use)).toBe(trial.refused);

    if (canDisable) {
      await at.button('Disable', at.details).click();
      await expect(at.button('Enable', at.details)).toBeVisible();
      expect(await trial.predict(use)).toBe(401);
      await at.button('Enable', at.details).click();
      await expect(at.button('Disable', at.details)).toBeVisible();
      expect(await trial.predict(use)).toBe(200);
    }

    await at.button('Delete…', at.details).click();
    await at.button('Delete', at.dialog('Delete key')).click();
    await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
    expect(await trial.predict(use)).toBe(401);
    await at.search.fill('');
    return secret;
  }
});
