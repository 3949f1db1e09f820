/** The store's worker, standing still for ever at one point of one change: there its process is killed. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Reply, Request } from '../../../src/main/store/protocol.ts';
import type { Window } from './points.ts';

const { window, intents } = JSON.parse(process.env.LATCHKEY_KILL_POINT ?? '{}') as {
  window?: Window;
  intents?: number;
};
const standardOutput = 1;
let begun = 0;
/** The call whose answer is held back. */
let held: number | null = null;

/** Written by this thread itself: the main thread would only do it when it is next free. */
function stopHere(): never {
  writeSync(standardOutput, `${window}\n`);
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

// Before the store's own listener, so that what it stops at is not carried out.
parentPort?.on('message', (request: Request) => {
  if (request.kind !== 'call') return;
  const { operation, sequence } = request;
  if (operation === 'beginIntent') begun += 1;
  if (begun !== intents) return;
  const isKey = operation === 'upsertKey' || operation === 'replaceKey' || operation === 'removeKey';
  if (window === 'answer received' && isKey) stopHere();
  if (window === 'outcome on its way' && operation === 'settleIntent') stopHere();
  if (window === 'intent written' && operation === 'beginIntent') held = sequence;
  if (window === 'inventory written' && isKey) held = sequence;
});

if (parentPort) {
  const answer = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (reply: Reply) => {
    // The answer comes when the transaction is over.
    if (held !== null && reply.kind === 'answer' && reply.sequence === held) stopHere();
    answer(reply);
  };
}

await import('../../../src/main/store/worker.ts');
flushCompileCache();
