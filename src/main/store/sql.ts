/** The only way to the database: prepared statements, bound values, one clock on all of them. */
import type { Database, Statement } from 'better-sqlite3';

export type BoundValue = string | number | null;

/** Rows come as the statement's columns; the caller names their type next to the SQL that makes them. */
export type Sql = {
  all<Row>(shape: string, ...values: BoundValue[]): Row[];
  get<Row>(shape: string, ...values: BoundValue[]): Row | undefined;
  /** The first column of every row. */
  column<Value>(shape: string, ...values: BoundValue[]): Value[];
  /** Answers how many rows changed. */
  run(shape: string, ...values: BoundValue[]): number;
  /** All of `work` or nothing of it. Inside another one it joins in. */
  atomically<Result>(work: () => Result): Result;
  /** Rises with every row written, there being no other writer: what was read at the same revision is still true. */
  revision(): number;
  /** For rows that nothing kept depends on: `work` writes them without raising the revision. */
  aside<Result>(work: () => Result): Result;
};

export type SlowStatements = {
  /** In milliseconds. */
  threshold: number;
  /** Gets the statement with its placeholders, never a value. */
  report(shape: string, milliseconds: number): void;
  /** A clock in milliseconds; only differences count. */
  clock(): number;
};

/** A search has one shape per number of words: past this many the oldest are prepared anew when they come back. */
const mostPrepared = 200;

export function createSql(database: Database, slow: SlowStatements): Sql {
  const prepared = new Map<string, Statement<BoundValue[], unknown>>();
  // Apart from the others, since plucking is a setting of the statement and not of the call.
  const preparedColumns = new Map<string, Statement<BoundValue[], unknown>>();

  function statement(shape: string, cache = prepared): Statement<BoundValue[], unknown> {
    const known = cache.get(shape);
    if (known) return known;
    const made = database.prepare<BoundValue[], unknown>(shape);
    if (cache === preparedColumns) made.pluck();
    const oldest = cache.keys().next();
    if (cache.size >= mostPrepared && !oldest.done) cache.delete(oldest.value);
    cache.set(shape, made);
    return made;
  }

  function timed<Result>(shape: string, work: () => Result): Result {
    const start = slow.clock();
    try {
      return work();
    } finally {
      const milliseconds = slow.clock() - start;
      if (milliseconds > slow.threshold) slow.report(shape, milliseconds);
    }
  }

  const written = (): number => Number(statement('SELECT total_changes()', preparedColumns).get());
  let besides = 0;

  return {
    all: <Row>(shape: string, ...values: BoundValue[]) =>
      timed(shape, () => statement(shape).all(...values) as Row[]),
    get: <Row>(shape: string, ...values: BoundValue[]) =>
      timed(shape, () => statement(shape).get(...values) as Row | undefined),
    column: <Value>(shape: string, ...values: BoundValue[]) =>
      timed(shape, () => statement(shape, preparedColumns).all(...values) as Value[]),
    run: (shape, ...values) => timed(shape, () => statement(shape).run(...values).changes),
    atomically: (work) => (database.inTransaction ? work() : database.transaction(work).immediate()),
    revision: () => written() - besides,
    aside(work) {
      const before = written();
      try {
        return work();
      } finally {
        besides += written() - before;
      }
    },
  };
}
