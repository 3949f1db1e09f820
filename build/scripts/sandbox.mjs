// `npm run sandbox`: the sandbox alone. Standard output carries its one JSON line and nothing else.
import { mainOnProjectNode } from './lib/node.mjs';
import { fromCaller, inProject } from './lib/project.mjs';
import { runInForeground } from './lib/run.mjs';

/**
 * `--data DIR` and `--data=DIR` as the caller meant them: npm has changed the folder since.
 * @param {string} argument
 * @param {number} index
 * @param {string[]} all
 */
function absoluteData(argument, index, all) {
  if (argument.startsWith('--data=')) return `--data=${fromCaller(argument.slice('--data='.length))}`;
  return all[index - 1] === '--data' ? fromCaller(argument) : argument;
}

await mainOnProjectNode((args) =>
  runInForeground(process.execPath, [inProject('src', 'sandbox', 'main.ts'), ...args.map(absoluteData)]),
);
