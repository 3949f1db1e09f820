// Command line entry of the sandbox, also started by Latchkey itself as a utility process.
import { readArguments, USAGE } from './cli/arguments.ts';
import { onParentGone, tellParent } from './cli/parent.ts';
import { StartFailure } from './core/failure.ts';
import { type Sandbox, startSandbox } from './server.ts';

/** The command was understood but cannot be carried out as given. */
const EXIT_REFUSED = 2;

async function main(args: readonly string[]): Promise<void> {
  const { help, ...options } = readArguments(args);
  if (help) {
    process.stdout.write(USAGE);
    return;
  }
  const sandbox = await startSandbox(options);
  endWithProcess(sandbox);
  const { url, connections } = sandbox;
  // Exactly one line, so that a script can read it and go on.
  process.stdout.write(`${JSON.stringify({ url, connections })}\n`);
  tellParent({ type: 'ready', url, connections });
}

/** Closes once, whatever asks for it first; a second signal does not cut the clean-up short. */
function endWithProcess(sandbox: Sandbox): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  onParentGone(end);
}

main(process.argv.slice(2)).catch((cause: unknown) => {
  if (!(cause instanceof StartFailure)) throw cause;
  tellParent({ type: 'failed', code: cause.code, message: cause.message });
  // A utility process does not end by itself when there is nothing left to do.
  process.stderr.write(`${cause.message}\n`, () => process.exit(EXIT_REFUSED));
});
