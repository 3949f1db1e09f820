/** What a key in quarantine becomes when somebody else enables it: theirs to keep, or in quarantine again. */
import type { Page } from '@playwright/test';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { otherAdministrator } from './support/other-administrator.ts';
import { walkOn } from './support/walk.ts';

const bin = (page: Page) => page.getByRole('grid', { name: 'Keys in quarantine' });

test('by keyboard: keys that somebody enabled meanwhile are kept, or quarantined again', async ({
  host,
  at,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const others = otherAdministrator(signInTo(sandbox, 'acme-vision'));
  for (const name of ['enabled-to-keep', 'enabled-by-mistake']) {
    await keys.makeKey(name, 'Acme Vision');
    const keyId = await others.idOf(name);
    await keys.inspect(name);
    await keys.command('delete', 'Delete…');
    await keys.activate(at.button('Quarantine', at.dialog('Delete key')));
    await expect(at.details).toContainText('Quarantined: will be deleted on');
    await others.change(keyId, { disabled: false });
  }
  await keys.command('sync', 'Sync now');
  await expect(at.syncStatus).not.toHaveAttribute('aria-busy', 'true');
  await keys.goTo('Quarantine');
  await expect(bin(page)).toHaveAttribute('aria-rowcount', '3');

  await keys.inspect('enabled-to-keep');
  await expect(at.button('Keep this key', at.details)).toBeVisible();
  await expectNoViolations(page, 'enabled while in quarantine');
  await keys.activate(at.button('Keep this key', at.details));
  await expect(page.getByText('Restored enabled-to-keep')).toBeVisible();
  await expect(at.details).not.toContainText('Quarantined');

  await keys.inspect('enabled-by-mistake');
  await keys.activate(at.button('Quarantine again…', at.details));
  const again = at.dialog('Quarantine again');
  await expect(at.button('Cancel', again)).toBeFocused();
  await expectNoViolations(page, 'quarantine again');
  await keys.activate(at.button('Quarantine', again));
  await expect(again).toBeHidden();
  await expect(at.button('Restore', at.details)).toBeVisible();
  await keys.goTo('Quarantine');
  await expect(bin(page)).toHaveAttribute('aria-rowcount', '2');
});
