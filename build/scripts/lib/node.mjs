// Makes sure that a script runs on the project's own Node, whatever Node started it.
import { spawn } from 'node:child_process';
import { majorOf, projectNode, requiredNodeMajor, root, withProjectPath } from './project.mjs';
import { accompany } from './run.mjs';
import { main, Trouble } from './say.mjs';

/**
 * Runs a script's body on the project's Node: here, where this already is one, else in a second process with the
 * same arguments. npm puts that Node first in the PATH, but a script called directly finds the system's.
 * @param {(args: string[]) => Promise<number>} body gives the exit code
 */
export function mainOnProjectNode(body) {
  return main(async () => {
    if (majorOf(process.versions.node) >= requiredNodeMajor) {
      process.env = withProjectPath(process.env);
      return body(process.argv.slice(2));
    }
    const node = projectNode();
    if (node === undefined) {
      throw new Trouble('The dependencies are not installed yet. Run: node build/scripts/bootstrap.mjs');
    }
    const options = { cwd: root, env: withProjectPath(process.env), stdio: /** @type {const} */ ('inherit') };
    return accompany(spawn(node, process.argv.slice(1), options));
  });
}
