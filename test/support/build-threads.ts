/**
 * Set-up of the tests that start the store's thread: makes plain JavaScript of its script and of those that stand in for
 * it. As TypeScript, Node would read them with a compiler in WebAssembly, one for each thread, and in Node 24 the end of such
 * a thread now and then ends the whole process ("Check failed: jit_page_->allocations_.erase", nodejs/node#64500).
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { type ThreadScript, threadsVariable } from './threads.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** By the name that `threadScript` takes. */
const scripts = {
  store: at('../../src/main/store/worker.ts'),
  'dying-store': at('./dying-store-worker.ts'),
  'full-store': at('./full-store-worker.ts'),
  'stopping-store': at('../integration/kill/stopping-store-worker.ts'),
  'standing-store': at('../integration/runs/kill/standing-store-worker.ts'),
} satisfies Record<ThreadScript, string>;

let folder = '';

/** Before the first test of a project. */
export async function setup(): Promise<void> {
  // Inside the project, so that what stays outside of the scripts is found; its own, as several runs may go on at once.
  const cache = at('../../node_modules/.cache/latchkey');
  await mkdir(cache, { recursive: true });
  folder = await mkdtemp(join(cache, 'threads-'));
  await build({
    configFile: false,
    root: at('../..'),
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      minify: false,
      rolldownOptions: { input: scripts },
    },
  });
  process.env[threadsVariable] = folder;
}

/** After its last one. */
export async function teardown(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
