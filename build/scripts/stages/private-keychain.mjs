// Runs a command beside a keychain of its own. Itself runs inside `dbus-run-session`, so that neither the bus nor the
// keychain is the developer's: nothing is read from theirs, nothing is left in it.
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { run, runInForeground } from '../lib/run.mjs';
import { main, Trouble } from '../lib/say.mjs';

const isOwned = async () => {
  const question = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  const target = ['--session', '--dest=org.freedesktop.DBus', '--print-reply', '/org/freedesktop/DBus'];
  return (await run('dbus-send', [...target, ...question])).output.includes('boolean true');
};

await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (command === undefined) throw new Trouble('Name the command to run beside the keychain.');
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise((resolve) => daemon.once('close', resolve).once('error', resolve));
  let isRunning = true;
  void ended.then(() => {
    isRunning = false;
  });
  // The password of a keychain that lives as long as this command.
  daemon.stdin.end('private');
  try {
    // The daemon announces itself on the bus only, and has no other sign of being ready.
    while (isRunning && !(await isOwned())) await pause(50);
    if (!isRunning) throw new Trouble('The private keychain could not be started.');
    return await runInForeground(command, args);
  } finally {
    daemon.kill();
    await ended;
  }
});
