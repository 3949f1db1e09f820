// `npm run package`: builds Latchkey and packs it for this system; switches are electron-builder's own.
import { buildIfChanged } from './lib/build.mjs';
import { mainOnProjectNode } from './lib/node.mjs';
import { inProject } from './lib/project.mjs';
import { runInForeground } from './lib/run.mjs';

await mainOnProjectNode(async (args) => {
  await buildIfChanged();
  const cli = inProject('node_modules', 'electron-builder', 'cli.js');
  const config = inProject('build', 'packaging', 'electron-builder.mjs');
  return runInForeground(process.execPath, [cli, '--config', config, '--publish', 'never', ...args]);
});
