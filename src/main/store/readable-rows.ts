import type { Database } from 'better-sqlite3';
import { StoreError } from './store-error.ts';

/** Where the ends of a table cannot be read: more rows than any table of ours has. */
const widest = 2 ** 21;
/** A number from a torn page can be anything; halving from there takes ten steps more, not forty. */
const largestRowId = 2 ** 40;
/** So that a file with damage everywhere ends at some time: a few seconds of failed readings. */
const mostFailures = 50_000;

/**
 * Hands out every row of a table that can be read, once each, as the values of `columns`. Where a page is torn, the
 * range of rows around it is halved until only the rows on that page are missing. Answers whether none was.
 */
export function readableRows(
  damaged: Database,
  table: string,
  columns: readonly string[],
  take: (values: unknown[]) => void,
): boolean {
  const list = columns.map((column) => `"${column}"`).join(', ');
  const seen = new Set<number>();
  let failures = 0;

  function read(low: number, high: number): boolean {
    try {
      const rows = damaged
        .prepare(`SELECT rowid, ${list} FROM "${table}" NOT INDEXED WHERE rowid BETWEEN ? AND ?`)
        .raw()
        .iterate(low, high) as IterableIterator<[number, ...unknown[]]>;
      for (const [rowId, ...values] of rows) {
        // A range is read again in halves after it failed in the middle.
        if (seen.has(rowId)) continue;
        seen.add(rowId);
        take(values);
      }
      return true;
    } catch (error) {
      // The other side's trouble, such as a full disk.
      if (error instanceof StoreError) throw error;
      failures += 1;
      if (low === high || failures > mostFailures) return false;
      const middle = Math.floor((low + high) / 2);
      const below = read(low, middle);
      return read(middle + 1, high) && below;
    }
  }

  try {
    damaged.prepare(`SELECT ${list} FROM "${table}"`);
  } catch {
    // Its schema is gone: halving would not bring it back.
    return false;
  }
  const { low, high, torn } = ends(damaged, table);
  const all = read(low, high);
  return all && !torn;
}

function ends(damaged: Database, table: string): { low: number; high: number; torn: boolean } {
  try {
    const end = (which: 'min' | 'max') =>
      Number(damaged.prepare(`SELECT ${which}(rowid) FROM "${table}"`).pluck().get() ?? 0);
    return { low: end('min'), high: Math.min(end('max'), largestRowId), torn: false };
  } catch {
    return { low: 1, high: widest, torn: true };
  }
}
