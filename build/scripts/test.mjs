// `npm test`: everything, a line per stage, full output only of what fails, and one line of totals at the end.
// `npm test -- unit lint` runs the named stages alone.
import { build } from './lib/build.mjs';
import { Interrupted } from './lib/ending.mjs';
import { mainOnProjectNode } from './lib/node.mjs';
import { duration, Trouble } from './lib/say.mjs';
import { checks } from './stages/checks.mjs';
import { keychainStage } from './stages/keychain.mjs';
import { runPlaywright } from './stages/playwright.mjs';
import { summarize, totals } from './stages/stage.mjs';
import { runVitest } from './stages/vitest.mjs';

async function buildStage() {
  const note = (await build()) ? 'done' : 'already up to date';
  return { passed: 0, failed: 0, skipped: 0, output: '', note };
}

/** @type {import('./stages/stage.mjs').Stage[]} */
const stages = [
  ...checks,
  { name: 'unit', label: 'Unit tests', run: () => runVitest('unit') },
  { name: 'integration', label: 'Integration tests', run: () => runVitest('integration') },
  { name: 'keychain', label: 'Keychain tests', run: keychainStage },
  { name: 'build', label: 'Build', run: buildStage },
  { name: 'e2e', label: 'End-to-end tests', run: () => runPlaywright('e2e') },
];

const testStages = ['unit', 'integration', 'keychain', 'e2e'];

/** @param {string[]} names */
function choose(names) {
  const groups = { check: checks.map((stage) => stage.name), e2e: ['build', 'e2e'] };
  const wanted = names.flatMap((name) => (name === 'check' || name === 'e2e' ? groups[name] : name));
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = ['check', ...stages.map((stage) => stage.name)].join(', ');
    throw new Trouble(`There is no stage “${unknown.join('”, “')}”. The stages are: ${known}.`);
  }
  return wanted.length === 0 ? stages : stages.filter((stage) => wanted.includes(stage.name));
}

/**
 * A stage's outcome, whatever happens to it: what it throws is a failure like any other.
 * @param {import('./stages/stage.mjs').Stage} stage
 * @returns {Promise<import('./stages/stage.mjs').Outcome>}
 */
async function attempt(stage) {
  try {
    return await stage.run();
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    const output = error instanceof Trouble ? `${error.details}\n${error.message}` : String(error);
    return { passed: 0, failed: 1, skipped: 0, output };
  }
}

await mainOnProjectNode(async (args) => {
  const chosen = choose(args);
  const outcomes = [];
  for (const stage of chosen) {
    const start = performance.now();
    process.stdout.write(`${stage.label} … `);
    const outcome = await attempt(stage);
    process.stdout.write(`${summarize(outcome)} in ${duration(performance.now() - start)}\n`);
    if (outcome.failed > 0) process.stdout.write(`\n${outcome.output.trim()}\n\n`);
    outcomes.push(outcome);
  }
  // Checks and the build alone have no tests to total.
  if (chosen.some(({ name }) => testStages.includes(name))) process.stdout.write(`${totals(outcomes)}\n`);
  return outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
});
