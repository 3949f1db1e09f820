// The checks that are no tests: formatting and lint, types, dead code. Each is clean or counts as one failure.
import { inProject } from '../lib/project.mjs';
import { run } from '../lib/run.mjs';

/**
 * @param {string} name
 * @param {string} label
 * @param {string[]} words the tool's script below node_modules, and its arguments
 * @returns {import('./stage.mjs').Stage}
 */
function check(name, label, [script = '', ...args]) {
  return {
    name,
    label,
    run: async () => {
      const { code, output } = await run(process.execPath, [inProject('node_modules', script), ...args]);
      return {
        passed: 0,
        failed: code === 0 ? 0 : 1,
        skipped: 0,
        output,
        note: code === 0 ? 'clean' : 'not clean',
      };
    },
  };
}

export const checks = [
  check('lint', 'Formatting and lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  check('types', 'Types', ['typescript/bin/tsc', '-b']),
  check('dead-code', 'Dead code', ['knip/bin/knip.js']),
];
