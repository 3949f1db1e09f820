/** The store's thread: the one place that has the database open, answering one call after the other. */
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { openDatabase } from './database.ts';
import { createOperations, type Operations } from './operations.ts';
import type { RepairSettings, Reply, Request, ServeSettings, WorkerSettings } from './protocol.ts';
import { repair } from './repair.ts';
import { createSql } from './sql.ts';
import { faultOf } from './store-error.ts';

if (parentPort === null) throw new Error('The store’s worker was started outside a worker thread.');
const port = parentPort;
const settings = workerData as WorkerSettings;

function say(reply: Reply): void {
  port.postMessage(reply);
}

function open(settings: ServeSettings): { database: Database; operations: Operations } {
  const database = openDatabase(settings.file, undefined, settings.alwaysCheck);
  try {
    const sql = createSql(database, {
      threshold: settings.slowAfter,
      report: (shape, milliseconds) => say({ kind: 'slow', shape, milliseconds }),
      clock: () => performance.now(),
    });
    return { database, operations: createOperations(sql, randomUUID, Date.now) };
  } catch (error) {
    database.close();
    throw error;
  }
}

function answer(operations: Operations, request: Extract<Request, { kind: 'call' }>): Reply {
  const { sequence, operation, input } = request;
  try {
    // The client's types tie each input to its operation; here they arrive as plain data.
    const run = operations[operation] as (...input: unknown[]) => unknown;
    return { kind: 'answer', sequence, value: run(...input) };
  } catch (error) {
    return { kind: 'fault', sequence, fault: faultOf(error) };
  }
}

function close(database: Database, sequence: number): void {
  try {
    // Leaves one file behind, so that a copy of it is a whole backup.
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.close();
    say({ kind: 'answer', sequence, value: null });
  } catch (error) {
    say({ kind: 'fault', sequence, fault: faultOf(error) });
  }
  port.close();
}

function serve(settings: ServeSettings): void {
  try {
    const { database, operations } = open(settings);
    port.on('message', (request: Request) => {
      if (request.kind === 'close') close(database, request.sequence);
      else say(answer(operations, request));
    });
    say({ kind: 'opened' });
  } catch (error) {
    say({ kind: 'refused', fault: faultOf(error) });
    port.close();
  }
}

function repairAndEnd(settings: RepairSettings): void {
  try {
    say({ kind: 'repaired', repair: repair(settings.file, settings.at) });
  } catch (error) {
    say({ kind: 'refused', fault: faultOf(error) });
  }
  port.close();
}

if (settings.task === 'serve') serve(settings);
else repairAndEnd(settings);
