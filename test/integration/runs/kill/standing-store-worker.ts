/** The store's worker, counting what a run has it write and standing still for ever at one of these: there its process is killed. */
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { OperationName, Reply, Request } from '../../../../src/main/store/protocol.ts';

const { at, side } = JSON.parse(process.env.LATCHKEY_STAND ?? '{}') as {
  /** Counted from the one that enters the run; none where left out. */
  at?: number;
  side?: 'before' | 'after';
};
const standardOutput = 1;
let written = 0;
/** The call whose answer is held back. */
let held: number | null = null;

const counted: ReadonlySet<OperationName> = new Set<OperationName>([
  'addRun',
  'saveRun',
  'beginIntent',
  'settleIntent',
  'upsertKey',
  'removeKey',
  'holdSecret',
  'letGoOfSecret',
  'applySync',
  'enterQuarantine',
  'leaveQuarantine',
  'settleGhost',
]);

function say(line: string): void {
  // Written by this thread itself: the main thread would only do it when it is next free.
  writeSync(standardOutput, `${line}\n`);
}

function standStill(): never {
  say('stands');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

// Before the store's own listener, so that what it stops at is not carried out.
parentPort?.on('message', (request: Request) => {
  if (request.kind === 'close') return say(`counted ${written}`);
  const { operation, sequence } = request;
  if (!counted.has(operation) || (written === 0 && operation !== 'addRun')) return;
  written += 1;
  if (written !== at) return;
  if (side === 'before') standStill();
  held = sequence;
});

if (parentPort) {
  const answer = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (reply: Reply) => {
    // The answer comes when the transaction is over.
    if (held !== null && 'sequence' in reply && reply.sequence === held) standStill();
    answer(reply);
  };
}

await import('../../../../src/main/store/worker.ts');
flushCompileCache();
