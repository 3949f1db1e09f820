/** A key is rotated on each platform while a program keeps calling with it: not one of its calls fails. */
import type { Locator } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { type Client, startClient } from './support/client.ts';
import type { desk } from './support/desk.ts';
import type { Host } from './support/host.ts';

type Desk = ReturnType<typeof desk>;

const name = 'turbine-watch';
const harbour = 'org_7fh2kq9m';

/** What of it is the same everywhere: a key that a program uses, its twin, and the program deployed with the twin's secret. */
function rotationOn({ page, evalMain }: Host, at: Desk) {
  const run = at.dialog('Rotate key');
  const clipboard = () => evalMain(({ clipboard: board }) => board.readText());

  async function store(): Promise<string> {
    const dialog = at.dialog('Store this secret');
    await at.button('Copy secret', dialog).click();
    await expect(dialog).toContainText('Copied');
    const secret = await clipboard();
    await at.button('Done', dialog).click();
    await expect(dialog).toBeHidden();
    return secret;
  }

  return {
    run,
    async makeKey(choose: (form: Locator) => Promise<void>): Promise<string> {
      await at.button('New key').click();
      const form = at.dialog('New key');
      await form.getByLabel('Name').fill(name);
      await choose(form);
      await at.button('Generate key', form).click();
      const secret = await store();
      await at.searchFor(name, 1);
      await at.select(name);
      return secret;
    },
    /** Up to the consumers: the twin is made, and its secret is where the program reads it. */
    async deployTwin(
      client: Client,
      old: string,
      begin?: (start: Locator) => Promise<void>,
    ): Promise<string> {
      await at.button('Rotate…', at.details).click();
      await begin?.(run);
      await at.button('Make the twin', run).click();
      await client.keepsCalling(old);
      await at.button('Hand over…', run).click();
      const next = await store();
      expect(next).not.toBe(old);
      await client.keepsCalling(old);
      await client.deploy(next);
      await client.keepsCalling(next);
      return next;
    },
    async standsAt(heading: string | RegExp): Promise<void> {
      await expect(run.getByRole('heading', { level: 3 }).first()).toHaveText(heading);
    },
    say: (what: string) => at.button(what, run).click(),
    /** Reads the platform anew, and comes back to the run. */
    async look(): Promise<void> {
      await page.keyboard.press('Escape');
      await expect(run).toBeHidden();
      await at.button('Sync now').click();
      await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
      await at.button('Open rotation', at.details).click();
      await expect(run).toBeVisible();
    },
    /** Deletes the old key, and proves that it is gone while the program goes on. */
    async finish(client: Client, old: string, next: string): Promise<void> {
      await at.button('Delete now…', run).click();
      await at.button('Delete now', at.dialog('Delete old key')).click();
      await this.standsAt('Done: the old key is gone');
      await client.keepsCalling(next);
      await client.deploy(old);
      // That it would have noticed: the old secret opens nothing any more.
      await client.keepsCalling(old);
      await client.stop();
      const late = client.calls.slice(client.calls.findLastIndex(({ status }) => status === 200) + 1);
      expect(new Set(late.map(({ status }) => status))).toEqual(new Set([401]));
      const before = client.calls.slice(0, -late.length);
      expect(new Set(before.map(({ status }) => status))).toEqual(new Set([200]));
    },
  };
}

async function choosePreset(form: Locator, workspace: string): Promise<void> {
  await form.getByLabel('Workspace').selectOption({ label: workspace });
  await form.getByRole('radio', { name: 'Inference', exact: true }).check();
}

test('on Roboflow: a person says when it is quiet, and it is disabled before it is deleted', async ({
  host,
  at,
  sandbox,
  folder,
}) => {
  const signIn = signInTo(sandbox, 'acme-vision');
  await at.connect(signIn);
  const rotation = rotationOn(host, at);
  const old = await rotation.makeKey((form) => choosePreset(form, 'Acme Vision'));
  const client = await startClient(folder, `${signIn.baseUrl}/infer/line-4/1`, old);
  const next = await rotation.deployTwin(client, old);
  await rotation.standsAt('Step 3 of 7: Consumers');
  await rotation.say('All have switched');
  await rotation.standsAt('Step 4 of 7: Quiet');
  await client.keepsCalling(next);
  await rotation.say('It is quiet');
  await rotation.standsAt('Step 6 of 7: Delete');
  await expect(rotation.run).toContainText('in quarantine until');
  await client.keepsCalling(next);
  await rotation.finish(client, old, next);
});

test('on Datature Vi: the twin is seen in use, and the old key has gone quiet by itself', async ({
  host,
  at,
  sandbox,
  folder,
}) => {
  const signIn = signInTo(sandbox, harbour);
  await at.connect(signIn);
  const rotation = rotationOn(host, at);
  const old = await rotation.makeKey((form) => form.getByRole('checkbox', { name: 'Deployment' }).check());
  const place = `${signIn.baseUrl}/vi/v1/organizations/${harbour}`;
  const client = await startClient(folder, `${place}/predict`, old);
  const next = await rotation.deployTwin(client, old, async (start) => {
    await expect(start).toContainText(/cannot disable/);
    // A look after everybody switched is enough: two days of it are lived through where the clocks can be turned.
    await start.getByRole('radio', { name: 'Other' }).check();
    await start.getByLabel('Number of hours').fill('0');
  });
  await rotation.standsAt(/Step 3 of \d: Consumers/);
  await rotation.look();
  await rotation.standsAt(/Step (4|6) of \d: (Quiet|Delete)/);
  await client.keepsCalling(next);
  await rotation.look();
  await rotation.standsAt(/Step 6 of \d: Delete/);
  await rotation.finish(client, old, next);
});

test('on workspace-keys: neither use nor disabling is there, so a person says it all', async ({
  host,
  at,
  sandbox,
  folder,
}) => {
  const signIn = signInTo(sandbox, 'orchard-labs');
  await at.connect(signIn);
  const rotation = rotationOn(host, at);
  const old = await rotation.makeKey((form) => choosePreset(form, 'Orchard Labs'));
  const predict = `${signIn.baseUrl}/api/v1/workspaces/orchard-labs/models/kiosk/predict`;
  const client = await startClient(folder, predict, old);
  const next = await rotation.deployTwin(client, old);
  await rotation.standsAt(/Step 3 of \d: Consumers/);
  await rotation.say('All have switched');
  await rotation.say('It is quiet');
  await rotation.standsAt(/Step 6 of \d: Delete/);
  await client.keepsCalling(next);
  await rotation.finish(client, old, next);
});
