// What a stage of `npm test` gives, and how the stages become one line of totals.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { cacheDir } from '../lib/project.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed tests, counted from the runner's own report
 * @property {number} failed tests; a check that is no test counts as one when it fails
 * @property {number} skipped
 * @property {number} [late] of those that passed, how many only at the second try
 * @property {string} output shown only when something failed
 * @property {string} [note] said instead of the counts
 *
 * @typedef {object} Stage
 * @property {string} name as in `npm test -- NAME`
 * @property {string} label
 * @property {() => Promise<Outcome>} run
 */

/** @param {Outcome} outcome */
export function summarize({ passed, failed, skipped, late = 0, note }) {
  if (note !== undefined) return note;
  const counts = [late > 0 ? `${passed} passed (${late} at the second try)` : `${passed} passed`];
  if (failed > 0) counts.push(`${failed} failed`);
  if (skipped > 0) counts.push(`${skipped} skipped`);
  return counts.join(', ');
}

/**
 * The last line of `npm test`.
 * @param {readonly Outcome[]} outcomes
 */
export function totals(outcomes) {
  /** @param {'passed' | 'failed' | 'skipped'} field */
  const sum = (field) => outcomes.reduce((total, outcome) => total + outcome[field], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Makes sure that a test stage cannot succeed by doing nothing: no test run, or a runner that ended badly without
 * naming a failed test, is a failure.
 * @param {Outcome} outcome
 * @param {number} exitCode of the runner
 * @returns {Outcome}
 */
export function judge(outcome, exitCode) {
  if (outcome.failed > 0) return outcome;
  if (outcome.passed === 0) return { ...outcome, failed: 1, output: `${outcome.output}\nNo test ran.\n` };
  return exitCode === 0 ? outcome : { ...outcome, failed: 1 };
}

/**
 * A runner's JSON report, or undefined when it ended before it wrote one.
 * @param {string} name of the stage
 * @param {(file: string) => Promise<void>} produce runs the runner, which writes the file
 */
export async function withReport(name, produce) {
  await mkdir(`${cacheDir}/reports`, { recursive: true });
  const file = `${cacheDir}/reports/${name}.json`;
  // An old report must never stand for a run that wrote none.
  await rm(file, { force: true });
  await produce(file);
  return readFile(file, 'utf8').then(JSON.parse, () => undefined);
}
