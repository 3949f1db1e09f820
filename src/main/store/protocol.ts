/** What the store's thread and its client say to each other. */
import type { Operations } from './operations.ts';
import type { Repair } from './repair.ts';
import type { StoreFault } from './store-error.ts';

/** What a thread is started with: `serve` keeps the database open, `repair` replaces a damaged one and ends. */
export type WorkerSettings = ServeSettings | RepairSettings;

export type RepairSettings = { task: 'repair'; file: string; at: Date };

export type ServeSettings = {
  task: 'serve';
  file: string;
  /** Reads the whole file for damage before anything else. */
  alwaysCheck: boolean;
  /** Statements that take longer, in milliseconds, are reported. */
  slowAfter: number;
};

export type OperationName = keyof Operations;

/** Calls are answered in the order of their numbers, one at a time; `close` is therefore answered last. */
export type Request =
  | { kind: 'call'; sequence: number; operation: OperationName; input: unknown[] }
  | { kind: 'close'; sequence: number };

export type Reply =
  /** First word of a thread: it has the database open, or says why not and ends. */
  | { kind: 'opened' }
  | { kind: 'refused'; fault: StoreFault }
  | { kind: 'repaired'; repair: Repair }
  | { kind: 'answer'; sequence: number; value: unknown }
  | { kind: 'fault'; sequence: number; fault: StoreFault }
  | { kind: 'slow'; shape: string; milliseconds: number };
