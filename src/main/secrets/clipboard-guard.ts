/**
 * Latchkey's side of the clipboard helper: a process of its own that takes our text off the clipboard when this process
 * is killed before it could. It learns the text's HMAC and the key of that, never the text.
 */
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { WatchOrder } from './clipboard-watch.ts';
import type { Timer } from './timer.ts';

export type ClipboardGuard = {
  /** Starts the helper ahead of its first order, so that copying does not wait for a process. */
  prepare(): void;
  /** Answers once the helper watches; also when none can be had, since copying works without it. */
  watch(order: WatchOrder): Promise<void>;
  /** The text is off the clipboard, or was never on it. Ends the helper. */
  release(): void;
};

/** A helper that takes longer to answer is not waited for; it hears the order all the same. */
const longestWait = 3_000;

/** A process with both ends of the conversation; `watchClipboard` runs in it. */
export type HelperProcess = Pick<ChildProcess, 'on' | 'unref'> & { stdin: Writable; stdout: Readable };

/** Where `spawnHelper` throws, or what it started ends, copying goes on without a helper. */
export function createClipboardGuard(spawnHelper: () => HelperProcess, timer: Timer): ClipboardGuard {
  let helper: Helper | null = null;
  function running(): Helper | null {
    if (!helper?.alive) helper = started(spawnHelper, timer);
    return helper;
  }
  return {
    prepare: () => void running(),
    watch: async (order) => running()?.watch(order),
    release() {
      helper?.end();
      helper = null;
    },
  };
}

function started(spawnHelper: () => HelperProcess, timer: Timer): Helper | null {
  try {
    return new Helper(spawnHelper(), timer);
  } catch {
    return null;
  }
}

class Helper {
  readonly #process: HelperProcess;
  readonly #timer: Timer;
  readonly #acknowledged: (() => void)[] = [];
  alive = true;

  constructor(process: HelperProcess, timer: Timer) {
    this.#process = process;
    this.#timer = timer;
    process.on('error', () => this.#gone());
    process.on('exit', () => this.#gone());
    // Writing to a process that has just ended is no reason to end too.
    process.stdin.on('error', () => undefined);
    createInterface({ input: process.stdout }).on('line', () => this.#acknowledged.shift()?.());
    // It must not keep Latchkey from quitting; it notices by itself.
    process.unref();
  }

  watch(order: WatchOrder): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#timer.after(longestWait, resolve);
      this.#acknowledged.push(() => {
        cancel();
        resolve();
      });
      this.#process.stdin.write(`${JSON.stringify(order)}\n`);
    });
  }

  /** Tells it that there is nothing left to do: an end without this is taken for a crash. */
  end(): void {
    this.#process.stdin.end('{"release":true}\n');
  }

  #gone(): void {
    this.alive = false;
    for (const acknowledge of this.#acknowledged.splice(0)) acknowledge();
  }
}
