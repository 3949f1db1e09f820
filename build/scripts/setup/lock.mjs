// A lock directory, so that two commands started together on a fresh clone don't install into each other.
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a half-finished removal of a dead process's lock may block others, in milliseconds. */
const guardLifetime = 10_000;

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Takes a lock directory away in one move: removing it file by file would leave it empty for a moment, and another
 * process could rename its own onto it and lose it again.
 * @param {string} dir
 */
async function drop(dir) {
  const discarded = `${dir}.${process.pid}.old`;
  await rename(dir, discarded);
  await rm(discarded, { recursive: true, force: true });
}

/** @param {string} dir */
async function holder(dir) {
  const text = await readFile(path.join(dir, 'pid'), 'utf8').catch(() => '');
  return text === '' ? undefined : Number(text);
}

/**
 * Takes the lock if it is free. The directory is prepared beside it and renamed into place, so that a lock never
 * exists without its owner's process id; renaming onto a directory that is not empty fails.
 * @param {string} dir
 * @returns {Promise<boolean>}
 */
async function take(dir) {
  const prepared = `${dir}.${process.pid}`;
  await mkdir(prepared, { recursive: true });
  await writeFile(path.join(prepared, 'pid'), String(process.pid));
  try {
    await rename(prepared, dir);
    return true;
  } catch {
    await rm(prepared, { recursive: true, force: true });
    return false;
  }
}

/**
 * Removes the lock of a process that has died. Only one waiter at a time may do so, and it looks again once it may:
 * otherwise a second one could remove the lock that the first has just taken.
 * @param {string} dir
 */
async function removeStale(dir) {
  const guard = `${dir}.guard`;
  try {
    await mkdir(guard);
  } catch {
    const age = await stat(guard).then(
      (found) => Date.now() - found.mtimeMs,
      () => 0,
    );
    if (age > guardLifetime) await rm(guard, { recursive: true, force: true });
    return;
  }
  try {
    const pid = await holder(dir);
    if (pid !== undefined && !isAlive(pid)) await drop(dir);
  } finally {
    await rm(guard, { recursive: true, force: true });
  }
}

/**
 * Runs `work` while holding the lock; waits for a living owner, takes over from a dead one.
 * @template T
 * @param {string} dir the lock directory; its parent exists
 * @param {() => Promise<T>} work
 * @param {{ onWait?: (pid: number) => void, poll?: number }} [options] `onWait` is called once; `poll` in milliseconds
 * @returns {Promise<T>}
 */
export async function withLock(dir, work, { onWait = () => {}, poll = 200 } = {}) {
  let told = false;
  while (!(await take(dir))) {
    const pid = await holder(dir);
    if (pid === undefined) continue;
    if (!isAlive(pid)) {
      await removeStale(dir);
    } else if (!told) {
      told = true;
      onWait(pid);
    }
    await pause(poll);
  }
  try {
    return await work();
  } finally {
    await drop(dir);
  }
}
