import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const oldestNode = 24;
if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  throw new Error(
    `The tests run on Node ${oldestNode}; this is ${process.version}. Use npm test, which brings it.`,
  );
}

// Benchmarks are nobody's but the last project's: Vitest would give every project all of them.
const project = (name: string, include: string[], benchmarks: string[] = []) => ({
  extends: true as const,
  test: {
    name,
    include,
    benchmark: { include: benchmarks },
    globalSetup: name === 'unit' ? [] : ['test/support/build-threads.ts'],
    // To load the sources anew for each of a hundred files takes three times as long as the unit tests themselves.
    isolate: name !== 'unit',
  },
});

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    // Vitest would leave one core free, which on two of them is half of the time.
    maxWorkers: '100%',
    // Tests wait on events; this limit is for one that would wait for ever, also where two cores are shared by twenty.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    // On a build server a test gets a second try, and the summary says so; at a desk it has to pass at once.
    retry: process.env.CI ? 1 : 0,
    unstubEnvs: true,
    setupFiles: ['test/support/property-seed.ts'],
    projects: [
      project('unit', ['test/unit/**/*.test.{ts,tsx}']),
      project('integration', ['test/integration/**/*.test.ts']),
      // Alone, because it needs a Secret Service of its own: npm test starts one.
      project('keychain', ['test/keychain/**/*.test.ts']),
      project('performance', [], ['test/bench/**/*.bench.ts']),
    ],
  },
});
