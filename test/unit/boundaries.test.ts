/** Holds the import boundaries: Biome, with the project's own configuration, must refuse each of these lines. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const runFile = promisify(execFile);

type Case = [file: string, imported: string];

const refused: Case[] = [
  ['src/shared/domain/example.ts', '../../main/store/client.ts'],
  ['src/shared/domain/example.ts', '../../renderer/lib/time.ts'],
  ['src/shared/example.ts', 'node:fs'],
  ['src/shared/example.ts', 'electron'],
  ['src/shared/example.ts', 'react'],
  ['src/renderer/lib/example.ts', '../../main/keys/ipc.ts'],
  ['src/renderer/lib/example.ts', '../../preload/index.ts'],
  ['src/renderer/features/keys/example.tsx', 'node:path'],
  ['src/renderer/features/keys/example.tsx', 'electron'],
  ['src/renderer/example.ts', 'better-sqlite3'],
  ['src/preload/example.ts', '../main/electron/window.ts'],
  ['src/preload/example.ts', 'node:crypto'],
  ['src/main/keys/example.ts', '../connections/credential-input.ts'],
  ['src/main/keys/example.ts', '../electron/window.ts'],
  ['src/main/keys/example.ts', 'electron'],
  ['src/main/keys/example.ts', 'better-sqlite3'],
  ['src/main/keys/example.ts', 'keytar'],
  ['src/main/keys/example.ts', '../../renderer/lib/time.ts'],
  ['src/main/example.ts', 'electron'],
  ['src/main/example.ts', '../sandbox/server.ts'],
  ['src/main/platforms/roboflow/example.ts', '../workspace-keys/client.ts'],
  ['src/main/platforms/example.ts', '../keys/create.ts'],
  ['src/main/system/example.ts', '../electron/window.ts'],
  ['src/main/store/example.ts', '../inventory/ipc.ts'],
  ['src/main/store/api/example.ts', '../../inventory/ipc.ts'],
  ['src/main/store/example.ts', '@napi-rs/keyring'],
  ['src/main/store/migrations/0010-example.ts', '../../system/ports.ts'],
  ['src/main/store/migrations/0010-example.ts', '#shared/domain/key.ts'],
  ['src/main/secrets/example.ts', '../keys/create.ts'],
  ['src/main/secrets/example.ts', 'better-sqlite3'],
  ['src/main/electron/example.ts', 'keytar'],
  ['src/sandbox/example.ts', '#shared/domain/key.ts'],
  ['src/sandbox/faces/example.ts', '../../main/platforms/platform.ts'],
  ['src/sandbox/example.ts', 'electron'],
  ['src/standin/example.ts', '#shared/ipc/contract.ts'],
  ['src/standin/example.ts', '../sandbox/server.ts'],
  ['src/standin/example.ts', 'electron'],
  ['build/scripts/bootstrap.mjs', 'zod'],
  ['build/scripts/setup/example.mjs', '@playwright/test'],
];

const allowed: Case[] = [
  ['src/shared/ipc/example.ts', '../domain/key.ts'],
  ['src/renderer/features/keys/example.tsx', '../../ui/button.tsx'],
  ['src/renderer/features/keys/example.tsx', '#shared/domain/key.ts'],
  ['src/preload/example.ts', 'electron'],
  ['src/main/electron/example.ts', 'electron'],
  ['src/main/keys/example.ts', '../platforms/platform.ts'],
  ['src/main/keys/example.ts', '../connections/service.ts'],
  ['src/main/keys/example.ts', './change.ts'],
  ['src/main/platforms/roboflow/example.ts', '../http/client.ts'],
  ['src/main/store/example.ts', 'better-sqlite3'],
  ['src/main/secrets/drivers/example.ts', 'keytar'],
  ['src/sandbox/example.ts', 'better-sqlite3'],
  ['build/scripts/setup/example.mjs', 'node:fs/promises'],
  ['build/scripts/setup/example.mjs', '../lib/run.mjs'],
];

/** The same boundary in the other ways to cross it. */
const forms: [file: string, content: string, isRefused: boolean][] = [
  ['src/main/keys/example.ts', "import type { App } from 'electron';\nexport type Example = App;", true],
  ['src/main/keys/example.ts', "export { app } from 'electron';", true],
  ['src/main/keys/example.ts', "export const example = await import('electron');", true],
  ['src/standin/example.ts', "import type { App } from 'electron';\nexport type Example = App;", false],
  ['src/standin/example.ts', "export * from 'electron';", true],
  ['src/standin/example.ts', "export const example = await import('electron');", true],
];

const report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

const boundaryRules = ['lint/style/noRestrictedImports', 'plugin'];

/** A copy of the project's lint configuration around the given files, and what Biome says to each of them. */
async function lint(files: Map<string, string>): Promise<Map<string, string[]>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-boundaries-'));
  try {
    await cp(path.join(root, 'biome.json'), path.join(folder, 'biome.json'));
    await cp(path.join(root, 'build/lint'), path.join(folder, 'build/lint'), { recursive: true });
    for (const [file, content] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    }
    const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
    // Biome ends with code 1 when it finds something, as it must here: what counts is its report.
    const { stdout } = await runFile(process.execPath, args, { cwd: folder }).catch((error) => error);
    const complaints = new Map([...files.keys()].map((file): [string, string[]] => [file, []]));
    for (const { category, location } of report.parse(JSON.parse(stdout)).diagnostics) {
      complaints.get(location.path)?.push(category);
    }
    return complaints;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Gives every case a file of its own, so that one run of Biome sees them all. */
const numbered = (file: string, number: number) => file.replace('example', `example-${number}`);

const importing = (imported: string) => `import { used } from '${imported}';\nused();\n`;

const cases = [
  ...refused.map(([file, imported]) => ({ file, content: importing(imported), isRefused: true })),
  ...allowed.map(([file, imported]) => ({ file, content: importing(imported), isRefused: false })),
  ...forms.map(([file, content, isRefused]) => ({ file, content, isRefused })),
].map((one, number) => ({ ...one, file: numbered(one.file, number) }));

describe('import boundaries', () => {
  let complaints = new Map<string, string[]>();

  beforeAll(async () => {
    complaints = await lint(new Map(cases.map(({ file, content }) => [file, content])));
  });

  for (const { file, content, isRefused } of cases) {
    const [line = ''] = content.split('\n');
    it(`${isRefused ? 'refuses' : 'allows'} in ${file}: ${line}`, () => {
      const found = complaints.get(file)?.filter((category) => boundaryRules.includes(category));
      expect((found ?? []).length > 0).toBe(isRefused);
    });
  }

  it('refuses a cycle', async () => {
    const cycle = new Map([
      ['src/main/keys/one.ts', "import { two } from './two.ts';\nexport const one = () => two;\n"],
      ['src/main/keys/two.ts', "import { one } from './one.ts';\nexport const two = () => one;\n"],
    ]);
    const found = await lint(cycle);
    expect(found.get('src/main/keys/one.ts')).toContain('lint/suspicious/noImportCycles');
  });
});
