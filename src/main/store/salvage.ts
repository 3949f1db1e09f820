/** Copies what can still be read of a damaged database into a new one, row by row. */
import type { Database, Statement } from 'better-sqlite3';
import { readableRows } from './readable-rows.ts';
import { faultOf, StoreError } from './store-error.ts';

/** `whole`: every row that was there could be read and makes sense. */
export type Salvaged = { table: string; count: number; whole: boolean };

/** Made from the other tables whenever the store opens. */
const derived = new Set(['key_index']);
/** Read back with a parser, so that a torn text here would refuse every later reading of its row. */
const jsonColumns = new Set([
  'body',
  'folder_ids',
  'metadata',
  'expected',
  'problem',
  'folders_problem',
  'consumers',
  'annotated_at',
  'unsent',
  'share_problem',
  'baseline',
  'hold',
  'also_reaches',
  'locals',
  'observed',
  'before',
  'after',
  'facts',
  'counts',
  'news',
]);

/**
 * `target` has the schema of the damaged file's version and is empty; every table of it is looked for, so that what a
 * later migration adds is saved without a word here. All of it is one transaction. `damaged` is null where not even the
 * schema can be read.
 */
export function salvage(damaged: Database | null, target: Database): Salvaged[] {
  // While copying, rows may come before those they refer to.
  target.pragma('foreign_keys = OFF');
  return target.transaction(() => {
    const results = tablesOf(target).map((table) => copyTable(damaged, target, table));
    const orphans = removeOrphans(target);
    return results.map(({ table, whole }) => ({
      table,
      whole: whole && !orphans.has(table),
      count: Number(target.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()),
    }));
  })();
}

function tablesOf(target: Database): string[] {
  // Virtual tables and their shadows are indexes: they have a type of their own.
  return target
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all()
    .map(String)
    .filter((table) => !derived.has(table));
}

function copyTable(damaged: Database | null, target: Database, table: string) {
  const columns = columnsOf(target, table);
  const insert = target.prepare<unknown[]>(
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let whole = damaged !== null;
  if (damaged) {
    const complete = readableRows(damaged, table, columns, (values) => {
      if (!accept(insert, columns, values)) whole = false;
    });
    whole &&= complete;
  }
  return { table, whole };
}

function columnsOf(target: Database, table: string): string[] {
  return target.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table).map(String);
}

/** False for a row that could be read but makes no sense: the tables are strict, and texts to be parsed must parse. */
function accept(insert: Statement<unknown[]>, columns: readonly string[], values: unknown[]): boolean {
  const torn = columns.some((column, at) => jsonColumns.has(column) && !isJson(values[at]));
  if (torn) return false;
  try {
    insert.run(...values);
    return true;
  } catch (error) {
    const fault = faultOf(error);
    // A broken rule of the schema is the row's fault; a full disk is not.
    if (fault.kind !== 'failed') throw new StoreError(fault);
    return false;
  }
}

function isJson(value: unknown): boolean {
  if (value === null) return true;
  try {
    JSON.parse(String(value));
    return true;
  } catch {
    return false;
  }
}

/** Takes out rows whose owner could not be read, until all refer to something. Answers the tables that lost some. */
function removeOrphans(target: Database): Set<string> {
  const lost = new Set<string>();
  for (;;) {
    const orphans = target.pragma('foreign_key_check') as { table: string; rowid: number }[];
    if (orphans.length === 0) return lost;
    for (const { table, rowid } of orphans) {
      lost.add(table);
      target.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid);
    }
  }
}
