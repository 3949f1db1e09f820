import { Worker } from 'node:worker_threads';
import type { RepairSettings, Reply } from './protocol.ts';
import type { Repair } from './repair.ts';
import { StoreError } from './store-error.ts';

/**
 * Repairs a database that no thread has open, in a thread of its own: a large file takes seconds. Rejects with
 * `StoreError` where that is not possible; the damaged file is then where it was.
 */
export function repairStore(file: string, workerUrl: URL, at: Date): Promise<Repair> {
  const settings: RepairSettings = { task: 'repair', file, at };
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData: settings, name: 'repair' });
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'repaired') resolve(reply.repair);
      else if (reply.kind === 'refused') reject(new StoreError(reply.fault));
    });
    const lost = (cause?: unknown) => {
      const message = 'The part of Latchkey that repairs its data stopped before it was done.';
      reject(new StoreError({ kind: 'worker-lost', message }, { cause }));
    };
    worker.on('error', lost);
    worker.on('exit', () => lost());
  });
}
