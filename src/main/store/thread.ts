/** The life of the store's thread: started, asked, lost and started again, ended. Nobody is left waiting. */
import { Worker } from 'node:worker_threads';
import type { OperationName, Reply, Request, ServeSettings } from './protocol.ts';
import { StoreError } from './store-error.ts';

export type ThreadOptions = {
  workerUrl: URL;
  settings: ServeSettings;
  onSlow: (shape: string, milliseconds: number) => void;
};

export type Thread = {
  /** Settles when the database is open, or rejects with the reason why it is not. */
  opened(): Promise<void>;
  call(operation: OperationName, input: unknown[]): Promise<unknown>;
  close(): Promise<void>;
};

type Waiting = { resolve: (value: unknown) => void; reject: (error: StoreError) => void };
/** One thread, and who waits for an answer of it. */
type Running = {
  worker: Worker;
  opened: Promise<void>;
  exited: Promise<void>;
  waiting: Map<number, Waiting>;
};

export function createThread(options: ThreadOptions): Thread {
  let sequence = 0;
  let closing: Promise<void> | null = null;
  let running: Running | null = start();

  function start(): Running {
    const worker = new Worker(options.workerUrl, { workerData: options.settings, name: 'store' });
    const opening = Promise.withResolvers<void>();
    const exiting = Promise.withResolvers<void>();
    const waiting = new Map<number, Waiting>();
    const run: Running = { worker, opened: opening.promise, exited: exiting.promise, waiting };
    // Callers see the rejection through `opened`; a thread nobody has asked yet must not count as unhandled.
    run.opened.catch(() => undefined);
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'slow') options.onSlow(reply.shape, reply.milliseconds);
      else if (reply.kind === 'opened') opening.resolve();
      else if (reply.kind === 'refused') {
        // At once, not at its exit: whoever calls next may have put the file right by then.
        forget(run);
        opening.reject(new StoreError(reply.fault));
      } else if (reply.kind !== 'repaired') settle(waiting, reply);
    });
    // Followed by `exit`, where it is dealt with; without a listener it would end the process.
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      opening.reject(lost(cause));
      exiting.resolve();
      forget(run);
      for (const call of waiting.values()) call.reject(lost(cause));
      waiting.clear();
    });
    return run;
  }

  function forget(run: Running): void {
    if (running === run) running = null;
  }

  async function send(run: Running, request: (sequence: number) => Request): Promise<unknown> {
    await run.opened;
    // It may have ended while we waited for it to open.
    if (running !== run) throw lost();
    sequence += 1;
    const number = sequence;
    return new Promise((resolve, reject) => {
      // First, since it throws for what cannot be copied to a thread, and nobody must wait for that.
      run.worker.postMessage(request(number));
      run.waiting.set(number, { resolve, reject });
    });
  }

  async function end(): Promise<void> {
    const run = running;
    if (run === null) return;
    const open = await run.opened.then(
      () => true,
      () => false,
    );
    try {
      if (open) await send(run, (number) => ({ kind: 'close', sequence: number }));
    } catch (error) {
      // A thread that is gone has nothing left to close; SQLite recovers the log when the file is opened next.
      if (!(error instanceof StoreError && error.kind === 'worker-lost')) throw error;
    } finally {
      await run.exited;
    }
  }

  return {
    opened: () => (running === null ? Promise.reject(lost()) : running.opened),
    call(operation, input) {
      if (closing !== null) return Promise.reject(closed());
      // A lost thread is replaced when it is next needed, so that one that cannot start is not started for ever.
      running ??= start();
      return send(running, (number) => ({ kind: 'call', sequence: number, operation, input }));
    },
    close() {
      closing ??= end();
      return closing;
    },
  };
}

function settle(waiting: Map<number, Waiting>, reply: Extract<Reply, { kind: 'answer' | 'fault' }>): void {
  const call = waiting.get(reply.sequence);
  waiting.delete(reply.sequence);
  if (reply.kind === 'answer') call?.resolve(reply.value);
  else call?.reject(new StoreError(reply.fault));
}

function lost(cause?: unknown): StoreError {
  const message = 'The part of Latchkey that keeps its data stopped before it answered.';
  return new StoreError({ kind: 'worker-lost', message }, { cause });
}

function closed(): StoreError {
  return new StoreError({ kind: 'closed', message: 'Latchkey is quitting and stores nothing any more.' });
}
