/** The sandbox that comes with Latchkey: explored by keyboard, back after a restart, and started again when it died. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, openLatchkey, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import type { Host } from './support/host.ts';
import { walkOn } from './support/walk.ts';

/** The process of the embedded sandbox: by its service name on Electron, on the stand-in by what started it. */
async function sandboxProcess(host: Host): Promise<number> {
  if (host.kind === 'electron') {
    const services = await host.evalMain(({ app }) => app.getAppMetrics());
    return services.find(({ serviceName }) => serviceName === 'Latchkey sandbox')?.pid ?? 0;
  }
  const main = await host.evalMain(() => process.pid);
  const children = await readFile(`/proc/${main}/task/${main}/children`, 'utf8');
  for (const pid of children.trim().split(' ')) {
    if ((await readFile(`/proc/${pid}/cmdline`, 'utf8')).includes('sandbox.js')) return Number(pid);
  }
  return 0;
}

test('by keyboard: the sandbox is explored, is back after a restart, and is started again when it died', async ({
  folder,
  host,
  at,
}) => {
  test.skip(process.platform !== 'linux', 'It finds the sandbox in /proc.');
  await walkOn(host.page).activate(at.button('Explore the sandbox'));
  await expect(at.grid).toHaveAttribute('aria-rowcount', '688');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await host.close();

  const again = await openLatchkey(join(folder, 'profile'));
  const { page } = again;
  const after = desk(page);
  const keys = walkOn(page);
  await expect(after.grid).toHaveAttribute('aria-rowcount', '688');
  await keys.goTo('Connections');
  const acme = page.getByRole('option', { name: /^Acme Vision/ });
  await expect(acme).toContainText('Signed in');

  const pid = await sandboxProcess(again);
  expect(pid).toBeGreaterThan(1);
  process.kill(pid, 'SIGKILL');
  await keys.activate(after.button('Check now'));
  await expect(acme).toContainText('Offline');
  const start = after.button('Start the sandbox again');
  await expectNoViolations(page, 'sign-ins of a sandbox that died');
  await keys.activate(start);
  await expect(acme).toContainText('Signed in');
  await expect(start).toBeHidden();
  await again.close();
});
