/** A compromised key by keys alone: marked, ended, replaced, and written down. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, signInTo, test } from './support/app.ts';
import { expectNoViolations } from './support/axe.ts';
import { roboflowTrial } from './support/trial.ts';
import { walkOn } from './support/walk.ts';

test('by keyboard: a key that leaked, from a search hit to the incident note', async ({
  host,
  at,
  folder,
  sandbox,
  signedIn: _,
}) => {
  const { page } = host;
  const keys = walkOn(page);
  const clipboard = () => host.evalMain(({ clipboard: board }) => board.readText());
  const name = 'line4-leaked';
  await keys.makeKey(name, 'Acme Vision');
  const secret = await clipboard();
  const baseUrl = signInTo(sandbox, 'acme-vision').baseUrl;
  const works = (use: string) => roboflowTrial.predict({ baseUrl, workspace: 'acme-vision', secret: use });
  expect(await works(secret)).toBe(200);
  await keys.inspect(name);
  const asks = at.dialog('Mark as compromised');
  const run = at.dialog('Replace compromised key');
  const checklist = run.getByRole('region', { name: 'Checklist' });

  await test.step('three ways to the question, and Cancel is what Enter presses', async () => {
    await keys.press('x');
    await expect(at.button('Cancel', asks)).toBeFocused();
    await expect(asks).toContainText('The key is disabled at once');
    await expectNoViolations(page, 'marking a key as compromised');
    await keys.press('Enter');
    await expect(asks).toBeHidden();
    await keys.activate(at.button('Compromised…', at.details));
    await expect(at.button('Cancel', asks)).toBeFocused();
    await keys.press('Escape');
    await expect(asks).toBeHidden();
    await keys.command(`compromised ${name}`, new RegExp(`^Mark ${name} as compromised`));
    await expect(at.button('Cancel', asks)).toBeFocused();
    expect(await works(secret)).toBe(200);
  });

  await test.step('its secret ends, and its twin is handed over', async () => {
    await keys.fill(asks.getByLabel('What happened (optional)'), 'Seen in a public repository');
    await keys.activate(at.button('Disable and replace', asks));
    await expect(run.getByRole('heading', { level: 3 }).first()).toHaveText('Step 3 of 6: Hand over');
    expect(await works(secret)).toBe(401);
    await expect(checklist).toContainText('0 of 5 done');
    await keys.activate(at.button('Hand over…', run));
    await keys.copyAndClose(at.dialog('Store this secret'));
    await expect(run.getByRole('heading', { level: 3 }).first()).toHaveText('Step 4 of 6: Consumers');
    await expect(checklist).toContainText('1 of 5 done');
  });
  expect(await works(await clipboard())).toBe(200);

  await test.step('the checklist, what happened, and the note', async () => {
    await keys.activate(checklist.getByRole('checkbox', { name: 'Tell the team' }), 'Space');
    await expect(checklist).toContainText('2 of 5 done');
    await expectNoViolations(page, 'a compromised key with its checklist');
    const story = checklist.getByLabel('What happened');
    await expect(story).toHaveValue('Seen in a public repository');
    await keys.fill(story, 'Seen in a public *repository*, taken down');
    // Closing loses nothing, also what was typed just now.
    await keys.press('Escape');
    await expect(run).toBeHidden();
    await expect(at.details).toContainText('Compromised, being replaced: step 4 of 6');
    await keys.press('x');
    await expect(story).toHaveValue('Seen in a public *repository*, taken down');
    await expect(checklist.getByRole('checkbox', { name: 'Tell the team' })).toBeChecked();
    await keys.activate(at.button('Copy incident note', checklist));
    await expect(checklist).toContainText('Copied');
    const file = join(folder, 'incident.md');
    await host.evalMain(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, file);
    await keys.activate(at.button('Save incident note…', checklist));
    await expect(checklist).toContainText('Saved as incident.md');
    const note = await readFile(file, 'utf8');
    expect(note).toContain(`# Incident: ${name} was compromised`);
    expect(note).toContain('> Seen in a public \\*repository\\*, taken down');
    expect(note).toContain('- [x] Tell the team');
    expect(note).not.toContain(secret);
    if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600);
    await keys.press('Escape');
  });

  await test.step('the board says what it is', async () => {
    await keys.goTo('Rotation');
    await expect(page.getByRole('option').filter({ hasText: name })).toContainText('Compromised');
  });
});
