/** Screens with nothing on them, and why: axe reads what they say instead, and the keyboard finds the way on. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startSandbox } from '../../src/sandbox/server.ts';
import { expect, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { walkOn } from './support/walk.ts';

test('by keyboard: a sandbox that cannot start is said on the welcome, and started once it can', async ({
  folder,
  host,
  at,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  // Its folder cannot be made where a file lies.
  const inTheWay = join(folder, 'profile', 'sandbox');
  await mkdir(join(folder, 'profile'), { recursive: true });
  await writeFile(inTheWay, 'not a folder');
  await keys.activate(at.button('Explore the sandbox'));
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNoViolations(page, 'a sandbox that cannot start');
  await rm(inTheWay);
  await keys.activate(at.button('Explore the sandbox'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
});

test('by keyboard: workspaces with no keys but those Latchkey signs in with', async ({
  folder,
  host,
  at,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const sandbox = await startSandbox({ profile: 'empty', port: 0, dataDir: join(folder, 'empty') });
  try {
    for (const signIn of sandbox.connections.filter(({ platform }) => platform !== 'datature-vi')) {
      await keys.connect(signIn);
      await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
    }
    const names = sandbox.connections.flatMap(({ platform, workspaces }) =>
      platform === 'workspace-keys' ? workspaces.map(({ name }) => name) : [],
    );
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      await keys.activate(at.workspaces.getByRole('button', { name: new RegExp(`^${name}`) }));
      await expect(at.grid).toHaveAttribute('aria-rowcount', '1');
      await expectNoViolations(page, `${name}, without keys`);
    }
    for (const screen of ['Capabilities', 'Since your last visit', 'Quarantine']) {
      await keys.goTo(screen);
      await expectNoViolations(page, `${screen}, without keys`);
    }
  } finally {
    await sandbox.close();
  }
});
