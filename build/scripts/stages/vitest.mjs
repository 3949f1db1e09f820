// One Vitest project as a stage, counted from Vitest's JSON report.
import { inProject } from '../lib/project.mjs';
import { run } from '../lib/run.mjs';
import { judge, withReport } from './stage.mjs';

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ assertionResults: { status: string, failureMessages: unknown[] }[] }[]} testResults
 */

/**
 * Tests that passed after they had failed.
 * @param {VitestReport} report
 */
const late = ({ testResults }) =>
  testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0).length;

/**
 * @param {string} project a project of vitest.config.ts
 * @param {{ prefix?: string[], env?: NodeJS.ProcessEnv }} [surroundings] a command to run Vitest inside of
 * @returns {Promise<import('./stage.mjs').Outcome>}
 */
export async function runVitest(project, { prefix = [], env = process.env } = {}) {
  let finished = { code: 1, output: '' };
  /** @type {VitestReport | undefined} */
  const report = await withReport(project, async (file) => {
    const cli = inProject('node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const words = [...prefix, process.execPath, cli, 'run', `--project=${project}`, ...reporters];
    finished = await run(/** @type {string} */ (words[0]), words.slice(1), { env });
  });
  const counts = {
    passed: report?.numPassedTests ?? 0,
    late: report ? late(report) : 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return judge({ ...counts, output: finished.output }, finished.code);
}
