import { defineConfig } from '@playwright/test';

// On a failure Playwright would write what the page shows into a file, and that can be a revealed secret.
process.env.PLAYWRIGHT_NO_COPY_PROMPT = '1';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each test starts an application of its own; more at once only makes all of them slow.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // On a build server a test gets a second try, and the summary says so; at a desk it has to pass at once.
  retries: process.env.CI ? 1 : 0,
  // Tests wait on what appears; these limits are for what never does, also where two cores are shared by twenty.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // A trace or a video would hold the secrets that the tests make.
  use: { trace: 'off', video: 'off', screenshot: 'off' },
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts', testIgnore: '**/screenshots/**' },
    { name: 'screenshots', testMatch: '**/screenshots/**/*.spec.ts' },
  ],
});
