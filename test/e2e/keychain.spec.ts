/** Where sign-ins are kept, as the screen says it. */
import { join } from 'node:path';
import { expect, signInTo, test } from './support/app.ts';
import { desk } from './support/desk.ts';
import { launch } from './support/host.ts';

test('without a Secret Service the screen says that sign-ins last for this session only, and why', async ({
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
  await at.connect(signInTo(sandbox, 'acme-vision'));
  await expect(says).toBeVisible();
  await host.close();
});
