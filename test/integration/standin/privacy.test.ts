/** Nothing that was typed, shown or kept by a page may be found in the profile afterwards, whatever the encoding. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { launchProbe, removeFolder, temporaryFolder } from './probe.ts';

const PLANTED = 'sk_planted_8f3a91c2';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

function filesHolding(text: string): string[] {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), Buffer.from(btoa(text))];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((name) => {
    const path = join(folder, name);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return forms.some((form) => bytes.includes(form));
  });
}

async function usePage(end: 'close' | 'kill'): Promise<void> {
  const host = await launchProbe(folder);
  await host.page.fill('#field', PLANTED);
  await host.page.evaluate((secret) => {
    localStorage.setItem('kept', secret);
    sessionStorage.setItem('kept', secret);
    history.pushState({ secret }, '', `/?q=${secret}`);
    document.title = secret;
  }, PLANTED);
  await host.page.evaluate((secret) => window.probeBridge.echo(secret), PLANTED);
  await host.page.evaluate((body) => fetch('/echo', { method: 'POST', body }), PLANTED);
  await host.page.reload();
  await host[end]();
}

test.each(['close', 'kill'] as const)('after a %s the profile holds nothing of it', async (end) => {
  await usePage(end);
  expect(filesHolding(PLANTED)).toEqual([]);
});

test('the search would find it', () => {
  for (const encoding of ['utf8', 'utf16le'] as const) {
    writeFileSync(join(folder, encoding), Buffer.from(`x${PLANTED}y`, encoding));
  }
  expect(filesHolding(PLANTED).sort()).toEqual(['utf16le', 'utf8']);
});
