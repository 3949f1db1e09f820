/** Runs a small program with the secret store in it, on a bus and a keyring of its own or on none at all. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Without a bus: its address points to nothing. */
export function runWithoutBus<Answer>(name: string): Promise<Answer> {
  return run(process.execPath, [program(name)], { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' });
}

/** On a fresh bus and in an empty home; the program starts the keyring itself. */
export function runOnPrivateBus<Answer>(name: string): Promise<Answer> {
  return run('dbus-run-session', ['--', process.execPath, program(name)], {});
}

/** The program's last line is its answer, as JSON. */
async function run<Answer>(
  command: string,
  args: readonly string[],
  extra: NodeJS.ProcessEnv,
): Promise<Answer> {
  const home = await mkdtemp(join(tmpdir(), 'latchkey-keyring-'));
  // Without a display there is no prompt that could wait for a person: it counts as dismissed.
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...inherited } = process.env;
  const env = { ...inherited, HOME: home, XDG_DATA_HOME: home, XDG_RUNTIME_DIR: home, ...extra };
  try {
    const { stdout } = await promisify(execFile)(command, args, { env });
    return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Answer;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
