import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    // Each process, and each script that another one starts.
    'src/main/store/worker.ts',
    'src/renderer/index.html',
    'src/sandbox/main.ts',
    'src/standin/main.ts',
    'build/scripts/*.mjs',
    'build/scripts/stages/private-keychain.mjs',
    'build/packaging/electron-builder.mjs',
    // What the test runners pick up.
    'test/{unit,integration,keychain}/**/*.test.{ts,tsx}',
    'test/e2e/**/*.spec.ts',
    'test/bench/**/*.bench.ts',
    'test/integration/standin/probe/*.ts',
    'test/support/*-store-worker.ts',
    'test/integration/kill/stopping-store-worker.ts',
    'test/integration/runs/kill/standing-store-worker.ts',
    'test/e2e/support/client-process.ts',
  ],
  project: ['src/**/*.{ts,tsx,css}', 'test/**/*.{ts,tsx}', 'build/**/*.mjs'],
  compilers: {
    // Fonts and colours are packages that only style sheets import.
    css: (text: string) =>
      [...text.matchAll(/@import\s+['"][^'"]+['"]/g)].map(([line]) => line.slice(1)).join('\n'),
  },
  // The compiler writes no declarations for an export whose class has private parts and no name outside.
  ignoreExportsUsedInFile: { class: true },
  // Programs of the system, used where they are there.
  ignoreBinaries: ['gnome-keyring-daemon', 'dbus-daemon', 'dbus-send', 'Xvfb', 'xsel', 'mkfifo'],
};

export default config;
