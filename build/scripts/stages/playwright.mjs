// End-to-end tests in a real window, on a screen of their own where one can be had.
import { startVirtualDisplay } from '../lib/display.mjs';
import { inProject } from '../lib/project.mjs';
import { run } from '../lib/run.mjs';
import { judge, withReport } from './stage.mjs';

/**
 * @typedef {object} PlaywrightReport
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors what went wrong outside any test
 */

/**
 * @param {string} project a project of playwright.config.ts
 * @param {{ prefix?: string[], env?: NodeJS.ProcessEnv }} [around] what to put before the command, and its environment
 * @returns {Promise<import('./stage.mjs').Outcome>}
 */
export async function runPlaywright(project, { prefix = [], env: base = process.env } = {}) {
  const display = await startVirtualDisplay(base);
  let finished = { code: 1, output: '' };
  try {
    /** @type {PlaywrightReport | undefined} */
    const report = await withReport(project, async (file) => {
      const cli = inProject('node_modules', '@playwright', 'test', 'cli.js');
      const env = { ...(display?.env ?? base), PLAYWRIGHT_JSON_OUTPUT_FILE: file };
      const args = [cli, 'test', `--project=${project}`, '--reporter=list,json'];
      const [command = '', ...rest] = [...prefix, process.execPath, ...args];
      finished = await run(command, rest, { env });
    });
    const late = report?.stats.flaky ?? 0;
    const counts = {
      passed: (report?.stats.expected ?? 0) + late,
      late,
      failed: (report?.stats.unexpected ?? 0) + (report?.errors.length ?? 0),
      skipped: report?.stats.skipped ?? 0,
    };
    return judge({ ...counts, output: finished.output }, finished.code);
  } finally {
    display?.stop();
  }
}
