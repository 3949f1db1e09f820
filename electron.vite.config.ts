import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Rolldown } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Pictures that main hands to the system as files: Electron finds the larger ones by the names beside them. */
const iconFiles = {
  name: 'icon-files',
  generateBundle(this: Rolldown.PluginContext) {
    const folder = at('build/icons/system/');
    for (const name of readdirSync(folder))
      this.emitFile({ type: 'asset', fileName: `icons/${name}`, source: readFileSync(folder + name) });
  },
};

export default defineConfig({
  main: {
    plugins: [iconFiles],
    build: {
      // Native modules stay outside. Only `dependencies` are left out by themselves, and keytar is an optional one.
      externalizeDeps: { include: ['keytar'] },
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          // The store runs as a worker thread, the sandbox as a process of its own: each is an entry.
          'store-worker': at('src/main/store/worker.ts'),
          sandbox: at('src/sandbox/main.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed window can load neither ES modules nor node_modules: one CommonJS file with everything inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      // No data: URLs, so that the content security policy can stay at 'self'.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
