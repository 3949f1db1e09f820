/** Data that cannot be opened: a screen of its own for each case, a way out, and nothing deleted. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, openLatchkey, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { damageTable } from './support/damage.ts';
import { desk } from './support/desk.ts';
import { walkOn } from './support/walk.ts';

/** An empty profile in which somebody else, or something, got at the file of the data. */
async function profileWith(folder: string, plant: (file: string) => void | Promise<void>) {
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  const file = join(profile, 'latchkey.db');
  await plant(file);
  return { profile, file };
}

function sqlite(file: string, statements: string): void {
  const database = new SqliteDatabase(file);
  database.exec(statements);
  database.close();
}

const moveIt = 'Move it aside and start fresh';

test('by keyboard: a damaged file is moved aside whole, and what can be read of it is kept', async ({
  folder,
  sandbox,
  host,
  at,
  signedIn: _,
}) => {
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  const before = await at.rowCount();
  await host.close();

  const profile = join(folder, 'profile');
  const file = join(profile, 'latchkey.db');
  const bytes = await damageTable(file, 'keys');
  // As a power cut leaves it: with a log that was not folded in.
  await writeFile(`${file}-wal`, 'torn log');

  const again = await openLatchkey(profile);
  const after = desk(again.page);
  await expect(again.page.getByRole('heading', { name: 'Latchkey’s data is damaged' })).toBeFocused();
  await expect(again.page.getByText('Nothing was deleted')).toBeVisible();
  await expectNoViolations(again.page, 'corrupt');

  const keys = walkOn(again.page);
  await keys.press('Tab');
  await expect(after.button(moveIt)).toBeFocused();
  await keys.press('Enter');
  await expect(again.page.getByRole('heading', { name: 'The damaged file was moved aside' })).toBeFocused();
  const kept = again.page.getByRole('table');
  await expect(kept.getByRole('row', { name: /^Connections 2 All that was there/ })).toBeVisible();
  await expect(
    kept.getByRole('row', { name: /^Keys in the inventory \d+ Some could not be read/ }),
  ).toBeVisible();
  await expectNoViolations(again.page, 'repair report');
  const aside = (await readdir(profile)).filter((name) => /^latchkey\.damaged-\d{8}-\d{6}\.db$/.test(name));
  expect(aside).toHaveLength(1);
  expect((await readFile(join(profile, aside[0] ?? ''))).equals(bytes)).toBe(true);

  await keys.activate(after.button('Show the damaged file'));
  await expect(after.button('Show the damaged file')).toBeFocused();
  await keys.tabTo(after.button('Open Latchkey'), 'Shift+Tab');
  await keys.press('Enter');
  await expect(after.grid).toBeVisible();
  // The sign-ins of this run were in memory only; with them the rest of the inventory comes back.
  for (const slug of ['acme-vision', 'orchard-labs']) {
    const { credential, workspaces } = signInTo(sandbox, slug);
    // The banner names one workspace at a time, and moves on only once the one before is signed in.
    await expect(
      again.page.getByText(`${workspaces[0]?.name} needs a new sign-in.`, { exact: true }),
    ).toBeVisible();
    await keys.activate(again.page.getByRole('button', { name: /^Sign in again/ }).first());
    await keys.signInAgain(again.page.getByRole('dialog'), credential);
  }
  await expect(after.grid).toHaveAttribute('aria-rowcount', String(before + 1));
  await again.close();
});

test('by keyboard: damage met while Latchkey runs is said over the desk, with the way out', async ({
  folder,
  host,
  at,
  signedIn: _,
}) => {
  await walkOn(host.page).makeKey('before-the-damage', 'Acme Vision');
  // The 424 of those signed in to, and this one: a number read once may still be the one before.
  const everyKey = 425;
  await expect(at.grid).toHaveAttribute('aria-rowcount', String(everyKey + 1));
  await host.close();

  const profile = join(folder, 'profile');
  const file = join(profile, 'latchkey.db');
  // After a clean end, so that the start trusts the file.
  await damageTable(file, 'intents');

  const again = await openLatchkey(profile);
  const after = desk(again.page);
  // The inspector asks for what was done to the key.
  const keys = walkOn(again.page);
  await keys.searchFor('before-the-damage', 1);
  await keys.tabTo(after.grid);
  await keys.press('Home');
  await expect(again.page.getByText('Latchkey’s data is damaged.', { exact: true })).toBeVisible();
  await expectNoViolations(again.page, 'trouble over the desk');
  await keys.activate(after.button('Check the data'));
  await keys.activate(after.button(moveIt));
  await expect(again.page.getByText(/^None could be read: .*\bactivity\b/)).toBeVisible();
  await expect(
    again.page.getByRole('row', { name: /^Keys in the inventory \d+ All that was there/ }),
  ).toBeVisible();
  await keys.activate(after.button('Open Latchkey'));
  await expect(after.grid).toBeVisible();
  await keys.searchFor('before-the-damage', 1);
  await keys.inspect('before-the-damage');
  await keys.searchFor('', everyKey);
  await expect(again.page.getByText('Latchkey’s data is damaged.', { exact: true })).toHaveCount(0);
  await again.close();
});

test('by keyboard: a file in which nothing can be read: the way out leads to a working Latchkey', async ({
  folder,
  sandbox,
}) => {
  const text = 'Dear diary, this is not a database.\n'.repeat(300);
  const { profile } = await profileWith(folder, (file) => writeFile(file, text));
  const host = await openLatchkey(profile);
  const at = desk(host.page);
  const keys = walkOn(host.page);
  await keys.activate(at.button('Try again'));
  // A press while it tries goes nowhere.
  await expect(at.button(moveIt)).not.toHaveAttribute('aria-busy', 'true');
  await keys.activate(at.button(moveIt));
  await expect(host.page.getByText(/^Nothing could be read: connections, /)).toBeVisible();
  await keys.activate(at.button('Open Latchkey'));
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await expect.poll(() => at.rowCount()).toBeGreaterThan(0);
  const [aside = ''] = (await readdir(profile)).filter((name) => name.startsWith('latchkey.damaged-'));
  expect(await readFile(join(profile, aside), 'utf8')).toBe(text);
  await host.close();
});

test('by keyboard: a file of a newer Latchkey is left alone, and moving it is not offered', async ({
  folder,
}) => {
  // "LKey", the mark of Latchkey's own files.
  const { profile, file } = await profileWith(folder, (path) =>
    sqlite(path, 'CREATE TABLE later (x); PRAGMA application_id = 1280009593; PRAGMA user_version = 99990'),
  );
  const bytes = await readFile(file);
  const host = await openLatchkey(profile);
  const at = desk(host.page);
  const keys = walkOn(host.page);
  await expect(
    host.page.getByRole('heading', { name: 'This data belongs to a newer Latchkey' }),
  ).toBeVisible();
  await expect(at.button('Try again')).toBeVisible();
  await expect(at.button(moveIt)).toHaveCount(0);
  await expectNoViolations(host.page, 'newer');
  await keys.tabTo(at.button('Quit'));
  // The window may be gone before the key is let go.
  await keys.press('Enter').catch(() => undefined);
  await host.close();
  expect((await readFile(file)).equals(bytes)).toBe(true);
});

test('by keyboard: another program’s file: shown, moved by hand, tried again', async ({ folder }) => {
  const { profile, file } = await profileWith(folder, (path) => sqlite(path, 'CREATE TABLE recipes (name)'));
  const bytes = await readFile(file);
  const host = await openLatchkey(profile);
  const at = desk(host.page);
  const keys = walkOn(host.page);
  await expect(
    host.page.getByRole('heading', { name: 'Another program’s file is in the way' }),
  ).toBeVisible();
  await expect(at.button(moveIt)).toHaveCount(0);
  await expectNoViolations(host.page, 'foreign');
  await keys.activate(at.button('Show the folder'));
  if (host.kind === 'standin') {
    const shown = () =>
      host.evalMain((electron) => {
        const { standin } = electron as unknown as {
          standin: { records: { call: string; args: unknown[] }[] };
        };
        return standin.records.filter(({ call }) => call === 'shell.showItemInFolder');
      });
    await expect.poll(shown).toEqual([{ call: 'shell.showItemInFolder', args: [file] }]);
  }
  await rename(file, join(folder, 'recipes.db'));
  await keys.activate(at.button('Try again'));
  await expect(at.button('Connect a workspace')).toBeVisible();
  expect((await readFile(join(folder, 'recipes.db'))).equals(bytes)).toBe(true);
  await host.close();
});

test('by keyboard: a place that cannot be written, until it can', async ({ folder }) => {
  // A folder where the file belongs: no right of a superuser's writes a database into it.
  const { profile, file } = await profileWith(folder, (path) => mkdir(path).then(() => undefined));
  const host = await openLatchkey(profile);
  const at = desk(host.page);
  const keys = walkOn(host.page);
  await expect(host.page.getByRole('heading', { name: 'Latchkey cannot write to its folder' })).toBeVisible();
  await expectNoViolations(host.page, 'unwritable');
  await rm(file, { recursive: true });
  await keys.activate(at.button('Try again'));
  await expect(at.button('Connect a workspace')).toBeVisible();
  await host.close();
});

test('by keyboard: a file that can only be read, until it can be written', async ({ folder }) => {
  const { profile, file } = await profileWith(folder, async (path) => {
    sqlite(path, 'PRAGMA application_id = 1280009593; PRAGMA user_version = 10');
    const bytes = await readFile(path);
    // A write format from the future, which SQLite opens for reading only (file format, offset 18).
    bytes[18] = 3;
    await writeFile(path, bytes);
  });
  const host = await openLatchkey(profile);
  await expect(host.page.getByRole('heading', { name: 'Latchkey’s data cannot be changed' })).toBeVisible();
  await expectNoViolations(host.page, 'read-only');
  await rm(file);
  const at = desk(host.page);
  await walkOn(host.page).activate(at.button('Try again'));
  await expect(at.button('Connect a workspace')).toBeVisible();
  await host.close();
});
