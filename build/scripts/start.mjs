// `npm start`: Latchkey on the user's own profile; every switch is passed on to it.
import { buildIfChanged } from './lib/build.mjs';
import { hasDisplay, startVirtualDisplay } from './lib/display.mjs';
import { chooseHost } from './lib/host.mjs';
import { mainOnProjectNode } from './lib/node.mjs';
import { fromCaller } from './lib/project.mjs';
import { runInForeground } from './lib/run.mjs';

/**
 * npm runs scripts in the project's folder, so a relative profile folder has to be read from where npm was called.
 * @param {string} argument
 */
function absoluteProfile(argument) {
  const [name, folder] = argument.split(/=(.*)/s);
  return name === '--user-data-dir' && folder ? `${name}=${fromCaller(folder)}` : argument;
}

await mainOnProjectNode(async (args) => {
  if (!args.includes('--no-build')) await buildIfChanged();
  const switches = args.filter((argument) => argument !== '--no-build').map(absoluteProfile);
  const host = chooseHost();
  // The stand-in goes headless by itself; Electron needs a screen, be it one that nobody sees.
  const display = host.name === 'electron' && !hasDisplay() ? await startVirtualDisplay() : undefined;
  try {
    const env = { ...process.env, ...display?.env, ...host.env };
    return await runInForeground(host.command, [...host.args, ...switches], env);
  } finally {
    display?.stop();
  }
});
