/** The store's worker with one fault: its thread ends when it is asked for `fatalKeyId`. */
import { parentPort } from 'node:worker_threads';
import type { Request } from '../../src/main/store/protocol.ts';
import { fatalKeyId } from './threads.ts';

// Before the store's own listener, so that the call is never answered.
parentPort?.on('message', (request: Request) => {
  if (request.kind === 'call' && request.input[0] === fatalKeyId) process.exit(7);
});
await import('../../src/main/store/worker.ts');
