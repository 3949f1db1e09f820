// Hears that a script is asked to end: by a signal, or because what started it is gone.

const orphanPoll = 500;

/** Thrown through everything that has something to clean up, up to where the script ends. */
export class Interrupted extends Error {
  /** What a shell reports for Ctrl+C. */
  static exitCode = 130;
}

/**
 * Calls `end` with the signal to pass on. npm runs a script inside a shell and, when npm itself is told to end, kills
 * that shell: nothing reaches the script but a new parent, so the parent is looked at now and then.
 * @param {(signal: NodeJS.Signals) => void} end
 * @returns {() => void} stops listening
 */
export function whenAskedToEnd(end) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, end);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end('SIGTERM');
  }, orphanPoll);
  // Watching is no reason to stay.
  watch.unref();
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, end);
  };
}
