/** Where sign-ins are kept, as the screen says it. */
import { join } from 'node:path';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { desk } from './support/desk.ts';
import { launch } from './support/host.ts';
import { walkOn } from './support/walk.ts';

test('by keyboard: without a Secret Service the screen says that sign-ins last for this session only, and why', async ({
  folder,
  sandbox,
}) => {
  test.skip(process.platform !== 'linux', 'Only on Linux can a computer be without a keychain.');
  const nowhere = `unix:path=${join(folder, 'no-bus')}`;
  const host = await launch({
    userDataDir: join(folder, 'profile'),
    // The real way of finding a keychain, on a computer that has none.
    env: { LATCHKEY_SECRET_STORE: undefined, DBUS_SESSION_BUS_ADDRESS: nowhere, XDG_RUNTIME_DIR: folder },
  });
  const at = desk(host.page);
  const says = host.page.getByText('No keychain service was found on this computer');
  await expect(says).toBeVisible();
  await expectNoViolations(host.page, 'welcome without a keychain');
  const keys = walkOn(host.page);
  await keys.connect(signInTo(sandbox, 'acme-vision'));
  await expect(at.grid).toBeVisible();
  await expect(says).toBeVisible();
  await expectNoViolations(host.page, 'a banner for this session only');
  // The way out: asked again, it is looked for anew. There is still none, and the keyboard stays where it was.
  await keys.activate(at.button('Try again'));
  await expect(says).toBeVisible();
  await expect(at.button('Try again')).toBeFocused();
  await host.close();
});
