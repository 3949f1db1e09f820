// The line to the process that started this one, where there is one: Electron's utility process has a port to its
// parent, a forked Node process a channel. Electron itself is not imported, so that plain Node runs the same file.
import type { Connection } from '../server.ts';

/** What a parent hears: the same line as on standard output, or why there will be none. */
export type ParentMessage =
  | { type: 'ready'; url: string; connections: readonly Connection[] }
  | { type: 'failed'; code: string; message: string };

interface ParentPort {
  postMessage(message: ParentMessage): void;
  on(event: 'close', listener: () => void): void;
}

/** Says nothing where there is no parent to hear it. */
export function tellParent(message: ParentMessage): void {
  parentPort()?.postMessage(message);
}

/** Calls `gone` once the parent has ended; never, where the process was started from a shell. */
export function onParentGone(gone: () => void): void {
  parentPort()?.on('close', gone);
  process.on('disconnect', gone);
}

function parentPort(): ParentPort | undefined {
  return (process as NodeJS.Process & { parentPort?: ParentPort }).parentPort;
}
