/** Keeps what was read over all keys: asked for again and again, and the same until something is written. */
import type { Sql } from './sql.ts';

/** `most`: how many answers are kept; `name` must say everything that the answer depends on but the data itself. */
export function createMemory<Value>(sql: Sql, most: number): (name: string, read: () => Value) => Value {
  const kept = new Map<string, { revision: number; value: Value }>();
  return (name, read) => {
    const revision = sql.revision();
    const known = kept.get(name);
    if (known?.revision === revision) return known.value;
    const value = read();
    kept.delete(name);
    kept.set(name, { revision, value });
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return value;
  };
}
